#include "storage/split_store.hpp"

#include <map>

#include "storage/conversation_address.hpp"
#include "storage/defects.hpp"
#include "storage/lane_store.hpp"

namespace storage {

bool SplitStore::take_turn() {
    return !transaction_.run("split/take_turn").empty();
}

std::vector<StoredBody> SplitStore::oldest_bodies(int limit) {
    std::vector<StoredBody> bodies;
    for (const Row row : transaction_.run("split/claim_bodies", Params().add(limit))) {
        bodies.push_back({
            .id = row.number(0),
            .channel = row.text(1),
            .account = row.text(2),
            .raw = row.bytes(3),
            .received_at = row.instant(4),
        });
    }
    return bodies;
}

void SplitStore::find_conversations(std::vector<NewEvent>& events) {
    std::vector<ConversationAddress> addresses;
    addresses.reserve(events.size());
    for (const NewEvent& event : events) {
        addresses.push_back({event.channel, event.account, event.address, event.number});
    }
    const auto ids = ensure_conversations(transaction_, addresses);
    for (std::size_t i = 0; i < events.size(); ++i) events[i].conversation_id = ids[i];
}

// Who writes is there; whose last act was to close the chat is not.
void SplitStore::note_who_is_there(const std::vector<NewEvent>& events) {
    std::map<std::int64_t, bool> closed;
    for (const NewEvent& event : events) closed[event.conversation_id] = event.closes_chat;
    ArrayParam there, gone, rest, yes, no;
    std::vector<std::int64_t> left;
    for (const auto& [conversation_id, is_closed] : closed) {
        if (!is_closed) {
            there.add(conversation_id);
            continue;
        }
        left.push_back(conversation_id);
        gone.add(conversation_id);
        rest.add(std::int64_t{0});
        yes.add_flag(true);
        no.add_flag(false);
    }
    transaction_.run("split/clear_gone", Params().add(there));
    if (left.empty()) return;
    transaction_.run("report/rest", Params().add(gone).add(rest).add(yes).add(no));
    leave(transaction_, left, {});
}

void SplitStore::open_windows(const std::vector<NewEvent>& events) {
    ArrayParam conversations, until;
    bool any = false;
    for (const NewEvent& event : events) {
        if (!event.window_until) continue;
        conversations.add(event.conversation_id);
        until.add(event.window_until);
        any = true;
    }
    if (any) transaction_.run("split/open_windows", Params().add(conversations).add(until));
}

std::int64_t SplitStore::add(std::vector<NewEvent> events) {
    if (events.empty()) return 0;
    find_conversations(events);
    ArrayParam inbox, conversation, account, external, natural, kind, message, reply, forwarded,
        body, detail, sender, sent, received, state;
    for (const NewEvent& event : events) {
        inbox.add(event.inbox_id);
        conversation.add(event.conversation_id);
        account.add(event.channel + ':' + event.account);
        const bool twice = SKPBOT_DEFECT("no_unique_key");
        const std::string suffix = twice ? ":" + std::to_string(event.inbox_id) : "";
        external.add(event.external_id + suffix);
        natural.add(event.natural_key + suffix);
        kind.add(event.kind);
        message.add(event.message_id);
        reply.add(event.reply_to);
        forwarded.add_flag(event.forwarded);
        body.add(event.body);
        detail.add(event.detail);
        sender.add(event.sender);
        sent.add(event.sent_at);
        received.add(event.received_at);
        state.add(event.ignored ? "ignored" : "open");
    }
    note_who_is_there(events);
    open_windows(events);
    transaction_.run("split/release_old_ids", Params().add(account).add(external));
    Params params;
    for (const ArrayParam* array :
         {&inbox,
          &conversation,
          &account,
          &external,
          &natural,
          &kind,
          &message,
          &reply,
          &forwarded,
          &body,
          &detail,
          &sender,
          &sent,
          &received,
          &state}) {
        params.add(*array);
    }
    return transaction_.run("split/add_events", params).affected();
}

void SplitStore::finish(std::span<const CutBody> bodies) {
    ArrayParam ids, states;
    for (const CutBody& body : bodies) {
        ids.add(body.id);
        states.add(body.state == BodyState::Split ? "split" : "quarantine");
    }
    transaction_.run("split/finish_bodies", Params().add(ids).add(states));
}

}  // namespace storage
