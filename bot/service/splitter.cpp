#include "bot/service/splitter.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "adapters/hmac.hpp"
#include "bot/berkas.hpp"
#include "bot/conversation/overload.hpp"
#include "storage/defects.hpp"

namespace bot {
namespace {

constexpr int kBodiesPerCommit = 256;

// The kind and the words of a content, as the event keeps them.
struct Words {
    std::string kind, body, detail;
};

Words words_of(const adapters::Content& content) {
    return std::visit(
        Overload{
            [](const adapters::Text& text) {
                return Words{"text", text.text, ""};
            },
            [](const adapters::Start& start) {
                return Words{"start", start.token, ""};
            },
            [](const adapters::Press& press) {
                return Words{"press", press.handle, press.answer_id};
            },
            [](const adapters::ContactCard& card) {
                return Words{"contact", card.number, card.own ? "own" : "other"};
            },
            [](const adapters::File& file) {
                return Words{"file", file.caption, encode_file(file)};
            },
            [](const adapters::Location& place) {
                return Words{"location", place.name, ""};
            },
            [](const adapters::Reaction&) {
                return Words{"reaction", "", ""};
            },
            [](const adapters::Edited& edited) {
                return Words{"edited", edited.text, ""};
            },
            [](const adapters::Blocked&) {
                return Words{"blocked", "", ""};
            },
            [](const adapters::Unblocked&) {
                return Words{"unblocked", "", ""};
            },
            // No turn reads these kinds yet: they are kept and counted, and nobody is answered.
            [](const adapters::Revoked& revoked) {
                return Words{"ignored", "", "revoked " + revoked.message_id};
            },
            [](const adapters::AddressChanged&) {
                return Words{"ignored", "", "address_changed"};
            },
            [](const adapters::IdentityChanged&) {
                return Words{"ignored", "", "identity_changed"};
            },
            [](const adapters::GroupMessage&) {
                return Words{"group", "", ""};
            },
            [](const adapters::Unsupported& what) {
                return Words{"unsupported", "", what.name};
            },
            [](const adapters::Ignored& what) {
                return Words{"ignored", "", what.name};
            },
        },
        content
    );
}

// Whether no turn is to see it.
bool is_ignored(const adapters::Content& content) {
    return std::holds_alternative<adapters::Ignored>(content) ||
           std::holds_alternative<adapters::Revoked>(content) ||
           std::holds_alternative<adapters::AddressChanged>(content) ||
           std::holds_alternative<adapters::IdentityChanged>(content);
}

std::string hash_key(const std::string& raw) {
    return "sha256:" + adapters::hex(adapters::sha256(raw));
}

}  // namespace

storage::NewEvent event_of(
    const storage::StoredBody& body, const std::string& account, const adapters::Incoming& incoming
) {
    Words words = words_of(incoming.content);
    storage::NewEvent event{
        .inbox_id = body.id,
        .conversation_id = 0,
        .channel = body.channel,
        .account = account,
        .address = incoming.conversation,
        .external_id = incoming.external_id.empty() ? hash_key(body.raw) : incoming.external_id,
        .natural_key = incoming.natural_key,
        .kind = std::move(words.kind),
        .message_id = incoming.message_id,
        .reply_to = incoming.reply_to,
        .forwarded = incoming.forwarded,
        .body = std::move(words.body),
        .detail = std::move(words.detail),
        .sender = incoming.sender,
        .sent_at = incoming.sent_at,
        .received_at = body.received_at,
        .ignored = is_ignored(incoming.content),
    };
    if (event.natural_key.empty()) event.natural_key = "x:" + event.external_id;
    return event;
}

Splitter::Splitter(
    ServiceParts parts,
    std::map<std::string, const adapters::Platform*> platforms,
    PressAnswers& press_answers
)
    : parts_(parts), platforms_(std::move(platforms)), press_answers_(press_answers) {}

storage::CutBody Splitter::cut(
    const storage::StoredBody& body, std::vector<storage::NewEvent>& events
) {
    const auto platform = platforms_.find(body.channel);
    if (platform == platforms_.end()) return {body.id, storage::BodyState::Quarantine};
    const adapters::Decoded decoded = platform->second->decode(body.raw);
    for (const adapters::Incoming& incoming : decoded.incoming) {
        // Nobody to answer and nothing to order it by: counted, and kept in the body.
        if (is_ignored(incoming.content)) {
            parts_.metrics.count(kEventsIgnored, {body.channel});
        }
        if (incoming.conversation.empty()) continue;
        events.push_back(event_of(body, body.account, incoming));
    }
    if (decoded.unreadable.empty()) return {body.id, storage::BodyState::Split};
    spdlog::warn(fmt::format("body set aside inbox={} bytes={}", body.id, body.raw.size()));
    parts_.metrics.count(kBodiesSetAside, {body.channel});
    return {body.id, storage::BodyState::Quarantine};
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

    std::vector<storage::NewEvent> events;
    std::vector<storage::CutBody> finished;
    for (const storage::StoredBody& body : bodies) finished.push_back(cut(body, events));
    const auto pressed = events;
    SKPBOT_KILL_POINT("split_decoded");
    const auto added = store.add(std::move(events));
    store.finish(finished);
    SKPBOT_KILL_POINT("split_written");
    transaction.commit();
    SKPBOT_KILL_POINT("split_committed");

    if (added > 0) parts_.events.notify(static_cast<int>(added));
    for (const storage::NewEvent& event : pressed) {
        if (event.kind == "press") press_answers_.add(event.channel, event.detail);
    }
    return StepResult::Worked;
}

}  // namespace bot
