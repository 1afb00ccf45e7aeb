#include <array>
#include <optional>

#include "bot/conversation/replies/notice.hpp"
#include "bot/message_parts.hpp"
#include "bot/notices/due.hpp"
#include "bot/notices/message.hpp"
#include "bot/notices/waktu_kirim.hpp"
#include "storage/kinerja_store.hpp"

namespace bot {
namespace {

constexpr std::string_view kBatasPenilaian = "batas_penilaian";

// {ingat_batas = 10, 5, 2, 0} working days before (DOMAIN.md section 14).
constexpr std::array<int, 4> kDaysBefore{0, 2, 5, 10};

// The slot whose window is open: the latest one that has begun. Nothing before the first and behind
// the Batas.
std::optional<int> open_slot(
    const domain::KalenderKerja& kalender, const domain::Periode& periode, domain::Tanggal hari_ini
) {
    if (hari_ini > periode.batas || hari_ini < periode.awal) return std::nullopt;
    for (const int days : kDaysBefore) {
        if (kalender.sebelum(periode.batas, days) <= hari_ini) return days;
    }
    return std::nullopt;
}

struct Occasion {
    std::int64_t instansi_id = 0;
    const domain::Periode& periode;
    const domain::KalenderKerja& kalender;
    domain::Tanggal hari_ini;
    int days = 0;
};

// The whole slot of a period is one occasion of its own (person 0), so that it is looked up once
// and reaches those who miss something on that day.
bool claim_slot(storage::DueStore& store, const Occasion& occasion, domain::Instant now) {
    const storage::NoticeKey key{
        .instansi_id = occasion.instansi_id,
        .rule = std::string(kBatasPenilaian),
        .pegawai_id = 0,
        .periode_id = occasion.periode.id,
        .slot = std::to_string(occasion.days),
    };
    return !store.claim(std::array{key}, now).empty();
}

struct Reminded {
    std::int64_t conversation_id = 0;
    std::vector<TugasTersisa> tasks;
};

std::map<std::int64_t, Reminded> by_person(const std::vector<storage::MissingRealisasi>& missing) {
    std::map<std::int64_t, Reminded> persons;
    for (const storage::MissingRealisasi& row : missing) {
        Reminded& person = persons[row.pegawai_id];
        person.conversation_id = row.conversation_id;
        const auto aspek = domain::aspek_dari(row.aspek);
        person.tasks.push_back({
            .rhk = row.rhk_nomor,
            .teks = row.rhk_teks,
            .aspek = aspek ? std::string(domain::nama(*aspek)) : "",
            .dikembalikan = row.dikembalikan,
        });
    }
    return persons;
}

int remind_page(
    storage::Transaction& transaction,
    const storage::PersonPage& page,
    const Occasion& occasion,
    domain::Instant now,
    Random& random
) {
    storage::DueStore store(transaction);
    const auto persons =
        by_person(store.missing_realisasi(page, occasion.periode.id, occasion.periode.tahun));
    std::vector<storage::NoticeKey> keys;
    for (const auto& [pegawai_id, person] : persons) {
        keys.push_back({
            .instansi_id = occasion.instansi_id,
            .rule = std::string(kBatasPenilaian),
            .pegawai_id = pegawai_id,
            .periode_id = occasion.periode.id,
            .slot = std::to_string(occasion.days),
        });
    }
    std::vector<storage::NewMessage> messages;
    for (const storage::NoticeKey& key : store.claim(keys, now)) {
        const Reminded& person = persons.at(key.pegawai_id);
        auto message = reminder_message(
            pengingat_batas(occasion.periode, person.tasks, occasion.kalender, occasion.hari_ini),
            std::string(kBatasPenilaian),
            now,
            random
        );
        message.conversation_id = person.conversation_id;
        message.pegawai_id = key.pegawai_id;
        add_in_parts(messages, std::move(message));
    }
    storage::OutboxStore(transaction).add(messages);
    return static_cast<int>(messages.size());
}

int remind(
    storage::Transaction& transaction, const Occasion& occasion, domain::Instant now, Random& random
) {
    storage::DueStore store(transaction);
    if (!claim_slot(store, occasion, now)) return 0;
    int count = 0;
    for (std::int64_t after = 0;;) {
        const auto page = store.next_page(occasion.instansi_id, after);
        if (!page) return count;
        count += remind_page(transaction, *page, occasion, now, random);
        after = page->last;
    }
}

}  // namespace

int remind_before_batas(storage::Transaction& transaction, domain::Instant now, Random& random) {
    storage::KinerjaStore store(transaction);
    const auto all = store.instansi();
    std::vector<std::int64_t> ids;
    for (const storage::InstansiRow& instansi : all) {
        if (boleh_kirim(now, instansi.zona)) ids.push_back(instansi.id);
    }
    const auto acuan = store.acuan(ids);
    int count = 0;
    for (const storage::InstansiRow& instansi : all) {
        const auto found = acuan.find(instansi.id);
        if (found == acuan.end()) continue;
        const domain::KalenderKerja kalender(instansi.pola, found->second.libur);
        const domain::Tanggal hari_ini = domain::tanggal_di(now, instansi.zona);
        for (const domain::Periode& periode : found->second.periode) {
            if (periode.jenis == domain::JenisPeriode::Final) continue;
            const auto slot = open_slot(kalender, periode, hari_ini);
            if (!slot) continue;
            count +=
                remind(transaction, {instansi.id, periode, kalender, hari_ini, *slot}, now, random);
        }
    }
    return count;
}

}  // namespace bot
