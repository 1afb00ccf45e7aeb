#include "tests/support/bot_api_server.hpp"

#include <string_view>

#include "tests/support/fault.hpp"

namespace support {

namespace {

struct Path {
    std::string token;
    std::string method;
    std::string file;  // behind the token of a file's address
};

// "/bot<token>/<method>"; both empty if it is something else. A file is the method "file".
Path path_of(std::string_view target) {
    constexpr std::string_view kFiles = "/file";
    const bool file = target.starts_with(kFiles);
    if (file) target.remove_prefix(kFiles.size());
    constexpr std::string_view kPrefix = "/bot";
    if (!target.starts_with(kPrefix)) return {};
    target.remove_prefix(kPrefix.size());
    const auto slash = target.find('/');
    if (slash == std::string_view::npos) return {};
    std::string token(target.substr(0, slash)), rest(target.substr(slash + 1));
    if (file) return {std::move(token), "file", std::move(rest)};
    return {std::move(token), std::move(rest), ""};
}

ServedAnswer served(const ApiReply& reply) {
    return {.status = reply.status, .body = reply.body};
}

ServedAnswer too_many() {
    return {
        .status = 429,
        .body = R"({"ok":false,"error_code":429,"description":"Too Many Requests"})"};
}

ServedAnswer too_many(std::chrono::seconds wait) {
    const std::string seconds = std::to_string(wait.count());
    return {
        .status = 429,
        .body = R"({"ok":false,"error_code":429,"description":"Too Many Requests: retry after )" +
                seconds + R"(","parameters":{"retry_after":)" + seconds + "}}",
        .fields = "Retry-After: " + seconds + "\r\n"};
}

class BotCalls {
public:
    explicit BotCalls(BotApiState& state) : state_(state) {}

    std::optional<ServedAnswer> answer(const ServedRequest& request, StandInServer::Try which) {
        const Path path = path_of(request.target);
        ApiCall call{
            .at = std::chrono::steady_clock::now(), .method = path.method, .body = request.body};
        if (path.method.empty()) return logged(std::move(call), refusal(404, "Not Found"));
        if (!state_.is_token(path.token))
            return logged(std::move(call), refusal(401, "Unauthorized"));
        if (path.method != "getUpdates") {
            const auto type = request.fields.find("content-type");
            return answer_with_faults(
                std::move(call), path, type == request.fields.end() ? "" : type->second
            );
        }

        const auto reply = state_.updates(request.body);
        if (!reply && which == StandInServer::Try::First) return std::nullopt;
        return logged(
            std::move(call), reply.value_or(ApiReply{.body = R"({"ok":true,"result":[]})"})
        );
    }

private:
    ServedAnswer logged(ApiCall call, const ApiReply& reply) {
        call.status = reply.status;
        state_.log_call(std::move(call));
        return served(reply);
    }

    ServedAnswer answer_with_faults(ApiCall call, const Path& path, const std::string& type) {
        const Fault fault = state_.take_fault(call.method);
        const bool deliver =
            fault.kind == FaultKind::None || (fault.delivered && can_deliver(fault.kind));
        const ApiReply reply = fault.kind == FaultKind::Blocked
                                   ? refusal(403, "bot was blocked by the user")
                                   : reply_of(call, path, type, deliver);
        const bool plain = fault.kind == FaultKind::None || fault.kind == FaultKind::Blocked;
        call.status = plain ? reply.status : 0;
        call.description = reply.description;
        const bool sends = call.method == "sendMessage";
        state_.log_call(std::move(call));

        const std::scoped_lock lock(state_.mutex);
        if (fault.kind == FaultKind::TooManyRequests) return too_many(state_.retry_after);
        if (fault.kind == FaultKind::TooManyRequestsBare) return too_many();
        ServedAnswer answer = spoiled(fault.kind, served(reply));
        if (!plain) return answer;
        if (sends) answer.latency = state_.latency;
        answer.written = [&state = state_, delivered = reply.delivered] {
            state.mark_answered(delivered);
        };
        return answer;
    }

    ApiReply reply_of(
        const ApiCall& call, const Path& path, const std::string& type, bool deliver
    ) {
        if (path.method == "file") {
            auto content = state_.file_at(path.file);
            return content ? ApiReply{.body = *std::move(content)} : refusal(404, "Not Found");
        }
        if (type.starts_with("multipart/")) {
            return state_.reply_multipart(path.method, type, call.body, deliver);
        }
        return state_.reply(path.method, call.body, deliver);
    }

    BotApiState& state_;
};

}  // namespace

StandInServer::Handler bot_api_handler(BotApiState& state) {
    return
        [calls = BotCalls(state)](const ServedRequest& request, StandInServer::Try which) mutable {
            return calls.answer(request, which);
        };
}

}  // namespace support
