#include "bot/service/events.hpp"

#include <algorithm>

#include "adapters/hmac.hpp"
#include "bot/berkas.hpp"
#include "bot/conversation/overload.hpp"

namespace bot {
namespace {

// The kind and the words of a content, as the event keeps them.
struct Words {
    std::string kind, body, detail;
};

bool is_thumb(const std::string& emoji) {
    return emoji.starts_with("\U0001F44D");  // in any colour of skin
}

// The thumb, if that was put; nothing, if the person's reaction is no thumb any more; else what
// was put.
std::string left_by(const adapters::Reaction& reaction) {
    const auto thumb = std::ranges::find_if(reaction.added, is_thumb);
    if (thumb != reaction.added.end()) return *thumb;
    const bool gone = reaction.replaces || std::ranges::any_of(reaction.removed, is_thumb);
    return gone || reaction.added.empty() ? std::string() : reaction.added.front();
}

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
            [](const adapters::Reaction& reaction) {
                return Words{"reaction", left_by(reaction), ""};
            },
            [](const adapters::Edited& edited) {
                return Words{"edited", edited.text, edited.message_id};
            },
            [](const adapters::Blocked&) {
                return Words{"blocked", "", ""};
            },
            [](const adapters::Unblocked&) {
                return Words{"unblocked", "", ""};
            },
            [](const adapters::Revoked& revoked) {
                return Words{"revoked", "", revoked.message_id};
            },
            // No turn reads these kinds yet: they are kept and counted, and nobody is answered.
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

// A reaction does not open the window (PLATFORMS.md section 8), nor what the platform itself tells.
bool opens_window(const adapters::Content& content) {
    return !is_ignored(content) && !std::holds_alternative<adapters::Reaction>(content) &&
           !std::holds_alternative<adapters::Blocked>(content);
}

std::string hash_key(const std::string& raw) {
    return "sha256:" + adapters::hex(adapters::sha256(raw));
}

}  // namespace

std::string reaction_key(const std::string& message_id) {
    return "reaksi:" + message_id;
}

bool is_ignored(const adapters::Content& content) {
    return std::holds_alternative<adapters::Ignored>(content) ||
           std::holds_alternative<adapters::AddressChanged>(content) ||
           std::holds_alternative<adapters::IdentityChanged>(content);
}

storage::NewEvent event_of(
    const storage::StoredBody& body,
    const adapters::Incoming& incoming,
    std::optional<std::chrono::seconds> window
) {
    Words words = words_of(incoming.content);
    storage::NewEvent event{
        .inbox_id = body.id,
        .conversation_id = 0,
        .channel = body.channel,
        .account = body.account,
        .address = incoming.conversation,
        .number = incoming.number,
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
        .closes_chat = std::holds_alternative<adapters::Blocked>(incoming.content),
        .window_until = std::nullopt,
    };
    if (const auto* reaction = std::get_if<adapters::Reaction>(&incoming.content)) {
        // It is about that message of ours, and what it does is found again by it.
        event.reply_to = reaction->message_id;
        event.message_id = reaction_key(reaction->message_id);
    }
    if (window && opens_window(incoming.content)) {
        event.window_until = incoming.sent_at.value_or(body.received_at) + *window;
    }
    if (event.natural_key.empty()) event.natural_key = "x:" + event.external_id;
    return event;
}

}  // namespace bot
