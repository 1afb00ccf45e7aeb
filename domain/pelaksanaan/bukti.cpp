#include "domain/pelaksanaan/bukti.hpp"

#include <algorithm>
#include <cstdlib>

#include "domain/teks.hpp"

namespace domain {
namespace {

bool same(char left, char right) {
    return (left >= 'A' && left <= 'Z' ? static_cast<char>(left - 'A' + 'a') : left) == right;
}

bool begins(std::string_view text, std::string_view scheme) {
    return text.size() >= scheme.size() &&
           std::ranges::equal(text.substr(0, scheme.size()), scheme, same);
}

}  // namespace

std::string_view kode(StatusBukti status) {
    switch (status) {
        case StatusBukti::Ada:
            return "ada";
        case StatusBukti::Dihapus:
            return "dihapus";
    }
    std::abort();
}

std::string_view kode(SimpanBukti simpan) {
    switch (simpan) {
        case SimpanBukti::Diambil:
            return "diambil";
        case SimpanBukti::Tersimpan:
            return "tersimpan";
        case SimpanBukti::Gagal:
            return "gagal";
    }
    std::abort();
}

std::optional<StatusBukti> status_bukti_dari(std::string_view word) {
    for (const auto status : {StatusBukti::Ada, StatusBukti::Dihapus}) {
        if (word == kode(status)) return status;
    }
    return std::nullopt;
}

std::optional<SimpanBukti> simpan_bukti_dari(std::string_view word) {
    for (const auto simpan : {SimpanBukti::Diambil, SimpanBukti::Tersimpan, SimpanBukti::Gagal}) {
        if (word == kode(simpan)) return simpan;
    }
    return std::nullopt;
}

bool dihitung(const BuktiDukung& bukti) {
    return bukti.status == StatusBukti::Ada && bukti.simpan != SimpanBukti::Gagal;
}

std::optional<PenolakanBukti> boleh_mengubah_bukti(const SyaratIsi& syarat) {
    if (syarat.skp.status != StatusSkp::Persetujuan) return PenolakanBukti::SkpBelumDisetujui;
    if (syarat.hari_tulis < syarat.periode.awal) return PenolakanBukti::PeriodeBelumMulai;
    if (syarat.hari_tulis > syarat.periode.batas) return PenolakanBukti::BatasLewat;
    return std::nullopt;
}

Result<BuktiDukung, PenolakanBukti> tambah_bukti(
    const SyaratIsi& syarat,
    BuktiDukung baru,
    std::span<const BuktiDukung> ada,
    std::span<const std::int64_t> sesama
) {
    if (const auto reason = boleh_mengubah_bukti(syarat)) return Failure{*reason};
    std::size_t counted = 0;
    int highest = 0;
    for (const BuktiDukung& other : ada) {
        if (other.periode_id != syarat.periode.id) continue;
        const bool beside = std::ranges::find(sesama, other.indikator_id) != sesama.end();
        if (beside || other.indikator_id == syarat.indikator_id) {
            highest = std::max(highest, other.nomor);
        }
        if (other.indikator_id == syarat.indikator_id && dihitung(other)) ++counted;
    }
    if (counted >= kBuktiMaks) return Failure{PenolakanBukti::TerlaluBanyak};
    baru.indikator_id = syarat.indikator_id;
    baru.periode_id = syarat.periode.id;
    baru.nomor = highest + 1;
    baru.status = StatusBukti::Ada;
    baru.simpan = baru.tautan.empty() ? SimpanBukti::Diambil : SimpanBukti::Tersimpan;
    baru.versi = 1;
    return baru;
}

Result<BuktiDukung, PenolakanBukti> hapus_bukti(
    const SyaratIsi& syarat, const BuktiDukung& sekarang, int versi_dilihat
) {
    if (const auto reason = boleh_mengubah_bukti(syarat)) return Failure{*reason};
    if (sekarang.status == StatusBukti::Dihapus) return Failure{PenolakanBukti::SudahDihapus};
    if (sekarang.versi != versi_dilihat) return Failure{PenolakanBukti::VersiBerubah};
    return urungkan_bukti(sekarang);
}

BuktiDukung urungkan_bukti(const BuktiDukung& sekarang) {
    BuktiDukung next = sekarang;
    next.status = sekarang.status == StatusBukti::Ada ? StatusBukti::Dihapus : StatusBukti::Ada;
    next.versi = sekarang.versi + 1;
    return next;
}

Result<std::string, PenolakanTautan> baca_tautan(std::string_view text) {
    const bool secure = begins(text, "https://");
    if (!secure && !begins(text, "http://")) return Failure{PenolakanTautan::BukanHttp};
    if (code_points(text) > kTautanMaks) return Failure{PenolakanTautan::TerlaluPanjang};
    const bool clean = std::ranges::all_of(text, [](char c) {
        return static_cast<unsigned char>(c) > ' ' && c != '\x7F';
    });
    if (!clean) return Failure{PenolakanTautan::AdaKendali};
    const std::string_view rest = text.substr(secure ? 8 : 7);
    const std::string_view host = rest.substr(0, rest.find_first_of("/?#\\"));
    if (host.empty() || host.front() == ':') return Failure{PenolakanTautan::TanpaHost};
    if (host.find('@') != std::string_view::npos) return Failure{PenolakanTautan::AdaPengguna};
    return std::string(text);
}

std::string nama_bukti(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) return "";
    text = text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
    std::string name;
    std::size_t points = 0;
    for (const char c : text) {
        if (begins_code_point(c) && ++points > kNamaBuktiMaks) break;
        name += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    }
    return name;
}

}  // namespace domain
