#pragma once

#include <string_view>

#include "adapters/http_client.hpp"
#include "adapters/platform.hpp"

namespace adapters::telegram {

// Codes of Rejected for which PLATFORMS.md section 6.1 names a fallback.
inline constexpr std::string_view kCannotParseEntities = "cannot_parse_entities";
inline constexpr std::string_view kReplyNotFound = "reply_not_found";
inline constexpr std::string_view kCannotEdit = "cannot_edit";

// What a call's result means for the sender: the table of PLATFORMS.md section 6.1. The code of an
// outcome is a word of ours ("blocked", "too_long") or "http_<status>", never the platform's text.
// A 403 whose body is not the API's own comes from something in between and says nothing about the
// person: Reconfigure, as every redirect.
SendOutcome outcome_of(const HttpResult& result);

}  // namespace adapters::telegram
