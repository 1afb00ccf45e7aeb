#include "storage/split_store.hpp"

#include <map>
#include <tuple>

#include "storage/defects.hpp"

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
    ArrayParam channels, accounts, addresses;
    for (const NewEvent& event : events) {
        channels.add(event.channel);
        accounts.add(event.account);
        addresses.add(event.address);
    }
    std::map<std::tuple<std::string, std::string, std::string>, std::int64_t> ids;
    for (const Row row : transaction_.run(
             "split/ensure_conversations", Params().add(channels).add(accounts).add(addresses)
         )) {
        ids[{row.text(1), row.text(2), row.text(3)}] = row.number(0);
    }
    for (NewEvent& event : events) {
        event.conversation_id = ids.at({event.channel, event.account, event.address});
    }
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
    transaction_.run("split/clear_gone", Params().add(conversation));
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
