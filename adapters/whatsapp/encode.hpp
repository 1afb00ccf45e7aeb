#pragma once

#include <string>
#include <string_view>

#include "adapters/platform.hpp"
#include "domain/hasil.hpp"

namespace adapters::whatsapp {

// Why a message cannot be sent as it is. Each is a fault of ours, but ClosedWindow.
enum class EncodeError {
    Recipient,  // neither a number nor the characters of a user id
    ReplyTo,    // other characters than an id has
    Tracker,    // the same, or above kTracker
    EmptyText,
    TextTooLong,     // above kText, or above what its buttons or file allow; split_text cuts it
    TooManyButtons,  // above kButtons
    Button,          // no label or handle, one above its limit, or a handle twice
    List,            // no rows or above kListRows, an opener or row as of Button; buttons beside it
    Attachment,      // no id, or neither a document nor a photo; a list beside it
    Notice,          // a name or handle that is none
    ClosedWindow,    // the window is closed and there is no notice
};

// A word for logs and codes: "text_too_long".
std::string_view name_of(EncodeError error);

// The body of POST /{phone_id}/messages (PLATFORMS.md sections 4.1 to 4.3): a text, one with up to
// three buttons or a list, or a document or photo with caption and buttons; with a closed window
// the notice's template instead. Labels that differ in outer blanks alone are numbered. Where marks
// make the text too long it goes without them. A keyboard is nothing here: the number is known.
domain::Result<std::string, EncodeError> encode(const Outgoing& message);

// The body that marks a message and all before it as read and, if asked, shows for up to 25 s that
// an answer is being written.
enum class Typing { Shown, NotShown };
std::string encode_read(std::string_view message_id, Typing typing);

}  // namespace adapters::whatsapp
