#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "adapters/platform.hpp"
#include "domain/hasil.hpp"

namespace adapters::telegram {

// Why a message cannot be sent as it is. Each is a fault of ours.
enum class EncodeError {
    Recipient,  // no number
    ReplyTo,    // no number
    EmptyText,
    TextTooLong,     // above kText; split_text cuts it
    TooManyButtons,  // above kButtons
    Button,          // no label, or a handle that is empty or above kHandleBytes
    List,            // no rows, above kListRows, or buttons beside it
    KeyboardLabel,   // AskForContact without one
    Attachment,      // neither a photo nor a document, or neither a reference nor a content
};

// A word for logs and codes: "text_too_long".
std::string_view name_of(EncodeError error);

// The body of sendMessage (PLATFORMS.md sections 4.1, 4.3): plain text with entities, so that no
// text of a person is ever read as markup. Buttons win over a keyboard: a message carries one of
// the two. The text is cleaned on the way (clean_text).
domain::Result<std::string, EncodeError> encode(const Outgoing& message);

// The type of the entity that a style is written as; empty for Plain.
std::string_view entity_type(Style style);

// The same without entities: the fallback if Telegram cannot read them.
domain::Result<std::string, EncodeError> encode_plain(const Outgoing& message);

// A call with a file: its method, and its body as JSON (the file by reference) or as
// multipart/form-data (RFC 7578; the file itself).
struct FileCall {
    std::string method;  // "sendDocument"
    std::string content_type;
    std::string body;
};

// The call for a message with an attachment (PLATFORMS.md sections 4.1, 4.2): the text is its
// caption, of at most kCaption, and may be missing. The name of the file must be of letters, digits
// and "._-".
domain::Result<FileCall, EncodeError> encode_file(const Outgoing& message);

// The body of editMessageReplyMarkup that takes the buttons off; nothing if one of the two is no
// number.
std::optional<std::string> encode_without_buttons(
    std::string_view recipient, std::string_view message_id
);

// The body of sendChatAction (PLATFORMS.md section 4.1); nothing if the recipient is no number.
std::optional<std::string> encode_action(std::string_view recipient, ChatAction action);

}  // namespace adapters::telegram
