#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace support {

// Why the Bot API would refuse the parameters of a call: the `description` of a 400. Nothing if it
// would accept them. The limits are those of https://core.telegram.org/bots/api (PLATFORMS.md
// section 4.2). Fields that the API knows but the program must not send (`parse_mode`) are refused.
std::optional<std::string> why_refused(
    std::string_view method, const boost::json::object& parameters
);

// Why a file of this content would be refused by sendDocument or sendPhoto; nothing if not.
std::optional<std::string> why_file_refused(std::string_view method, std::string_view content);

}  // namespace support
