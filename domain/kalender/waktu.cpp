#include "domain/kalender/waktu.hpp"

#include <fmt/format.h>

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdlib>

#include "domain/kode.hpp"

namespace domain {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr TabelKode<Zona, 3> kKodeZona{
    {{Zona::Wib, "wib"}, {Zona::Wita, "wita"}, {Zona::Wit, "wit"}}};
constexpr TabelKode<Zona, 3> kSuffix{
    {{Zona::Wib, "WIB"}, {Zona::Wita, "WITA"}, {Zona::Wit, "WIT"}}};
constexpr std::array<std::string_view, 7> kHari{
    "Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"};
constexpr std::array<std::string_view, 12> kBulan{
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember"};

using LocalTime = std::chrono::local_time<microseconds>;

LocalTime local(Instant instant, Zona zona) {
    return LocalTime{instant.time_since_epoch() + offset(zona)};
}

std::chrono::year_month_day ymd(Tanggal tanggal) {
    return std::chrono::year_month_day{tanggal};
}

int hari_dari(Tanggal tanggal) {
    return static_cast<int>(static_cast<unsigned>(ymd(tanggal).day()));
}

// Takes a fixed number of digits off the front; nothing if there is anything else.
std::optional<int> take_digits(std::string_view& rest, std::size_t count) {
    if (rest.size() < count) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (rest[i] < '0' || rest[i] > '9') return std::nullopt;
        value = value * 10 + (rest[i] - '0');
    }
    rest.remove_prefix(count);
    return value;
}

bool take(std::string_view& rest, char wanted) {
    if (rest.empty() || rest.front() != wanted) return false;
    rest.remove_prefix(1);
    return true;
}

// "08:00:00" and a fraction; digits beyond the microsecond are cut off.
std::optional<microseconds> take_time(std::string_view& rest) {
    const auto hour = take_digits(rest, 2);
    if (!hour || !take(rest, ':')) return std::nullopt;
    const auto minute = take_digits(rest, 2);
    if (!minute || !take(rest, ':')) return std::nullopt;
    const auto second = take_digits(rest, 2);
    if (!second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
    microseconds time = hours{*hour} + minutes{*minute} + seconds{*second};
    if (!take(rest, '.')) return time;
    auto unit = microseconds{100'000};
    auto digit = take_digits(rest, 1);
    if (!digit) return std::nullopt;
    for (; digit; digit = take_digits(rest, 1)) {
        time += *digit * unit;
        unit /= 10;
    }
    return time;
}

// "Z", "+07:00", "-03:30"
std::optional<minutes> take_offset(std::string_view& rest) {
    if (take(rest, 'Z') || take(rest, 'z')) return minutes{0};
    const bool east = take(rest, '+');
    if (!east && !take(rest, '-')) return std::nullopt;
    const auto hour = take_digits(rest, 2);
    if (!hour || !take(rest, ':')) return std::nullopt;
    const auto minute = take_digits(rest, 2);
    if (!minute || *hour > 23 || *minute > 59) return std::nullopt;
    const minutes offset = hours{*hour} + minutes{*minute};
    return east ? offset : -offset;
}

}  // namespace

std::chrono::hours offset(Zona zona) {
    switch (zona) {
        case Zona::Wib:
            return hours{7};
        case Zona::Wita:
            return hours{8};
        case Zona::Wit:
            return hours{9};
    }
    std::abort();
}

std::string_view suffix(Zona zona) {
    return kode_di(kSuffix, zona);
}

std::string_view kode(Zona zona) {
    return kode_di(kKodeZona, zona);
}

std::optional<Zona> zona_dari(std::string_view kode) {
    return dari_kode(kKodeZona, kode);
}

Tanggal tanggal_di(Instant instant, Zona zona) {
    return std::chrono::floor<days>(local(instant, zona));
}

std::chrono::minutes menit_hari(Instant instant, Zona zona) {
    const auto time = local(instant, zona);
    return std::chrono::floor<std::chrono::minutes>(time - std::chrono::floor<days>(time));
}

Instant instan(Tanggal tanggal, microseconds since_midnight, Zona zona) {
    return Instant{tanggal.time_since_epoch() + since_midnight - offset(zona)};
}

Instant akhir_hari(Tanggal tanggal, Zona zona) {
    return instan(tanggal, days{1} - microseconds{1}, zona);
}

Tanggal tanggal(int tahun, unsigned bulan, unsigned hari) {
    const std::chrono::year_month_day date{
        std::chrono::year{tahun}, std::chrono::month{bulan}, std::chrono::day{hari}};
    assert(date.ok());
    return Tanggal{date};
}

int tahun_dari(Tanggal tanggal) {
    return static_cast<int>(ymd(tanggal).year());
}

std::string iso(Tanggal tanggal) {
    const auto date = ymd(tanggal);
    return fmt::format(
        "{:04}-{:02}-{:02}",
        static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()),
        static_cast<unsigned>(date.day())
    );
}

std::optional<Tanggal> tanggal_dari_iso(std::string_view text) {
    const auto tahun = take_digits(text, 4);
    if (!tahun || *tahun == 0 || !take(text, '-')) return std::nullopt;
    const auto bulan = take_digits(text, 2);
    if (!bulan || !take(text, '-')) return std::nullopt;
    const auto hari = take_digits(text, 2);
    if (!hari || !text.empty()) return std::nullopt;
    const std::chrono::year_month_day date{
        std::chrono::year{*tahun},
        std::chrono::month{static_cast<unsigned>(*bulan)},
        std::chrono::day{static_cast<unsigned>(*hari)}};
    if (!date.ok()) return std::nullopt;
    return Tanggal{date};
}

std::optional<Instant> instan_dari_rfc3339(std::string_view text) {
    constexpr std::size_t kDateLength = 10;
    const auto date = tanggal_dari_iso(text.substr(0, kDateLength));
    if (!date) return std::nullopt;
    text.remove_prefix(kDateLength);
    if (!take(text, 'T') && !take(text, 't')) return std::nullopt;
    const auto time = take_time(text);
    if (!time) return std::nullopt;
    const auto from_utc = take_offset(text);
    if (!from_utc || !text.empty()) return std::nullopt;
    return Instant{date->time_since_epoch() + *time - *from_utc};
}

std::string rfc3339(Instant instant, Zona zona) {
    const auto time = local(instant, zona);
    const auto date = std::chrono::floor<days>(time);
    const std::chrono::hh_mm_ss clock{time - date};
    auto text = fmt::format(
        "{}T{:02}:{:02}:{:02}",
        iso(date),
        clock.hours().count(),
        clock.minutes().count(),
        clock.seconds().count()
    );
    if (const auto fraction = clock.subseconds().count(); fraction != 0) {
        text += fmt::format(".{:06}", fraction);
    }
    return text + fmt::format("+{:02}:00", offset(zona).count());
}

std::string_view nama_hari(Tanggal tanggal) {
    return kHari.at(std::chrono::weekday{tanggal}.c_encoding());
}

std::string_view nama_bulan(unsigned bulan) {
    assert(bulan >= 1 && bulan <= kBulan.size());
    return kBulan.at(bulan - 1);
}

std::string tulis_tanggal(Tanggal tanggal) {
    return fmt::format("{}, {}", nama_hari(tanggal), tulis_tanggal_pendek(tanggal));
}

std::string tulis_tanggal_pendek(Tanggal tanggal) {
    const auto bulan = nama_bulan(static_cast<unsigned>(ymd(tanggal).month()));
    return fmt::format("{} {} {}", hari_dari(tanggal), bulan, tahun_dari(tanggal));
}

std::string tulis_rentang(Tanggal awal, Tanggal akhir) {
    if (awal == akhir) return tulis_tanggal_pendek(awal);
    if (tahun_dari(awal) != tahun_dari(akhir)) {
        return fmt::format("{} s.d. {}", tulis_tanggal_pendek(awal), tulis_tanggal_pendek(akhir));
    }
    const auto bulan = nama_bulan(static_cast<unsigned>(ymd(awal).month()));
    return fmt::format("{} {} s.d. {}", hari_dari(awal), bulan, tulis_tanggal_pendek(akhir));
}

std::string tulis_jam(Instant instant, Zona zona) {
    const auto menit = menit_hari(instant, zona).count();
    return fmt::format("{:02}.{:02} {}", menit / 60, menit % 60, suffix(zona));
}

std::string tulis_waktu(Instant instant, Zona zona) {
    return fmt::format(
        "{} pukul {}", tulis_tanggal(tanggal_di(instant, zona)), tulis_jam(instant, zona)
    );
}

}  // namespace domain
