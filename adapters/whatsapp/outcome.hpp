#pragma once

#include <boost/json/object.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/http_client.hpp"
#include "adapters/platform.hpp"

// For the .cpp files of adapters/whatsapp alone: no other header includes Boost.JSON.
namespace adapters::whatsapp {

// Codes of Rejected for which PLATFORMS.md section 6.2 names what to do next.
inline constexpr std::string_view kMediaRefused = "media_refused";  // a text that says so
inline constexpr std::string_view kHeldBack = "held_back";          // not again within 24 h
inline constexpr std::string_view kNotToUserId = "not_to_user_id";  // ask for the number
inline constexpr std::string_view kKeyChanged = "key_changed";      // bind anew

// An error object, as it stands in answers, statuses, messages and values alike. Its title and
// texts change and are never looked at.
struct ApiFault {
    std::int64_t code = -1;  // -1: it names none
    std::optional<std::int64_t> subcode;
};
ApiFault error_of(const boost::json::object& error);

// "131026", or "100.33" with a subcode: for logs.
std::string code_of(const ApiFault& fault);

// What else decides beside the code.
struct Circumstances {
    std::optional<std::chrono::seconds> retry_after;  // wins over our own delay
    int status = 0;                                   // of HTTP; 0: no answer of a call
    int failures = 0;                                 // sends to the person that failed in a row
};

// The table of PLATFORMS.md section 6.2. The code of an outcome is a word of ours or code_of().
SendOutcome outcome_of_error(const ApiFault& fault, const Circumstances& circumstances);

// What the result of a send means for the sender. `failures` as in Circumstances.
SendOutcome outcome_of(const HttpResult& result, int failures);

}  // namespace adapters::whatsapp
