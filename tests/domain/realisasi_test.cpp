#include "domain/pelaksanaan/realisasi.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

const domain::Tanggal kDay = domain::tanggal(2026, 3, 30);

domain::Skp approved() {
    domain::Skp skp;
    skp.status = domain::StatusSkp::Persetujuan;
    return skp;
}

domain::Periode quarter() {
    domain::Periode periode;
    periode.awal = domain::tanggal(2026, 1, 1);
    periode.akhir = domain::tanggal(2026, 3, 31);
    periode.batas = domain::tanggal(2026, 5, 15);
    return periode;
}

domain::Isian isian(std::string sumber, std::string keterangan) {
    return {
        .cara = domain::CaraIsi::Tetapkan,
        .nilai = *domain::Kuantitas::from_decimal("3"),
        .sumber = std::move(sumber),
        .keterangan = std::move(keterangan),
    };
}

domain::Result<domain::Realisasi, domain::PenolakanIsi> fill(
    const domain::Realisasi* now, const domain::Isian& what
) {
    const domain::Skp skp = approved();
    const domain::Periode periode = quarter();
    return domain::isi_realisasi({skp, periode, 1, kDay}, now, what, {});
}

TEST(IsiRealisasi, KeepsSourceAndNoteUntilOthersAreWritten) {
    const auto first = fill(nullptr, isian("buku agenda", "digabung")).value();
    const auto second = fill(&first, isian("", "")).value();
    const auto third = fill(&second, isian("", "lengkap")).value();

    EXPECT_EQ(second.sumber, "buku agenda");
    EXPECT_EQ(second.keterangan, "digabung");
    EXPECT_EQ(third.sumber, "buku agenda");
    EXPECT_EQ(third.keterangan, "lengkap");
}

TEST(IsiRealisasi, RefusesTextsThatAreTooLong) {
    std::string longest;
    for (std::size_t i = 0; i < domain::kKeteranganMaks; ++i) longest += "é";
    const std::string source(domain::kSumberMaks, 'a');

    EXPECT_TRUE(fill(nullptr, isian(source, longest)));
    EXPECT_EQ(
        fill(nullptr, isian(source + "a", "")).error(), domain::PenolakanIsi::SumberTerlaluPanjang
    );
    EXPECT_EQ(
        fill(nullptr, isian("", longest + "a")).error(),
        domain::PenolakanIsi::KeteranganTerlaluPanjang
    );
}

TEST(UrungkanRealisasi, BringsBackTheNoteOfTheVersionBefore) {
    const auto first = fill(nullptr, isian("buku agenda", "digabung")).value();
    const auto second = fill(&first, isian("", "lengkap")).value();

    EXPECT_EQ(domain::urungkan_realisasi(second, &first, {}).keterangan, "digabung");
}

}  // namespace
