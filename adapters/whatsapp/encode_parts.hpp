#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/platform.hpp"

// For the .cpp files of adapters/whatsapp alone: no other header includes Boost.JSON.
namespace adapters::whatsapp {

namespace json = boost::json;

// An id of WhatsApp's or ours: letters, digits and "_.:-=+/", which is also what base64 has.
bool is_id(std::string_view text);

// The action of up to kButtons reply buttons; nothing if one has no label or handle, a label or
// handle above its limit, or the handle of another.
std::optional<json::object> button_action(const std::vector<Button>& buttons);

// The action of a list; nothing if it has no rows or too many, or one of its texts breaks a limit.
std::optional<json::object> list_action(const List& list);

json::object interactive_content(std::string_view type, std::string_view text, json::object action);

// Whether it has an id and is a document or a photo, the two kinds that are ever sent.
bool is_attachment(const Attachment& attachment);
std::string_view media_type(const Attachment& attachment);
json::object media_of(const Attachment& attachment);
json::object attachment_header(const Attachment& attachment);

// The template of the notice in Indonesian, its parameters in order and a payload for each button;
// nothing if its name or a handle is none.
std::optional<json::object> notice_template(const Notice& notice);

}  // namespace adapters::whatsapp
