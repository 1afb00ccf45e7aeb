#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace support {

// Why the Graph API refuses a call. Codes and words:
// https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes.
struct GraphError {
    int code = 0;
    std::string message{};  // without the "(#code) " in front
    std::string details{};  // of error_data; empty: none
    int status = 400;
    int subcode = 0;  // 0: none
};
using GraphRefusal = std::optional<GraphError>;

// The body as Meta writes it: {"error":{"message","type","code","error_data","error_subcode",
// "fbtrace_id"}}.
std::string body_of(const GraphError& error);

// The refusals that several rules share.
GraphError unexpected_key(std::string_view key, std::string_view param);
GraphError missing(std::string_view param);
GraphError bad_value(std::string_view details);
GraphError too_long(std::string_view param, std::size_t limit);
// 190; expired or never a token of ours.
GraphError bad_token(bool expired);
// An id that is not ours, or a path that leads nowhere.
GraphError no_such_object(std::string_view id);
// One of the codes that depend on the recipient or the moment: 130429, 131026, 131047, 131053,
// 131056.
GraphError error_of_code(int code);

}  // namespace support
