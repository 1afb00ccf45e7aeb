#include "tests/support/graph_api_server.hpp"

#include <algorithm>
#include <cstdlib>

namespace support {

namespace {

constexpr std::string_view kFiles = "/whatsapp_business/attachments/";

// A target in its parts: "/v23.0/<id>/<edge>?<query>".
struct Target {
    std::string version{};
    std::string id{};
    std::string edge{};
    std::map<std::string, std::string> query{};
};

std::string take_until(std::string_view& text, char end) {
    const auto at = std::min(text.find(end), text.size());
    std::string taken(text.substr(0, at));
    text.remove_prefix(std::min(at + 1, text.size()));
    return taken;
}

Target target_of(std::string_view text) {
    Target target;
    std::string_view query = text.substr(std::min(text.find('?'), text.size()));
    text = text.substr(0, text.size() - query.size());
    if (text.starts_with('/')) text.remove_prefix(1);
    target.version = take_until(text, '/');
    target.id = take_until(text, '/');
    target.edge = std::string(text);
    if (!query.empty()) query.remove_prefix(1);
    while (!query.empty()) {
        std::string_view pair = query;
        const std::string whole = take_until(query, '&');
        pair = whole;
        const std::string name = take_until(pair, '=');
        target.query[name] = std::string(pair);
    }
    return target;
}

bool is_version(std::string_view text) {
    return text.size() >= 4 && text[0] == 'v' && text.ends_with(".0") &&
           std::atoi(std::string(text.substr(1)).c_str()) >= 20;
}

std::string value_of(const std::map<std::string, std::string>& fields, const std::string& name) {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
}

class GraphCalls {
public:
    explicit GraphCalls(GraphApiState& state) : state_(state) {}

    ServedAnswer answer(const ServedRequest& request) {
        const Target target = target_of(request.target);
        ApiCall call{
            .at = std::chrono::steady_clock::now(),
            .method = name_of(request, target),
            .body = request.body};
        if (const auto refused = access_refusal(request)) return logged(call, refusal(*refused));
        if (call.method == "POST messages") return send(std::move(call));
        return logged(call, other(request, target, call.method));
    }

private:
    [[nodiscard]] std::string name_of(const ServedRequest& request, const Target& target) const {
        const GraphAccount& account = state_.account;
        if (request.target.starts_with(kFiles)) return request.method + " file";
        if (!is_version(target.version)) return request.method + " unknown";
        if (target.id == account.phone_number_id)
            return request.method + " " + (target.edge.empty() ? "number" : target.edge);
        if (target.id == account.business_account_id && !target.edge.empty())
            return request.method + " " + target.edge;
        return request.method + (target.edge.empty() ? " media" : " unknown");
    }

    [[nodiscard]] GraphRefusal access_refusal(const ServedRequest& request) const {
        const std::scoped_lock lock(state_.mutex);
        const std::string given = value_of(request.fields, "authorization");
        if (given != "Bearer " + state_.account.token) return bad_token(/*expired=*/false);
        if (state_.token_expired) return bad_token(/*expired=*/true);
        return std::nullopt;
    }

    GraphReply other(
        const ServedRequest& request, const Target& target, const std::string& method
    ) {
        const GraphAccount& account = state_.account;
        if (method == "POST media" && target.id == account.phone_number_id)
            return state_.upload(value_of(request.fields, "content-type"), request.body);
        if (method == "GET file")
            return state_.media_file(
                value_of(target_query(request), "mid"),
                std::atoll(value_of(target_query(request), "ext").c_str())
            );
        if (method == "GET media" && target.id != account.phone_number_id) {
            const auto whose = target.query.find("phone_number_id");
            if (whose != target.query.end() && whose->second != account.phone_number_id)
                return refusal(no_such_object(target.id));
            return state_.media_info(target.id, "http://" + value_of(request.fields, "host"));
        }
        if (method == "GET number")
            return {
                .body = R"({"id":")" + account.phone_number_id + R"(","display_phone_number":")" +
                        account.display_number + "\"}"};
        const bool of_business = target.id == account.business_account_id;
        if (method == "POST message_templates" && of_business)
            return state_.create_template(request.body);
        if (method == "GET message_templates" && of_business) return templates(request, target);
        return refusal(no_such_object(target.id));
    }

    static std::map<std::string, std::string> target_query(const ServedRequest& request) {
        return target_of(request.target).query;
    }

    GraphReply templates(const ServedRequest& request, const Target& target) {
        const std::string limit = value_of(target.query, "limit");
        const std::string path = request.target.substr(0, request.target.find('?'));
        const std::scoped_lock lock(state_.mutex);
        return {
            .body = state_.templates.page(
                limit.empty() ? 25 : static_cast<std::size_t>(std::atoi(limit.c_str())),
                value_of(target.query, "after"),
                "http://" + value_of(request.fields, "host") + path
            )};
    }

    static ServedAnswer served(const GraphReply& reply) {
        return {.status = reply.status, .body = reply.body, .content_type = reply.content_type};
    }

    ServedAnswer logged(ApiCall call, const GraphReply& reply) {
        call.status = reply.status;
        call.description = reply.code == 0 ? "" : std::to_string(reply.code);
        state_.log_call(std::move(call));
        return served(reply);
    }

    ServedAnswer send(ApiCall call) {
        const Fault fault = state_.take_fault();
        if (fault.kind == FaultKind::Blocked) return logged(call, refusal(error_of_code(131026)));
        if (fault.kind == FaultKind::TooManyRequests ||
            fault.kind == FaultKind::TooManyRequestsBare)
            return too_many(std::move(call), fault.kind == FaultKind::TooManyRequests);
        const bool whole = fault.kind == FaultKind::None;
        const bool deliver = whole || (fault.delivered && can_deliver(fault.kind));
        const GraphReply reply = state_.send(call.body, deliver);
        call.status = whole ? reply.status : 0;
        call.description = reply.code == 0 ? "" : std::to_string(reply.code);
        state_.log_call(std::move(call));
        ServedAnswer answer = spoiled(fault.kind, served(reply));
        if (!whole) return answer;
        const std::scoped_lock lock(state_.mutex);
        answer.latency = state_.latency;
        answer.written = [&state = state_, delivered = reply.delivered] {
            state.mark_answered(delivered);
        };
        return answer;
    }

    ServedAnswer too_many(ApiCall call, bool with_time) {
        ServedAnswer answer = logged(std::move(call), refusal(error_of_code(130429)));
        const std::scoped_lock lock(state_.mutex);
        if (with_time)
            answer.fields = "Retry-After: " + std::to_string(state_.retry_after.count()) + "\r\n";
        return answer;
    }

    GraphApiState& state_;
};

}  // namespace

StandInServer::Handler graph_api_handler(GraphApiState& state) {
    return [calls = GraphCalls(state)](const ServedRequest& request, StandInServer::Try) mutable {
        return std::optional(calls.answer(request));
    };
}

}  // namespace support
