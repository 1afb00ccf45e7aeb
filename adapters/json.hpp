#pragma once

#include <boost/json/value.hpp>
#include <optional>
#include <string_view>

// For the .cpp files of adapters alone: no other header includes Boost.JSON.
namespace adapters {

// How deep a value may be nested (RELIABILITY.md section 2.7).
inline constexpr std::size_t kJsonDepth = 32;

// How many bytes are parsed at once in the process: a value takes up to 40 times its text
// (RELIABILITY.md section 2.7). Who comes when there is no room waits for it.
inline constexpr std::size_t kJsonBytesAtOnce = std::size_t{8} << 20U;

// Reads bytes of a platform as one JSON value (RFC 8259). Nothing if they are none, are nested
// deeper than kJsonDepth, are not UTF-8, or hold a number that is no finite double. Of a repeated
// key the last one wins. A lone surrogate, which \u can spell, becomes U+FFFD. Never throws on any
// bytes.
std::optional<boost::json::value> parse_json_limited(std::string_view bytes);

}  // namespace adapters
