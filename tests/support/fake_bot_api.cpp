#include "tests/support/fake_bot_api.hpp"

#include <boost/json.hpp>
#include <stdexcept>

#include "tests/support/bot_api_server.hpp"
#include "tests/support/bot_api_state.hpp"

namespace support {

bool holds(const SentMessage& message, std::string_view words) {
    return contains_words(message.text, words);
}

class FakeBotApi::Server {
public:
    Server(std::string token, unsigned short port)
        : state(std::move(token)), server(bot_api_handler(state), port) {}

    BotApiState state;
    StandInServer server;
};

FakeBotApi::FakeBotApi(std::string token, unsigned short port)
    : server_(std::make_unique<Server>(std::move(token), port)) {}

FakeBotApi::~FakeBotApi() = default;

std::string FakeBotApi::address() const {
    return "http://127.0.0.1:" + std::to_string(server_->server.port());
}

std::vector<SentMessage> FakeBotApi::sent() const {
    const std::scoped_lock lock(server_->state.mutex);
    return server_->state.ledger;
}

std::vector<SentMessage> FakeBotApi::sent_to(std::int64_t chat) const {
    const std::scoped_lock lock(server_->state.mutex);
    std::vector<SentMessage> found;
    for (const SentMessage& message : server_->state.ledger)
        if (message.chat == chat) found.push_back(message);
    return found;
}

std::size_t FakeBotApi::sent_count() const {
    const std::scoped_lock lock(server_->state.mutex);
    return server_->state.ledger.size();
}

std::vector<ApiCall> FakeBotApi::calls(std::string_view method) const {
    const std::scoped_lock lock(server_->state.mutex);
    if (method.empty()) return server_->state.calls;
    std::vector<ApiCall> found;
    for (const ApiCall& call : server_->state.calls)
        if (call.method == method) found.push_back(call);
    return found;
}

std::vector<ApiCall> FakeBotApi::refused() const {
    std::vector<ApiCall> found;
    for (ApiCall& call : calls()) {
        const bool sends = call.method == "sendMessage" || call.method == "sendDocument" ||
                           call.method == "sendPhoto";
        if (sends && call.status == 400) found.push_back(std::move(call));
    }
    return found;
}

void FakeBotApi::forget_calls() {
    const std::scoped_lock lock(server_->state.mutex);
    server_->state.calls.clear();
}

void FakeBotApi::fail_next(const std::vector<Fault>& faults) {
    const std::scoped_lock lock(server_->state.mutex);
    server_->state.script.assign(faults.begin(), faults.end());
}

void FakeBotApi::fail_at_random(double share, std::uint64_t seed) {
    const std::scoped_lock lock(server_->state.mutex);
    server_->state.random_share = share;
    server_->state.random.seed(seed);
}

void FakeBotApi::set_retry_after(std::chrono::seconds delay) {
    const std::scoped_lock lock(server_->state.mutex);
    server_->state.retry_after = delay;
}

void FakeBotApi::set_latency(std::chrono::milliseconds latency) {
    const std::scoped_lock lock(server_->state.mutex);
    server_->state.latency = latency;
}

void FakeBotApi::block(std::int64_t chat) {
    const std::scoped_lock lock(server_->state.mutex);
    server_->state.blocked.insert(chat);
}

void FakeBotApi::unblock(std::int64_t chat) {
    const std::scoped_lock lock(server_->state.mutex);
    server_->state.blocked.erase(chat);
}

void FakeBotApi::push_update(const std::string& update) {
    const auto id = boost::json::parse(update).as_object().at("update_id").as_int64();
    {
        const std::scoped_lock lock(server_->state.mutex);
        server_->state.updates_waiting[id] = update;
    }
    server_->server.wake();
}

std::size_t FakeBotApi::pending_updates() const {
    const std::scoped_lock lock(server_->state.mutex);
    return server_->state.updates_waiting.size();
}

std::string FakeBotApi::webhook() const {
    const std::scoped_lock lock(server_->state.mutex);
    return server_->state.webhook;
}

std::string FakeBotApi::put_file(
    const std::string& content, std::optional<std::int64_t> told_size
) {
    const std::scoped_lock lock(server_->state.mutex);
    return server_->state.keep_file(content, told_size);
}

void FakeBotApi::drop_file(const std::string& file_id) {
    const std::scoped_lock lock(server_->state.mutex);
    server_->state.files.erase(file_id);
}

void FakeBotApi::fail_next_files(const std::vector<Fault>& faults) {
    const std::scoped_lock lock(server_->state.mutex);
    server_->state.file_script.assign(faults.begin(), faults.end());
}

std::int64_t FakeBotApi::take_message_id() {
    const std::scoped_lock lock(server_->state.mutex);
    return server_->state.next_message_id++;
}

}  // namespace support
