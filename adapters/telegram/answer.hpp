#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

// For the .cpp files of adapters/telegram alone: no other header includes Boost.JSON.
namespace adapters::telegram {

// An answer of the Bot API, `{ok, result | description, error_code, parameters}`.
struct ApiAnswer {
    bool ok = false;
    boost::json::value result;  // null if there is none
    std::optional<int> error_code;
    std::string description;  // "Bad Request: " and the like are cut off
    std::optional<std::chrono::seconds> retry_after;
    bool migrated = false;  // the group has another id now
};

// Nothing if the body is no such answer. Never throws on any bytes.
std::optional<ApiAnswer> read_answer(std::string_view body);

}  // namespace adapters::telegram
