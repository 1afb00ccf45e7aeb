#include "adapters/simulator/client.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "adapters/simulator/outcome.hpp"
#include "adapters/telegram/limits.hpp"

namespace adapters {
namespace {

namespace json = boost::json;

HttpOptions options_with(std::string secret) {
    HttpOptions options;
    options.bearer = std::move(secret);
    return options;
}

}  // namespace

SimulatorClient::SimulatorClient(
    std::string_view address, std::string secret, const simulator::LookSwitch& look
)
    : http_(address, options_with(std::move(secret))), look_(look) {}

SendOutcome SimulatorClient::upload(const Attachment& file) {
    const std::string path = "/demo/platform/files?nama=" + file.name + "&tipe=" + file.mime;
    if (!is_safe_path(path)) return Rejected{"attachment"};
    return simulator::outcome_of(
        http_.post(path, "application/octet-stream", file.content, telegram::kFileCall)
    );
}

SendOutcome SimulatorClient::post_message(const domain::Result<std::string, std::string>& body) {
    if (!body) return Rejected{body.error()};
    return simulator::outcome_of(http_.post_json("/demo/platform/messages", *body));
}

SendOutcome SimulatorClient::send(const Outgoing& message) {
    const simulator::Look look = look_.now();
    simulator::UploadedFile file;
    if (message.attachment) {
        file = {
            message.attachment->reference,
            message.attachment->name,
            message.attachment->mime,
            static_cast<std::int64_t>(message.attachment->content.size())};
        if (file.id.empty()) {
            const SendOutcome uploaded = upload(*message.attachment);
            const auto* done = std::get_if<Sent>(&uploaded);
            if (done == nullptr) return uploaded;
            file.id = done->message_id;
        }
    }
    SendOutcome outcome = post_message(simulator::encode(message, file, look));
    if (std::holds_alternative<WindowClosed>(outcome) && message.notice) {
        return post_message(simulator::encode_notice(message));
    }
    return outcome;
}

std::optional<FetchFailure> SimulatorClient::fetch(
    std::string_view reference,
    std::int64_t most_bytes,
    const std::function<bool(std::string_view)>& take
) {
    if (!is_safe_token(reference)) return FetchFailure::Gone;
    std::int64_t taken = 0;
    const auto result = http_.get_streamed(
        "/demo/platform/files/" + std::string(reference),
        [&](std::string_view bytes) {
            taken += static_cast<std::int64_t>(bytes.size());
            return taken <= most_bytes && take(bytes);
        },
        telegram::kFileCall
    );
    if (const auto* answer = std::get_if<HttpAnswered>(&result)) {
        if (answer->status == 200) return std::nullopt;
        return answer->status == 404 ? FetchFailure::Gone : FetchFailure::TryLater;
    }
    const auto* doubt = std::get_if<HttpInDoubt>(&result);
    const bool too_large = doubt != nullptr && doubt->doubt == HttpDoubt::TooLarge;
    return too_large ? FetchFailure::TooLarge : FetchFailure::TryLater;
}

void SimulatorClient::show_seen(std::string_view message_id) {
    http_.post_json("/demo/platform/seen", json::serialize(json::object{{"pesan", message_id}}));
}

void SimulatorClient::remove_buttons(std::string_view recipient, std::string_view message_id) {
    if (look_.now() != simulator::Look::Telegram) return;
    http_.post_json(
        "/demo/platform/edit",
        json::serialize(json::object{{"alamat", recipient}, {"pesan", message_id}})
    );
}

bool SimulatorClient::probe() {
    const auto result = http_.get("/demo/platform/ping");
    const auto* answer = std::get_if<HttpAnswered>(&result);
    return answer != nullptr && answer->status == 200;
}

}  // namespace adapters
