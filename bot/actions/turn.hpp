#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "bot/conversation/command.hpp"
#include "bot/conversation/dialogue.hpp"
#include "bot/conversation/reply.hpp"
#include "bot/random.hpp"
#include "storage/binding_store.hpp"
#include "storage/bukti_store.hpp"
#include "storage/digest_store.hpp"
#include "storage/kinerja_store.hpp"
#include "storage/ledger_store.hpp"
#include "storage/outbox_store.hpp"
#include "storage/pegawai_store.hpp"
#include "storage/realisasi_store.hpp"
#include "storage/receipt_store.hpp"
#include "storage/turn_store.hpp"

namespace bot {

// What kind of turn it is; only a Perintah carries a command out.
enum class Gerak {
    Perintah,
    Kontak,
    Tautan,
    Suntingan,  // the command is what the edited text says; it is not carried out
    Ditarik,    // a message of his own was taken back by the person
    TidakDidukung,
    Grup,
    LihatIsi,  // what a template stands for is to be shown
    TombolMati,
    Diam
};

// One message of one person, and everything that a rule may need to know about its circumstances.
// Plain value.
struct Turn {
    storage::OpenEvent event;
    std::optional<storage::Sender> sender;  // nothing: bound to nobody
    Dialogue dialogue;
    std::vector<Dialogue> suspended;   // the forms that it interrupted
    bool dialogue_expired = false;     // there was a form, but it is too old
    bool dialogue_unreadable = false;  // there was one, of a version that is not known here
    bool answers_form = false;         // the command is the next step of the form
    bool drops_form = false;           // the form is given up by the command
    std::optional<storage::ReferredMessage> referred;  // replied to, or its button was pressed
    bool pressed = false;
    Gerak gerak = Gerak::Perintah;
    std::string text;  // as written, or the command of the button
    Command command;
    std::optional<BerkasMasuk> berkas;  // the file that came with the message
    domain::Instant now;                // the service's time
    domain::Instant written_at;  // the platform's time of the message: decides what is in time
};

// What a turn wants to be loaded. Filled before anything is read, for the whole batch at once.
struct Needs {
    bool kinerja = false;         // SKP, realisasi and calendar of the sender
    bool waiting = false;         // what waits for the sender's decision
    bool latest_digests = false;  // for numbers in an answer
    bool fresh_digest = false;    // a list is about to be shown
    bool bukti_bawahan = false;   // evidence of those whom the sender judges
    std::vector<storage::DigestKey> digests;
    std::optional<storage::WantedReceipt> receipt;
    bool recorded = false;  // what the edited or revoked message recorded
    bool released = false;  // who let this address go a moment ago
    std::optional<std::string> nip;
    std::optional<std::string> token_hash;
};

// What was loaded for the batch. Missing entries: there is nothing.
struct Loaded {
    std::map<storage::PegawaiKey, storage::Kinerja> kinerja;
    std::map<storage::PegawaiKey, std::vector<domain::BuktiDukung>> bukti;  // with the kinerja
    std::vector<storage::BuktiBawahan> bukti_bawahan;
    std::map<std::int64_t, storage::Acuan> acuan;
    std::vector<storage::WaitingItem> waiting;
    std::vector<storage::LatestDigest> latest;
    std::vector<storage::WaitingItem> digest_items;
    std::set<std::int64_t> in_doubt_digests;
    std::map<storage::PegawaiKey, storage::Receipt> receipts;
    std::vector<storage::Receipt> recorded;               // by an edited or revoked message
    std::map<std::int64_t, storage::Receipt> released;    // by conversation
    std::vector<storage::ReceiptEffect> receipt_effects;  // of `receipts` and `recorded`
    std::vector<storage::BuktiEffect> bukti_effects;
    std::map<std::string, storage::Candidate> by_nip, by_token;
    std::set<std::int64_t> bound;
    std::map<storage::PegawaiKey, std::int64_t> chats;
    std::vector<std::int64_t> fresh_digest_ids;  // one per turn that needs one
    std::string activation_key;
};

// The buttons under a message of ours that have done their work.
struct UsedButtons {
    std::string channel, address, message_id;
};

// Everything that a batch writes, one multi-row statement per kind.
struct Effects {
    std::vector<storage::NewVersi> versi;
    std::vector<storage::NewBukti> bukti;
    std::vector<storage::BuktiVersi> bukti_versi;
    std::vector<storage::LedgerEntry> ledger;
    std::vector<storage::Receipt> receipts;
    std::vector<storage::CancelledReceipt> cancelled_receipts;
    std::vector<storage::NewMessage> messages;
    std::vector<std::string> cancelled_messages;  // by receipt
    std::vector<std::int64_t> used_messages;
    std::vector<UsedButtons> used_buttons;
    std::vector<storage::ShownMessage> shown;
    std::vector<storage::NewBinding> bindings;
    std::vector<storage::KodeKey> used_codes, wrong_codes;
    std::vector<storage::AlamatKey> ended, rejected_newer, undone_bindings;
    std::vector<storage::EndedBinding> reopened;
    std::vector<storage::NewDigest> digests;
    std::vector<storage::SavedDialogue> dialogues;
    std::vector<storage::FinishedEvent> finished;
};

// A turn while its action runs: what it may read, and where it says what is to happen. For one
// thread.
class TurnContext {
public:
    TurnContext(const Turn& turn, const Loaded& loaded, Effects& effects, Random& random);

