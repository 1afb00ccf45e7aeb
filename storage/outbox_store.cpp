#include "storage/outbox_store.hpp"

namespace storage {

void OutboxStore::add(std::span<const NewMessage> messages) {
    if (messages.empty()) return;
    ArrayParam conversation, kind, klass, state, due, title, body, buttons, press, reply, pegawai,
        digest, kwitansi, event, created, parameters, urgency, sha256, file_name, file_type;
    for (const NewMessage& message : messages) {
        conversation.add(message.conversation_id);
        kind.add(message.kind);
        klass.add(message.message_class == MessageClass::MustArrive ? "M" : "R");
        state.add(message.scheduled ? "scheduled" : "waiting");
        due.add(message.due_at);
        title.add(message.title);
        body.add(message.body);
        buttons.add(message.buttons);
        press.add(message.press_key);
        reply.add(message.reply_to);
        pegawai.add(message.pegawai_id);
        digest.add(message.digest_id);
        kwitansi.add(message.kwitansi);
        event.add(message.event_id);
        created.add(message.created_at);
        parameters.add(message.parameters);
        urgency.add(static_cast<std::int64_t>(message.urgency));
        sha256.add(message.lampiran.sha256);
        file_name.add(message.lampiran.nama);
        file_type.add(message.lampiran.tipe);
    }
    Params params;
    for (const ArrayParam* array :
         {&conversation, &kind,       &klass,   &state,   &due,       &title,    &body,
          &buttons,      &press,      &reply,   &pegawai, &digest,    &kwitansi, &event,
          &created,      &parameters, &urgency, &sha256,  &file_name, &file_type}) {
        params.add(*array);
    }
    transaction_.run("outbox/add", params);
}

void OutboxStore::cancel(std::span<const std::string> kwitansi) {
    if (kwitansi.empty()) return;
    ArrayParam codes;
    for (const std::string& kode : kwitansi) codes.add(kode);
    transaction_.run("outbox/cancel", Params().add(codes));
}

void OutboxStore::show(std::span<const ShownMessage> messages, domain::Instant now) {
    if (messages.empty()) return;
    ArrayParam ids, keys, events;
    for (const ShownMessage& message : messages) {
        ids.add(message.id);
        keys.add(message.press_key);
        events.add(message.event_id);
    }
    transaction_.run("outbox/show", Params().add(ids).add(keys).add(events).add(now));
}

void OutboxStore::mark_used(std::span<const std::int64_t> ids, domain::Instant now) {
    if (ids.empty()) return;
    ArrayParam used;
    for (const std::int64_t id : ids) used.add(id);
    transaction_.run("outbox/mark_used", Params().add(used).add(now));
}

std::vector<ReferredMessage> OutboxStore::referred(
    std::span<const RepliedTo> replies, std::span<const std::string> press_keys
) {
    std::vector<ReferredMessage> found;
    if (replies.empty() && press_keys.empty()) return found;
    ArrayParam conversation, message, press;
    for (const RepliedTo& reply : replies) {
        conversation.add(reply.conversation_id);
        message.add(reply.message_id);
    }
    for (const std::string& key : press_keys) press.add(key);
    for (const Row row :
         transaction_.run("outbox/referred", Params().add(conversation).add(message).add(press))) {
        found.push_back({
            .id = row.number(0),
            .conversation_id = row.number(1),
            .message_id = row.text_or_empty(2),
            .press_key = row.text_or_empty(3),
            .kind = row.text(4),
            .kwitansi = row.text_or_empty(6),
            .buttons = row.text(7),
            .digest_id = row.number_or_none(5),
            .used = !row.is_null(8),
            .created_at = row.instant(9),
            .as_template = row.flag(10),
        });
    }
    return found;
}

std::vector<std::int64_t> OutboxStore::in_doubt_digests(std::span<const std::int64_t> digest_ids) {
    std::vector<std::int64_t> doubtful;
    if (digest_ids.empty()) return doubtful;
    ArrayParam ids;
    for (const std::int64_t id : digest_ids) ids.add(id);
    for (const Row row : transaction_.run("outbox/in_doubt_digests", Params().add(ids))) {
        doubtful.push_back(row.number(0));
    }
    return doubtful;
}

}  // namespace storage
