#include "domain/kalender/hari_kerja.hpp"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <utility>

namespace domain {
namespace {

using std::chrono::days;

constexpr int kWeek = 7;

int per_minggu(PolaKerja pola) {
    return pola == PolaKerja::LimaHari ? 5 : 6;
}

// 0 is Monday.
int hari_minggu(Tanggal hari) {
    return static_cast<int>(std::chrono::weekday{hari}.iso_encoding()) - 1;
}

// Days of the weekly pattern up to and with `hari`, counted from the Monday before 1970-01-01,
// which was a Thursday. Negative before it; only differences mean something.
std::int64_t hari_pola(Tanggal hari, int in_week) {
    const auto weekday = hari_minggu(hari);
    const auto since_monday = hari.time_since_epoch().count() + 3;
    const auto weeks = (since_monday - weekday) / kWeek;
    return std::int64_t{weeks} * in_week + std::min(weekday + 1, in_week);
}

std::int64_t up_to(const std::vector<Tanggal>& sorted, Tanggal hari) {
    return std::upper_bound(sorted.begin(), sorted.end(), hari) - sorted.begin();
}

bool contains(const std::vector<Tanggal>& sorted, Tanggal hari) {
    return std::binary_search(sorted.begin(), sorted.end(), hari);
}

void sort_unique(std::vector<Tanggal>& dates) {
    std::sort(dates.begin(), dates.end());
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
}

}  // namespace

KalenderKerja::KalenderKerja(
    PolaKerja pola, std::vector<Tanggal> libur, std::vector<Tanggal> pengganti
)
    : pola_(pola), libur_(std::move(libur)), pengganti_(std::move(pengganti)) {
    sort_unique(libur_);
    sort_unique(pengganti_);
    for (const auto hari : libur_) tahun_.insert(tahun_.end(), tahun_dari(hari));

    // From here on the two lists are exceptions from the weekly pattern and nothing else: a day off
    // that takes a working day away, a worked day that adds one. So counting needs no day by day.
    const auto in_week = per_minggu(pola_);
    std::erase_if(libur_, [&](Tanggal hari) {
        return hari_minggu(hari) >= in_week || contains(pengganti_, hari);
    });
    std::erase_if(pengganti_, [&](Tanggal hari) { return hari_minggu(hari) < in_week; });
}

std::int64_t KalenderKerja::nomor(Tanggal hari) const {
    return hari_pola(hari, per_minggu(pola_)) - up_to(libur_, hari) + up_to(pengganti_, hari);
}

Tanggal KalenderKerja::pertama_dengan(std::int64_t nomor_dicari, Tanggal bawah, Tanggal atas)
    const {
    while (bawah < atas) {
        const auto tengah = bawah + (atas - bawah) / 2;
        if (nomor(tengah) >= nomor_dicari) {
            atas = tengah;
        } else {
            bawah = tengah + days{1};
        }
    }
    return bawah;
}

days KalenderKerja::rentang(int n) const {
    // So many days hold n working days wherever they lie: every week gives at least five, and each
    // day off takes at most one away.
    return days{(n + static_cast<int>(libur_.size())) / 5 * kWeek + 2 * kWeek};
}

bool KalenderKerja::kerja(Tanggal hari) const {
    if (hari_minggu(hari) >= per_minggu(pola_)) return contains(pengganti_, hari);
    return !contains(libur_, hari);
}

Tanggal KalenderKerja::tambah(Tanggal hari, int n) const {
    assert(n >= 0);
    if (n == 0) return hari;
    return pertama_dengan(nomor(hari) + n, hari + days{1}, hari + rentang(n));
}

int KalenderKerja::sisa(Tanggal t, Tanggal b) const {
    return b <= t ? 0 : static_cast<int>(nomor(b) - nomor(t));
}

int KalenderKerja::umur(Tanggal a, Tanggal t) const {
    return sisa(a, t);
}

Tanggal KalenderKerja::sebelum(Tanggal b, int n) const {
    assert(n >= 0);
    return pertama_dengan(nomor(b) - n, b - rentang(n), b);
}

bool KalenderKerja::sementara(Tanggal hari) const {
    return !tahun_.contains(tahun_dari(hari));
}

}  // namespace domain
