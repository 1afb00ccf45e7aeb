#include "bot/service/http_request.hpp"

namespace bot {

HttpRequest to_request(const RequestHead& head, const std::string& peer) {
    HttpRequest request;
    request.method = head.method;
    request.target = head.target;
    request.path = head.path;
    request.query = head.query;
    request.fields.reserve(head.fields.size());
    for (const FieldView& field : head.fields) {
        request.fields.push_back({std::string(field.name), std::string(field.value)});
    }
    request.peer = peer;
    return request;
}

}  // namespace bot
