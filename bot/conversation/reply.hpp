#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bot {

// A button does what its command, typed, would do.
struct ReplyButton {
    std::string label;
    std::string command;
};

// A file of the evidence store that goes with an answer.
struct ReplyFile {
    std::string sha256;
    std::string nama;
    std::string tipe;  // "pdf"
};

enum class ReplyKeyboard { None, AskForContact, Remove };

// A card (CONVERSATION.md section 5): a title, lines, at most three buttons. Neutral: a platform
// formats it.
struct Reply {
    std::string title;  // empty: only the body
    std::string body;   // lines, separated by LF
    std::vector<ReplyButton> buttons;
    ReplyKeyboard keyboard = ReplyKeyboard::None;
    std::optional<ReplyFile> berkas{};  // then the text is its caption
};

inline constexpr std::string_view kLabelKontak = "Bagikan kontak saya";

// Buttons and keyboard as one text for the outbox: a line "label TAB command" each. The empty text
// is none. Labels and commands hold neither TAB nor LF.
std::string encode_buttons(const Reply& reply);

struct DecodedButtons {
    std::vector<ReplyButton> buttons;
    ReplyKeyboard keyboard = ReplyKeyboard::None;
};
DecodedButtons decode_buttons(std::string_view text);

// The handle on button number `index` of a message with this press key, and back: the position is
// the last character, 'A' for the first. Nothing for a handle that is not of this form.
std::string button_handle(std::string_view press_key, std::size_t index);
struct PressedButton {
    std::string press_key;
    std::size_t index = 0;
};
std::optional<PressedButton> pressed_button(std::string_view handle);

}  // namespace bot
