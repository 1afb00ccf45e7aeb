#include "bot/service/simulator/page_state.hpp"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>

#include "bot/service/simulator/shapes.hpp"
#include "storage/kinerja_store.hpp"

namespace bot::simulator {
namespace {

// Where the buttons of the clock lead on a day: the beginning of the working day.
constexpr std::chrono::hours kMorning{8};
// The first reminder before the Batas (CONVERSATION.md section 6).
constexpr int kReminderDays = 10;

json::value time_or_null(std::optional<domain::Instant> time, domain::Zona zona) {
    if (!time) return nullptr;
    return json::value(domain::rfc3339(*time, zona));
}

json::object written(const storage::OrangPonsel& one) {
    return {
        {"nip", one.nip},
        {"nama", one.nama},
        {"jabatan", one.jabatan},
        {"unit", one.unit},
        {"atasan", one.nip_atasan.empty() ? json::value(nullptr) : json::value(one.nip_atasan)},
        {"alamat", one.alamat},
        {"terhubung", one.terhubung},
        {"belum_dibaca", one.belum_dibaca}};
}

// The calendar of the first instansi that has people: the demo's own.
struct Place {
    domain::Zona zona = domain::Zona::Wib;
    domain::PolaKerja pola = domain::PolaKerja::LimaHari;
    storage::Acuan acuan;
};

Place place_of(storage::Transaction& transaction, const std::vector<storage::OrangPonsel>& people) {
    Place place;
    if (people.empty()) return place;
    storage::KinerjaStore store(transaction);
    const std::int64_t id = people.front().instansi_id;
    for (const storage::InstansiRow& one : store.instansi()) {
        if (one.id == id) {
            place.zona = one.zona;
            place.pola = one.pola;
        }
    }
    auto all = store.acuan(std::array{id});
    if (const auto found = all.find(id); found != all.end()) place.acuan = std::move(found->second);
    return place;
}

// The period whose Batas comes next.
const domain::Periode* next_batas(const Place& place, domain::Instant now) {
    const domain::Periode* next = nullptr;
    for (const domain::Periode& one : place.acuan.periode) {
        if (domain::akhir_hari(one.batas, place.zona) < now) continue;
        if (next == nullptr || one.batas < next->batas) next = &one;
    }
    return next;
}

void add_calendar(json::object& state, const Place& place, domain::Instant now) {
    const domain::KalenderKerja calendar(place.pola, place.acuan.libur);
    const domain::Tanggal today = domain::tanggal_di(now, place.zona);
    const auto morning = [&](domain::Tanggal day) -> std::optional<domain::Instant> {
        const auto time = domain::instan(day, kMorning, place.zona);
        return time > now ? std::optional(time) : std::nullopt;
    };
    // The first of the mornings, one for each period, that is still to come.
    const auto first_of = [&](const auto& day_of) {
        std::optional<domain::Instant> first;
        for (const domain::Periode& one : place.acuan.periode) {
            const auto time = morning(day_of(one));
            if (time && (!first || *time < *first)) first = time;
        }
        return time_or_null(first, place.zona);
    };
    state["langkah"] = json::object{
        {"jam", domain::rfc3339(now + std::chrono::hours{1}, place.zona)},
        {"hari_kerja", time_or_null(morning(calendar.tambah(today, 1)), place.zona)},
        {"batas", first_of([](const domain::Periode& one) { return one.batas; })},
        {"sepuluh_hari", first_of([&](const domain::Periode& one) {
             return calendar.sebelum(one.batas, kReminderDays);
         })}};
    state["batas"] = nullptr;
    if (const domain::Periode* next = next_batas(place, now)) {
        state["batas"] = json::object{
            {"periode", next->nama + " " + std::to_string(next->tahun)},
            {"tanggal", domain::tulis_tanggal(next->batas)},
            {"hari_kerja", calendar.sisa(today, next->batas)}};
    }
}

}  // namespace

json::object page_state(Phones& phones) {
    return phones.with_transaction([&](storage::Transaction& transaction) {
        storage::SimulatorStore store(transaction);
        const domain::Instant now = phones.now();
        store.bind_unbound(kMostPersons, now);
        const auto kept = store.state();
        const auto people = store.persons(kMostPersons, now);
        const Place place = place_of(transaction, people);

        json::object state{
            {"now", domain::rfc3339(now, place.zona)},
            {"zona", domain::suffix(place.zona)},
            {"hari", domain::tulis_tanggal(domain::tanggal_di(now, place.zona))},
            {"tampilan", kept.tampilan},
            {"cursor", std::to_string(kept.urutan)}};
        add_calendar(state, place, now);
        json::array persons;
        for (const storage::OrangPonsel& one : people) persons.push_back(written(one));
        state["orang"] = std::move(persons);
        return state;
    });
}

}  // namespace bot::simulator
