#include "bot/service/splitter.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "bot/service/events.hpp"
#include "storage/defects.hpp"

namespace bot {
namespace {

constexpr int kBodiesPerCommit = 256;

// What is always answered, and in the chat where it was said.
bool is_answered(std::string_view kind) {
    return kind == "text" || kind == "start" || kind == "press" || kind == "contact" ||
           kind == "file";
}

}  // namespace

Splitter::Splitter(
    ServiceParts parts,
    std::map<std::string, const adapters::Platform*> platforms,
    Acknowledgements& acknowledgements,
    ChatActions& actions
)
    : parts_(parts),
      platforms_(std::move(platforms)),
      acknowledgements_(acknowledgements),
      actions_(actions) {}

void Splitter::cut(const storage::StoredBody& body, Pieces& pieces) {
    const auto found = platforms_.find(body.channel);
    if (found == platforms_.end()) {
        pieces.finished.push_back({body.id, storage::BodyState::Quarantine});
        return;
    }
    const adapters::Platform& platform = *found->second;
    const adapters::Decoded decoded = platform.decode(body.raw);
    for (const adapters::Incoming& incoming : decoded.incoming) {
        if (is_ignored(incoming.content)) parts_.metrics.count(kEventsIgnored, {body.channel});
        // Nobody to answer and nothing to order it by: it is kept in the body.
        if (incoming.conversation.empty()) continue;
        pieces.events.push_back(event_of(body, incoming, platform.window()));
    }
    for (const auto& report : decoded.reports) pieces.reports.add(body.channel, report);
    for (const auto& event : decoded.events) note(body.channel, event);
    auto state = storage::BodyState::Split;
    if (!decoded.unreadable.empty()) {
        spdlog::warn(fmt::format("body set aside inbox={} bytes={}", body.id, body.raw.size()));
        parts_.metrics.count(kBodiesSetAside, {body.channel});
        state = storage::BodyState::Quarantine;
    }
    pieces.finished.push_back({body.id, state});
}

// What happened to our account: for whoever runs the service (PLATFORMS.md section 1).
void Splitter::note(const std::string& channel, const adapters::AccountEvent& event) {
    parts_.metrics.count(kAccountEvents, {channel, event.stop ? "stop" : "told"});
    const std::string line = fmt::format(
        "account event channel={} subject={} word={}", channel, event.subject, event.word
    );
    if (event.stop) {
        spdlog::error(line);
    } else {
        spdlog::warn(line);
    }
}

void Splitter::acknowledge(const std::vector<storage::NewEvent>& events) {
    for (const storage::NewEvent& event : events) {
        if (event.kind == "press") acknowledgements_.add_press(event.channel, event.detail);
        // Where people are known to wait for a reply only for a while, they see that it comes.
        if (event.window_until) acknowledgements_.add_message(event.channel, event.message_id);
    }
}

void Splitter::expect_answers(const std::vector<storage::NewEvent>& events) {
    const auto now = std::chrono::steady_clock::now();
    for (const storage::NewEvent& event : events) {
        if (is_answered(event.kind)) actions_.asked(event.channel, event.address, now);
    }
}

StepResult Splitter::step() {
    if (!connection_) {
        connection_ = std::make_unique<storage::Connection>(
            parts_.database_url, storage::ConnectionRole::Split
        );
    }
    storage::Transaction transaction(*connection_);
    storage::SplitStore store(transaction);
    if (!store.take_turn()) return StepResult::Idle;
    const auto bodies = store.oldest_bodies(kBodiesPerCommit);
    if (bodies.empty()) return StepResult::Idle;

    Pieces pieces;
    for (const storage::StoredBody& body : bodies) cut(body, pieces);
    SKPBOT_KILL_POINT("split_decoded");
    const auto added = store.add(pieces.events);
    const int again = keep_reports(transaction, pieces.reports, parts_.metrics);
    store.finish(pieces.finished);
    SKPBOT_KILL_POINT("split_written");
    transaction.commit();
    SKPBOT_KILL_POINT("split_committed");

    if (added > 0) parts_.events.notify(static_cast<int>(added));
    if (again > 0) parts_.messages.notify(again);
    acknowledge(pieces.events);
    // Among repeats nobody knows which of them is still to be answered.
    if (added == std::ssize(pieces.events)) expect_answers(pieces.events);
    return StepResult::Worked;
}

}  // namespace bot
