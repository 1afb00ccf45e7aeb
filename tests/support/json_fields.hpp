#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

// How the stand-ins read what the program sends: strictly, without a word of the program's own
// code.
namespace support {

// The first field that is none of these; nothing if there is none.
std::optional<std::string> unknown_field(
    const boost::json::object& object, const std::set<std::string_view>& known
);

// Nothing if the field is missing or of another type.
std::optional<std::string_view> text_of(const boost::json::object& object, std::string_view key);
std::optional<std::int64_t> integer_of(const boost::json::object& object, std::string_view key);
const boost::json::object* object_of(const boost::json::object& object, std::string_view key);
const boost::json::array* array_of(const boost::json::object& object, std::string_view key);

// Empty if the field is missing or no text.
std::string text_or_empty(const boost::json::object& object, std::string_view key);

// Nothing if the text is no JSON object.
std::optional<boost::json::object> parse_object(std::string_view text);

// UTF-16 units of valid UTF-8; nothing if it is not valid.
std::optional<std::size_t> utf16_units(std::string_view text);

}  // namespace support
