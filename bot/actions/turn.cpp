#include "bot/actions/turn.hpp"

#include "bot/conversation/overload.hpp"
#include "bot/conversation/replies/umum.hpp"
#include "bot/message_parts.hpp"
#include "bot/notices/message.hpp"
#include "bot/reply_message.hpp"

namespace bot {

TurnContext::TurnContext(const Turn& turn, const Loaded& loaded, Effects& effects, Random& random)
    : turn_(turn), loaded_(loaded), effects_(effects), random_(random) {
    const storage::OpenEvent& event = turn.event;
    saved_ = {
        .conversation_id = event.conversation_id,
        .dialogue = event.dialogue,
        .dialogue_at = event.dialogue_at,
        .wrong_tries = event.wrong_tries,
        .locked_until = event.locked_until,
        .greeted_at = event.greeted_at,
    };
    memory_ = {.now = turn.dialogue, .suspended = turn.suspended};
    if (turn.dialogue_expired || turn.dialogue_unreadable) forget_all();
    if (turn.drops_form) forget();
}

const storage::Kinerja& TurnContext::kinerja() const {
    return loaded_.kinerja.at(sender().key);
}

std::span<const domain::BuktiDukung> TurnContext::bukti() const {
    const auto found = loaded_.bukti.find(sender().key);
    if (found == loaded_.bukti.end()) return {};
    return found->second;
}

const storage::Acuan& TurnContext::acuan() const {
    return loaded_.acuan.at(sender().key.instansi_id);
}

domain::KalenderKerja TurnContext::kalender() const {
    return domain::KalenderKerja(sender().pola, acuan().libur);
}

domain::Tanggal TurnContext::hari_ini() const {
    return domain::tanggal_di(turn_.now, sender().zona);
}

domain::Tanggal TurnContext::hari_tulis() const {
    return domain::tanggal_di(turn_.written_at, sender().zona);
}

void TurnContext::remember(Dialogue dialogue) {
    memory_.now = std::move(dialogue);
    asked_ = true;
    save_memory();
}

void TurnContext::interrupt(Dialogue dialogue) {
    if (is_waiting(memory_.now)) memory_.suspended.push_back(std::move(memory_.now));
    if (memory_.suspended.size() > kMostSuspended) {
        memory_.suspended.erase(memory_.suspended.begin());
    }
    remember(std::move(dialogue));
}

void TurnContext::wait_for(Dialogue form) {
    if (turn_.answers_form) {
        remember(std::move(form));
    } else {
        interrupt(std::move(form));
    }
}

void TurnContext::forget() {
    memory_.now = TanpaDialog{};
    if (!memory_.suspended.empty()) {
        memory_.now = std::move(memory_.suspended.back());
        memory_.suspended.pop_back();
    }
    asked_ = false;
    save_memory();
}

void TurnContext::forget_all() {
    memory_ = {};
    asked_ = false;
    save_memory();
}

void TurnContext::save_memory() {
    std::string text = encode(memory_);
    if (text.empty() && saved_.dialogue.empty()) return;
    saved_.dialogue_at = text.empty() ? std::nullopt : std::optional<domain::Instant>(turn_.now);
    saved_.dialogue = std::move(text);
    changed_ = true;
}

void TurnContext::reply_with_digest(Reply reply, storage::NewDigest digest) {
    reply_ = std::move(reply);
    reply_digest_ = digest.digest_id;
    effects_.digests.push_back(std::move(digest));
}

void TurnContext::reply_about_digest(Reply reply, std::int64_t digest_id) {
    reply_ = std::move(reply);
    reply_digest_ = digest_id;
}

void TurnContext::lock_address(domain::Instant until) {
    saved_.locked_until = until;
    saved_.wrong_tries = 0;
    changed_ = true;
}

void TurnContext::count_wrong_try() {
    ++saved_.wrong_tries;
    changed_ = true;
}

void TurnContext::clear_wrong_tries() {
    saved_.wrong_tries = 0;
    saved_.locked_until.reset();
    changed_ = true;
}

void TurnContext::mark_greeted() {
    saved_.greeted_at = turn_.now;
    changed_ = true;
}

std::string TurnContext::add_receipt(std::string tindakan, std::string isi) {
    return add_receipt(sender().key, std::move(tindakan), std::move(isi));
}

std::string TurnContext::add_receipt(
    const storage::PegawaiKey& whose, std::string tindakan, std::string isi
) {
    std::string kode = random_.receipt_code();
    add_receipt({whose, kode, std::move(tindakan), std::move(isi)});
    return kode;
}

void TurnContext::add_receipt(NewReceipt receipt) {
    effects_.receipts.push_back({
        .pegawai = receipt.whose,
        .kode = std::move(receipt.kode),
        .tindakan = std::move(receipt.tindakan),
        .isi = std::move(receipt.isi),
        .pada = turn_.now,
        .message_id = turn_.event.message_id,
        .conversation_id = turn_.event.conversation_id,
        .batal_oleh = "",
    });
    // A button that did something does nothing more.
    if (turn_.pressed && turn_.referred) {
        effects_.used_messages.push_back(turn_.referred->id);
        effects_.used_buttons.push_back(
            {turn_.event.channel, turn_.event.address, turn_.referred->message_id}
        );
    }
}

void TurnContext::notify(
    std::int64_t conversation_id,
    std::string kind,
    const Reply& reply,
    domain::Instant due_at,
    const std::string& kwitansi
) {
    storage::NewMessage message = message_of(reply, random_);
    message.conversation_id = conversation_id;
    message.kind = std::move(kind);
    message.urgency = urgency_of(message.kind);
    message.scheduled = due_at > turn_.now;
    message.due_at = due_at;
    if (!kwitansi.empty()) message.kwitansi = kwitansi;
    message.event_id = turn_.event.id;
    message.created_at = turn_.now;
    add_in_parts(effects_.messages, std::move(message));
}

void TurnContext::finish() {
    if (reply_) {
        if (turn_.dialogue_expired) reply_->body = isian_kedaluwarsa() + reply_->body;
        if (turn_.dialogue_unreadable) reply_->body = isian_tak_terbaca() + reply_->body;
        // A form that this answer does not speak of goes on behind it.
        const std::string question = asked_ ? "" : pending_question(memory_.now);
        if (!question.empty()) reply_->body += lanjut(question);
        storage::NewMessage message = message_of(*reply_, random_);
        message.conversation_id = turn_.event.conversation_id;
        message.kind = "balasan";
        message.urgency = storage::Urgency::Answer;
        message.due_at = turn_.now;
        message.reply_to = "";
        if (turn_.sender) message.pegawai_id = turn_.sender->key.pegawai_id;
        message.digest_id = reply_digest_;
        message.event_id = turn_.event.id;
        message.created_at = turn_.now;
        add_in_parts(effects_.messages, std::move(message));
    }
    if (changed_) effects_.dialogues.push_back(saved_);
    effects_.finished.push_back({turn_.event.id, storage::EventState::Done});
}

std::string pending_question(const Dialogue& dialogue) {
    return std::visit(
        Overload{
            [](const TanpaDialog&) { return std::string(); },
            [](const TungguNip&) { return std::string("tulis NIP Anda, 18 angka."); },
            [](const TungguKode&) { return std::string("tulis kode aktivasi Anda, 6 angka."); },
            [](const LengkapiRealisasi& form) {
                switch (form.apa) {
                    case Ditanya::Rhk:
                        return std::string("untuk RHK nomor berapa realisasi tadi?");
                    case Ditanya::Aspek:
                        return std::string("aspek yang mana untuk realisasi tadi?");
                    case Ditanya::Nilai:
                        return std::string("berapa realisasinya?");
                }
                std::abort();
            },
            [](const KonfirmasiRealisasi&) {
                return std::string("simpan semua realisasi tadi? Tulis simpan atau batal.");
            },
            [](const TungguAlasan&) { return std::string("apa alasan mengembalikannya?"); },
            [](const TungguBukti& waiting) {
                switch (waiting.apa) {
                    case DitanyaBukti::Rhk:
                        return std::string("untuk RHK nomor berapa bukti tadi?");
                    case DitanyaBukti::Aspek:
                        return std::string("aspek yang mana untuk bukti tadi?");
                    case DitanyaBukti::Isi:
                        return std::string("kirim foto, dokumen, atau tautan buktinya.");
                }
                std::abort();
            },
            [](const KonfirmasiLepas&) {
                return std::string("lepaskan akun ini? Tulis ya atau batal.");
            },
            [](const KonfirmasiSuntingan&) {
                return std::string("catat yang Anda sunting tadi? Tulis ya atau tidak.");
            },
        },
        dialogue
    );
}

}  // namespace bot
