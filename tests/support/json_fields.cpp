#include "tests/support/json_fields.hpp"

#include <boost/json.hpp>

namespace support {

namespace json = boost::json;

std::optional<std::string> unknown_field(
    const json::object& object, const std::set<std::string_view>& known
) {
    for (const auto& field : object)
        if (!known.contains(std::string_view(field.key()))) return std::string(field.key());
    return std::nullopt;
}

std::optional<std::string_view> text_of(const json::object& object, std::string_view key) {
    const json::value* value = object.if_contains(key);
    if (value == nullptr || !value->is_string()) return std::nullopt;
    return std::string_view(value->as_string());
}

std::optional<std::int64_t> integer_of(const json::object& object, std::string_view key) {
    const json::value* value = object.if_contains(key);
    if (value == nullptr || !value->is_int64()) return std::nullopt;
    return value->as_int64();
}

const json::object* object_of(const json::object& object, std::string_view key) {
    const json::value* value = object.if_contains(key);
    return value != nullptr ? value->if_object() : nullptr;
}

const json::array* array_of(const json::object& object, std::string_view key) {
    const json::value* value = object.if_contains(key);
    return value != nullptr ? value->if_array() : nullptr;
}

std::string text_or_empty(const json::object& object, std::string_view key) {
    return std::string(text_of(object, key).value_or(""));
}

std::optional<json::object> parse_object(std::string_view text) {
    boost::system::error_code error;
    const json::value value = json::parse(text, error);
    if (error || !value.is_object()) return std::nullopt;
    return value.as_object();
}

std::optional<std::size_t> utf16_units(std::string_view text) {
    std::size_t units = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80U                    ? 1
                                   : lead >= 0xC2U && lead < 0xE0U ? 2
                                   : lead >= 0xE0U && lead < 0xF0U ? 3
                                   : lead >= 0xF0U && lead < 0xF5U ? 4
                                                                   : 0;
        if (length == 0 || i + length > text.size()) return std::nullopt;
        for (std::size_t k = 1; k < length; ++k)
            if ((static_cast<unsigned char>(text[i + k]) & 0xC0U) != 0x80U) return std::nullopt;
        units += length == 4 ? 2 : 1;
        i += length;
    }
    return units;
}

}  // namespace support
