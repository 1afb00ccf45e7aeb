#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "storage/pegawai_store.hpp"

namespace storage {

// RELIABILITY.md rule 20: M must arrive and may be repeated after a doubt; R is never repeated.
enum class MessageClass { MustArrive, Reminder };

// What goes first where not everything can go at once: the order of this list.
enum class Urgency { Answer, Legal, Digest, Notice };

// A file of the evidence store that goes with a message.
struct Lampiran {
    std::string sha256;  // empty: none
    std::string nama;
    std::string tipe;  // "pdf"
};

struct NewMessage {
    std::int64_t conversation_id = 0;
    std::string kind;  // name of the notice, or "balasan"
    MessageClass message_class = MessageClass::MustArrive;
    bool scheduled = false;  // waits for due_at; else it may go at once
    domain::Instant due_at;
    std::string title, body;
    std::string buttons;                   // encoded by the bot; empty: none
    std::optional<std::string> press_key;  // of the buttons
    std::string reply_to;
    std::optional<std::int64_t> pegawai_id, digest_id, event_id;
    std::optional<std::string> kwitansi;
    domain::Instant created_at;
    Urgency urgency = Urgency::Notice;
    std::string parameters;  // of the notice's template, a line each; empty: it has none
    Lampiran lampiran{};
};

// A message of ours that somebody answered or pressed.
struct ReferredMessage {
    std::int64_t id = 0;
    std::int64_t conversation_id = 0;
    std::string message_id, press_key, kind, kwitansi, buttons;
    std::optional<std::int64_t> digest_id;
    bool used = false;
    domain::Instant created_at;
    bool as_template = false;  // the person saw the words of the template alone
};

// A message whose content goes out, as answer to an event.
struct ShownMessage {
    std::int64_t id = 0;
    std::string press_key;  // of the buttons of what goes out
    std::int64_t event_id = 0;
};

struct RepliedTo {
    std::int64_t conversation_id = 0;
    std::string message_id;
};

// What is to be sent, as turns and notices see it. Lives as long as one transaction.
class OutboxStore {
public:
    explicit OutboxStore(Transaction& transaction) : transaction_(transaction) {}

    void add(std::span<const NewMessage> messages);

    // Messages that belong to these receipts and are not sent yet are not sent.
    void cancel(std::span<const std::string> kwitansi);

    // What a template stood for goes out in full, to where it went.
    void show(std::span<const ShownMessage> messages, domain::Instant now);

    void mark_used(std::span<const std::int64_t> ids, domain::Instant now);

    // Unknown ones are missing. A press key is found whatever the conversation: compare it.
    std::vector<ReferredMessage> referred(
        std::span<const RepliedTo> replies, std::span<const std::string> press_keys
    );

    // Those of the digests of which it is not known whether they arrived.
    std::vector<std::int64_t> in_doubt_digests(std::span<const std::int64_t> digest_ids);

private:
    Transaction& transaction_;
};

}  // namespace storage
