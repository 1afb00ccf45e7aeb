#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bot {

// A button does what its command, typed, would do. The description stands beside the label where
// the buttons are a list.
struct ReplyButton {
    std::string label;
    std::string command;
    std::string description{};
};

// A file of the evidence store that goes with an answer.
struct ReplyFile {
    std::string sha256;
    std::string nama;
    std::string tipe;  // "pdf"
};

enum class ReplyKeyboard { None, AskForContact, Remove };

// PLATFORMS.md section 4.2: what fits under a message, what fits into a list, and how long the
// parts of a list's row may be, in UTF-16 units.
inline constexpr std::size_t kMostButtons = 3;
inline constexpr std::size_t kMostRows = 10;
inline constexpr std::size_t kRowDescription = 72;

// A card (CONVERSATION.md section 5): a title, lines, at most three buttons; or, with an opener, a
// list of up to ten. Neutral: a platform formats it.
struct Reply {
    std::string title;  // empty: only the body
    std::string body;   // lines, separated by LF
    std::vector<ReplyButton> buttons;
    ReplyKeyboard keyboard = ReplyKeyboard::None;
    // Of a notice: what stands for the variables of its template, in order, one line each.
    std::vector<std::string> parameters{};
    std::string opener{};               // of the button that opens the list; empty: no list
    std::optional<ReplyFile> berkas{};  // then the text is its caption
};

// Offers the choices as buttons, or as a list if they are more than three. Of more than ten the
// first ten; the body has to say how the others are named.
void offer(Reply& reply, std::vector<ReplyButton> choices, std::string_view opener);

inline constexpr std::string_view kLabelKontak = "Bagikan kontak saya";

// Buttons and keyboard as one text for the outbox: the version, then a line
// "label TAB command TAB description" each. The empty text is none. No part holds TAB or LF.
std::string encode_buttons(const Reply& reply);

// Texts of version 1, which had no version line and no lists, are read too. One of a version that
// is not known here has no buttons.
struct DecodedButtons {
    std::vector<ReplyButton> buttons;
    ReplyKeyboard keyboard = ReplyKeyboard::None;
    std::string opener{};
};
DecodedButtons decode_buttons(std::string_view text);

// The parameters as one text for the outbox, a line each, and back.
std::string encode_parameters(const Reply& reply);
std::vector<std::string> decode_parameters(std::string_view text);

// The position of the button that stands under a notice's template: it shows the notice itself.
inline constexpr std::size_t kLihatIsi = 25;

// The handle on button number `index` of a message with this press key, and back: the position is
// the last character, 'A' for the first. Nothing for a handle that is not of this form.
std::string button_handle(std::string_view press_key, std::size_t index);
struct PressedButton {
    std::string press_key;
    std::size_t index = 0;
};
std::optional<PressedButton> pressed_button(std::string_view handle);

}  // namespace bot
