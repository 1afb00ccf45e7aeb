#include "bot/service/bukti_worker.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cstdlib>
#include <system_error>

#include "bot/conversation/replies/bukti.hpp"
#include "bot/message_parts.hpp"
#include "bot/reply_message.hpp"
#include "bot/service/settle_try.hpp"
#include "storage/defects.hpp"
#include "storage/ledger_store.hpp"
#include "storage/outbox_store.hpp"

namespace bot {
namespace {

using storage::SebabGagal;

// The parts of an album come one after the other; so long after the last one it counts as whole.
// Another that comes later renews the confirmation.
constexpr std::chrono::seconds kAlbumPause{2};

SebabGagal sebab_of(adapters::FetchFailure failure) {
    return failure == adapters::FetchFailure::Gone ? SebabGagal::Hilang : SebabGagal::TerlaluBesar;
}

SebabGagal sebab_of(adapters::EvidenceRefusal refusal) {
    switch (refusal) {
        case adapters::EvidenceRefusal::Empty:
            return SebabGagal::Kosong;
        case adapters::EvidenceRefusal::TooLarge:
            return SebabGagal::TerlaluBesar;
        case adapters::EvidenceRefusal::Type:
            return SebabGagal::Jenis;
    }
    std::abort();
}

std::string_view kata_sebab(SebabGagal sebab) {
    switch (sebab) {
        case SebabGagal::Hilang:
            return sebab_hilang();
        case SebabGagal::TerlaluBesar:
            return sebab_terlalu_besar();
        case SebabGagal::Jenis:
            return sebab_jenis();
        case SebabGagal::Kosong:
            return sebab_kosong();
        case SebabGagal::WaktuHabis:
            return sebab_waktu_habis();
    }
    std::abort();
}

storage::AmbilHasil failed(SebabGagal sebab) {
    return {.sebab = sebab, .sha256 = "", .tipe = "", .ukuran = 0};
}

// The words about all that stands under one receipt; nothing as long as something is under way.
std::optional<Reply> kabar_of(
    const storage::AmbilJob& job, const std::vector<storage::BuktiKwitansi>& rows
) {
    KabarBukti kabar;
    kabar.kwitansi = job.kwitansi;
    std::string periode, aspek;
    for (const storage::BuktiKwitansi& row : rows) {
        if (row.status == domain::StatusBukti::Dihapus) continue;
        if (row.simpan == domain::SimpanBukti::Diambil) return std::nullopt;
        kabar.rhk = row.rhk;
        kabar.rhk_teks = row.rhk_teks;
        kabar.banyak = row.banyak;
        periode = fmt::format("{} {}", row.periode, row.tahun);
        if (const auto named = domain::aspek_dari(row.aspek)) aspek = domain::nama(*named);
        kabar.hasil.push_back(
            {row.nama,
             row.tipe,
             row.ukuran,
             row.sebab ? kata_sebab(*row.sebab) : std::string_view()}
        );
    }
    if (kabar.hasil.empty()) return std::nullopt;
    kabar.periode = periode;
    kabar.aspek = aspek;
    return kabar_bukti(kabar);
}

double random_fraction(Random& random) {
    constexpr std::uint64_t kSteps = 1'000'000;
    return static_cast<double>(random.below(kSteps)) / static_cast<double>(kSteps);
}

}  // namespace

BuktiWorker::BuktiWorker(ServiceParts parts, adapters::EvidenceStore& evidence, Clients clients)
    : parts_(parts), evidence_(evidence), clients_(std::move(clients)) {
    for (const auto& [channel, client] : clients_) channels_.push_back(channel);
}

StepResult BuktiWorker::step() {
    if (!connection_) {
        connection_ = std::make_unique<storage::Connection>(
            parts_.database_url, storage::ConnectionRole::Fetch
        );
    }
    storage::Transaction transaction(*connection_);
    storage::AmbilStore store(transaction);
    const auto job = store.claim(channels_);
    if (!job) return StepResult::Idle;
    SKPBOT_KILL_POINT("file_claimed");
    auto result = fetch(*job);
    SKPBOT_KILL_POINT("file_stored");
    if (!result && job->terlalu_lama) result = failed(SebabGagal::WaktuHabis);
    if (result) {
        settle(transaction, *job, *result);
    } else {
        store.later(*job, back_off_ms(job->percobaan, random_fraction(random_)));
    }
    SKPBOT_KILL_POINT("file_written");
    transaction.commit();
    SKPBOT_KILL_POINT("file_committed");
    const std::string_view word = !result ? "retry" : result->sebab ? "refused" : "stored";
    parts_.metrics.count(kEvidenceFiles, {word});
    if (result) parts_.messages.notify(1);
    return StepResult::Worked;
}

std::optional<storage::AmbilHasil> BuktiWorker::fetch(const storage::AmbilJob& job) {
    try {
        const auto input = evidence_.begin();
        const auto failure =
            clients_.at(job.channel)
                ->fetch(job.rujukan, domain::kBuktiMaksByte, [&](std::string_view bytes) {
                    return input->add(bytes);
                });
        if (failure == adapters::FetchFailure::TryLater) return std::nullopt;
        if (failure) return failed(sebab_of(*failure));
        SKPBOT_KILL_POINT("file_fetched");
        const auto stored = input->finish();
        if (!stored) return failed(sebab_of(stored.error()));
        return storage::AmbilHasil{
            .sebab = std::nullopt,
            .sha256 = stored->sha256,
            .tipe = std::string(adapters::word_of(stored->type)),
            .ukuran = stored->bytes,
        };
    } catch (const std::system_error& error) {
        spdlog::error(fmt::format(
            "evidence store failed bukti={} code={}", job.bukti_id, error.code().value()
        ));
        return std::nullopt;
    }
}

// The person's lock makes the last file of a receipt see the others.
void BuktiWorker::settle(
    storage::Transaction& transaction,
    const storage::AmbilJob& job,
    const storage::AmbilHasil& result
) {
    const std::vector<storage::PegawaiKey> owner{job.pemilik};
    storage::PegawaiStore(transaction).lock(owner);
    storage::AmbilStore(transaction).settle(job, result);
    const std::vector<storage::LedgerEntry> entry{{
        .instansi_id = job.pemilik.instansi_id,
        .pada = parts_.clock.now(job.database_time),
        .pelaku_id = std::nullopt,
        .tindakan = "simpan_bukti",
        .objek = "bukti",
        .objek_id = std::to_string(job.bukti_id),
        .versi = std::nullopt,
        .kwitansi = job.kwitansi,
        .sebelum = "diambil",
        .sesudah = result.sebab ? "gagal" : result.sha256,
    }};
    storage::LedgerStore(transaction).add(entry);
    tell(transaction, job);
}

void BuktiWorker::tell(storage::Transaction& transaction, const storage::AmbilJob& job) {
    const auto reply = kabar_of(job, storage::AmbilStore(transaction).of_receipt(job));
    storage::OutboxStore outbox(transaction);
    // What was to be said about fewer of them is not said.
    const std::vector<std::string> same{job.kwitansi};
    outbox.cancel(same);
    if (!reply) return;
    const domain::Instant now = parts_.clock.now(job.database_time);
    storage::NewMessage message = message_of(*reply, random_);
    message.conversation_id = job.conversation_id;
    message.kind = "bukti_tersimpan";
    message.scheduled = !job.album.empty();
    message.due_at = message.scheduled ? now + kAlbumPause : now;
    message.pegawai_id = job.pemilik.pegawai_id;
    message.kwitansi = job.kwitansi;
    message.created_at = now;
    message.urgency = storage::Urgency::Answer;  // the person waits for it
    std::vector<storage::NewMessage> messages;
    add_in_parts(messages, std::move(message));
    outbox.add(messages);
}

}  // namespace bot