    [[nodiscard]] const Turn& turn() const { return turn_; }
    [[nodiscard]] const Loaded& loaded() const { return loaded_; }
    [[nodiscard]] Effects& effects() { return effects_; }
    [[nodiscard]] Random& random() { return random_; }

    // The sender; only for commands that need_binding().
    [[nodiscard]] const storage::Sender& sender() const { return *turn_.sender; }
    [[nodiscard]] const storage::Kinerja& kinerja() const;
    // All of the sender's evidence, also what was taken away.
    [[nodiscard]] std::span<const domain::BuktiDukung> bukti() const;
    [[nodiscard]] const storage::Acuan& acuan() const;
    [[nodiscard]] domain::KalenderKerja kalender() const;
    [[nodiscard]] domain::Tanggal hari_ini() const;
    [[nodiscard]] domain::Tanggal hari_tulis() const;

    // Answers. A turn answers once; a second call replaces the first. With a digest, new or known,
    // the numbers in it are resolved by that digest.
    void reply(Reply reply) { reply_ = std::move(reply); }
    void reply_with_digest(Reply reply, storage::NewDigest digest);
    void reply_about_digest(Reply reply, std::int64_t digest_id);

    // What the conversation waits for from now on; without a call it stays as it was. remember()
    // takes the place of the form that is open, interrupt() comes before it, wait_for() does the one
    // if the turn answers the form and else the other, forget() ends it, so that the one before it
    // goes on; forget_all() ends all.
    void remember(Dialogue dialogue);
    void interrupt(Dialogue dialogue);
    void wait_for(Dialogue form);
    void forget();
    void forget_all();

    void lock_address(domain::Instant until);
    void count_wrong_try();
    void clear_wrong_tries();
    void mark_greeted();

    // A receipt for the sender, or for somebody who is becoming or was just the sender, with its
    // code.
    std::string add_receipt(std::string tindakan, std::string isi);
    std::string add_receipt(
        const storage::PegawaiKey& whose, std::string tindakan, std::string isi
    );
    // The same with a code that was drawn before.
    struct NewReceipt {
        storage::PegawaiKey whose;
        std::string kode, tindakan, isi;
    };
    void add_receipt(NewReceipt receipt);

    // A message to somebody else, not before `due_at`.
    void notify(
        std::int64_t conversation_id,
        std::string kind,
        const Reply& reply,
        domain::Instant due_at,
        const std::string& kwitansi
    );

    // Settles the event: reply, dialogue, state. Once, at the end.
    void finish();

private:
    void save_memory();

    const Turn& turn_;
    const Loaded& loaded_;
    Effects& effects_;
    Random& random_;
    std::optional<Reply> reply_;
    std::optional<std::int64_t> reply_digest_;
    storage::SavedDialogue saved_;
    Memory memory_;
    bool asked_ = false;  // the answer itself asks what the form waits for
    bool changed_ = false;
};

// The question that a pending form asks, for "Lanjut: …"; empty if there is none.
std::string pending_question(const Dialogue& dialogue);

}  // namespace bot
