#include "tests/support/graph_api_error.hpp"

#include <boost/json.hpp>

namespace support {

namespace json = boost::json;

std::string body_of(const GraphError& error) {
    const bool own_words = error.code == 190 || error.subcode == 33;
    json::object content{
        {"message",
         own_words ? error.message : "(#" + std::to_string(error.code) + ") " + error.message},
        {"type", error.subcode == 33 ? "GraphMethodException" : "OAuthException"},
        {"code", error.code}};
    if (!error.details.empty())
        content["error_data"] =
            json::object{{"messaging_product", "whatsapp"}, {"details", error.details}};
    if (error.subcode != 0) content["error_subcode"] = error.subcode;
    content["fbtrace_id"] = "AContohContohContohConto";
    return json::serialize(json::object{{"error", std::move(content)}});
}

GraphError unexpected_key(std::string_view key, std::string_view param) {
    return {
        .code = 100,
        .message =
            "Unexpected key \"" + std::string(key) + "\" on param \"" + std::string(param) + "\"."};
}

GraphError missing(std::string_view param) {
    if (param == "messaging_product")
        return {.code = 100, .message = "The parameter messaging_product is required."};
    return {
        .code = 131008,
        .message = "Required parameter is missing",
        .details = "Parameter " + std::string(param) + " is mandatory"};
}

GraphError bad_value(std::string_view details) {
    return {
        .code = 131009, .message = "Parameter value is not valid", .details = std::string(details)};
}

GraphError too_long(std::string_view param, std::size_t limit) {
    return {
        .code = 100,
        .message = "Param " + std::string(param) + " must be at most " + std::to_string(limit) +
                   " characters long."};
}

GraphError bad_token(bool expired) {
    if (expired)
        return {
            .code = 190,
            .message =
                "Error validating access token: Session has expired on Monday, 30-Mar-26 "
                "08:00:00 PDT.",
            .status = 401,
            .subcode = 463};
    return {
        .code = 190,
        .message = "Invalid OAuth access token - Cannot parse access token",
        .status = 401};
}

GraphError no_such_object(std::string_view id) {
    return {
        .code = 100,
        .message = "Unsupported request. Object with ID '" + std::string(id) +
                   "' does not exist, cannot be loaded due to missing permissions, or does not "
                   "support this operation.",
        .subcode = 33};
}

GraphError error_of_code(int code) {
    switch (code) {
        case 130429:
            return {
                .code = code,
                .message = "Rate limit hit",
                .details =
                    "Message failed to send because there were too many messages sent from "
                    "this phone number in a short period of time",
                .status = 429};
        case 131026:
            return {
                .code = code,
                .message = "Message undeliverable",
                .details = "Message Undeliverable."};
        case 131047:
            return {
                .code = code,
                .message = "Re-engagement message",
                .details =
                    "Message failed to send because more than 24 hours have passed since "
                    "the customer last replied to this number."};
        case 131053:
            return {
                .code = code,
                .message = "Media upload error",
                .details = "Unable to use the media of the message"};
        case 131056:
            return {
                .code = code,
                .message = "(Business Account, Consumer Account) pair rate limit hit",
                .details =
                    "Message failed to send because there were too many messages sent from "
                    "this phone number to the same phone number in a short period of time."};
        default:
            return {.code = code, .message = "Something went wrong"};
    }
}

}  // namespace support
