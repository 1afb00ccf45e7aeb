#pragma once

#include <optional>
#include <string>

#include "adapters/http_client.hpp"

namespace adapters {

// Why a call to a platform has no result. `code` is the API's, or the status of HTTP; 0: no
// complete answer came. `description` is the platform's text: for logs and for the operator, never
// for users. It never holds a token.
struct ApiError {
    int code = 0;
    std::string description;
};

// The error of a call that the platform did not answer completely; nothing if it did.
std::optional<ApiError> error_without_answer(const HttpResult& result);

}  // namespace adapters
