#include "adapters/whatsapp/answer.hpp"

#include <boost/json/value.hpp>

#include "adapters/json.hpp"
#include "adapters/whatsapp/outcome.hpp"

namespace adapters::whatsapp {

domain::Result<boost::json::object, ApiError> object_of(const HttpResult& result) {
    if (const auto error = error_without_answer(result)) return domain::Failure{*error};
    const auto* http = std::get_if<HttpAnswered>(&result);
    auto value = parse_json_limited(http->body);
    auto* answer = value ? value->if_object() : nullptr;
    if (answer == nullptr) {
        return domain::Failure{ApiError{http->status, "not an answer of the Graph API"}};
    }
    const auto* error = answer->if_contains("error");
    const bool failed = error != nullptr && error->is_object();
    if (failed) {
        return domain::Failure{
            ApiError{http->status, "code " + code_of(error_of(error->get_object()))}};
    }
    if (http->status < 200 || http->status >= 300) {
        return domain::Failure{ApiError{http->status, "refused without an error"}};
    }
    return std::move(*answer);
}

}  // namespace adapters::whatsapp
