#include "tests/support/fake_graph_api.hpp"

#include <stdexcept>

#include "tests/support/graph_api_server.hpp"
#include "tests/support/graph_api_state.hpp"
#include "tests/support/json_fields.hpp"

namespace support {

namespace {

constexpr std::chrono::hours kIncomingLife{7 * 24};

}  // namespace

bool holds(const SentWhatsApp& message, std::string_view words) {
    return contains_words(message.text, words);
}

class FakeGraphApi::Server {
public:
    Server(GraphAccount account, unsigned short port)
        : state(std::move(account)), server(graph_api_handler(state), port) {}

    GraphApiState state;
    StandInServer server;
};

FakeGraphApi::FakeGraphApi(GraphAccount account, unsigned short port)
    : server_(std::make_unique<Server>(std::move(account), port)) {}

FakeGraphApi::~FakeGraphApi() = default;

std::string FakeGraphApi::media_base() const {
    return "http://127.0.0.1:" + std::to_string(server_->server.port());
}

std::string FakeGraphApi::address() const {
    return media_base() + "/v23.0";
}

const GraphAccount& FakeGraphApi::account() const {
    return server_->state.account;
}

std::vector<SentWhatsApp> FakeGraphApi::sent() const {
    const std::scoped_lock lock(server_->state.mutex);
    return server_->state.ledger;
}

std::vector<SentWhatsApp> FakeGraphApi::sent_to(std::string_view to) const {
    std::vector<SentWhatsApp> found;
    for (SentWhatsApp& message : sent())
        if (message.to == to) found.push_back(std::move(message));
    return found;
}

std::vector<ApiCall> FakeGraphApi::calls(std::string_view method) const {
    const std::scoped_lock lock(server_->state.mutex);
    std::vector<ApiCall> found;
    for (const ApiCall& call : server_->state.calls)
        if (method.empty() || call.method == method) found.push_back(call);
    return found;
}

std::vector<ApiCall> FakeGraphApi::refused() const {
    std::vector<ApiCall> found;
    for (ApiCall& call : calls("POST messages"))
        if (call.status == 400) found.push_back(std::move(call));
    return found;
}

std::vector<std::string> FakeGraphApi::read_messages() const {
    const std::scoped_lock lock(server_->state.mutex);
    return server_->state.read;
}

void FakeGraphApi::fail_next(const std::vector<Fault>& faults) {
    const std::scoped_lock lock(server_->state.mutex);
    server_->state.script.assign(faults.begin(), faults.end());
}

void FakeGraphApi::fail_at_random(double share, std::uint64_t seed) {
    const std::scoped_lock lock(server_->state.mutex);
    server_->state.random_share = share;
    server_->state.random.seed(seed);
}

void FakeGraphApi::set_retry_after(std::chrono::seconds delay) {
    const std::scoped_lock lock(server_->state.mutex);
    server_->state.retry_after = delay;
}

void FakeGraphApi::set_latency(std::chrono::milliseconds latency) {
    const std::scoped_lock lock(server_->state.mutex);
    server_->state.latency = latency;
}

void FakeGraphApi::set_token_expired(bool expired) {
    const std::scoped_lock lock(server_->state.mutex);
    server_->state.token_expired = expired;
}

void FakeGraphApi::remove_from_whatsapp(const std::string& number) {
    const std::scoped_lock lock(server_->state.mutex);
    server_->state.not_on_whatsapp.insert(number);
}

void FakeGraphApi::set_pair_limit(int burst, std::chrono::milliseconds per) {
    const std::scoped_lock lock(server_->state.mutex);
    server_->state.pair_burst = burst;
    server_->state.pair_interval = per;
}

void FakeGraphApi::set_throughput(int per_second) {
    const std::scoped_lock lock(server_->state.mutex);
    server_->state.throughput = static_cast<std::size_t>(per_second);
}

void FakeGraphApi::move_clock(std::chrono::seconds forward) {
    const std::scoped_lock lock(server_->state.mutex);
    server_->state.clock_offset += forward;
}

std::chrono::system_clock::time_point FakeGraphApi::now() const {
    return server_->state.now();
}

WhatsAppStamp FakeGraphApi::stamp(const WhatsAppPerson& person) {
    return server_->state.stamp(person);
}

std::string FakeGraphApi::add_media(const std::string& mime, const std::string& bytes) {
    const auto until = now() + kIncomingLife;
    const std::scoped_lock lock(server_->state.mutex);
    return server_->state.media.add({.mime = mime, .bytes = bytes, .until = until});
}

std::string FakeGraphApi::media_content(const std::string& id) const {
    const auto at = now();
    const std::scoped_lock lock(server_->state.mutex);
    const GraphMedia* file = server_->state.media.find(id, at);
    return file == nullptr ? "" : file->bytes;
}

void FakeGraphApi::add_template(const std::string& definition, const std::string& status) {
    const auto object = parse_object(definition);
    if (!object) throw std::runtime_error("no template");
    const std::scoped_lock lock(server_->state.mutex);
    if (const auto refused = server_->state.templates.add(*object, status))
        throw std::runtime_error("template refused: " + refused->message + " " + refused->details);
}

void FakeGraphApi::set_template_status(const std::string& name, const std::string& status) {
    const std::scoped_lock lock(server_->state.mutex);
    server_->state.templates.set_status(name, status);
}

}  // namespace support
