#include "adapters/api_error.hpp"

namespace adapters {

std::optional<ApiError> error_without_answer(const HttpResult& result) {
    if (std::holds_alternative<HttpAnswered>(result)) return std::nullopt;
    const bool sent = std::holds_alternative<HttpInDoubt>(result);
    return ApiError{0, sent ? "no complete answer" : "not reachable"};
}

}  // namespace adapters
