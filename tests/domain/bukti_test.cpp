#include "domain/pelaksanaan/bukti.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

using domain::BuktiDukung;
using domain::PenolakanBukti;
using domain::PenolakanTautan;

constexpr std::int64_t kKuantitas = 11;
constexpr std::int64_t kWaktu = 12;

const domain::Periode kTriwulan{
    .id = 7,
    .tahun = 2026,
    .nama = "Triwulan I",
    .jenis = domain::JenisPeriode::Triwulan,
    .awal = domain::tanggal(2026, 1, 1),
    .akhir = domain::tanggal(2026, 3, 31),
    .batas = domain::tanggal(2026, 5, 15),
};

class Bukti : public ::testing::Test {
protected:
    Bukti() { skp_.status = domain::StatusSkp::Persetujuan; }

    domain::SyaratIsi terms(domain::Tanggal day = domain::tanggal(2026, 3, 30)) {
        return {skp_, kTriwulan, kKuantitas, day};
    }
    domain::Result<BuktiDukung, PenolakanBukti> add(
        const domain::SyaratIsi& terms, const std::string& link = ""
    ) {
        BuktiDukung fresh;
        fresh.nama = "Laporan";
        fresh.tautan = link;
        const std::vector<std::int64_t> beside{kKuantitas, kWaktu};
        return domain::tambah_bukti(terms, fresh, all_, beside);
    }
    BuktiDukung other(std::int64_t indikator, int nomor) {
        BuktiDukung one;
        one.indikator_id = indikator;
        one.periode_id = kTriwulan.id;
        one.nomor = nomor;
        return one;
    }

    domain::Skp skp_;
    std::vector<BuktiDukung> all_;
};

TEST_F(Bukti, AFileIsOnItsWayAndALinkIsThere) {
    EXPECT_EQ(add(terms())->simpan, domain::SimpanBukti::Diambil);
    EXPECT_EQ(add(terms(), "https://a.id/x")->simpan, domain::SimpanBukti::Tersimpan);
}

TEST_F(Bukti, IsNumberedWithinTheRhkAlsoBehindWhatWasTakenAway) {
    all_ = {other(kKuantitas, 1), other(kWaktu, 2), other(99, 8)};
    all_[1].status = domain::StatusBukti::Dihapus;

    EXPECT_EQ(add(terms())->nomor, 3);
}

TEST_F(Bukti, NeedsAnApprovedSkpAndAnOpenPeriod) {
    EXPECT_EQ(add(terms(domain::tanggal(2025, 12, 31))).error(), PenolakanBukti::PeriodeBelumMulai);
    EXPECT_TRUE(add(terms(domain::tanggal(2026, 5, 15))));
    EXPECT_EQ(add(terms(domain::tanggal(2026, 5, 16))).error(), PenolakanBukti::BatasLewat);
    skp_.status = domain::StatusSkp::Pengajuan;
    EXPECT_EQ(add(terms()).error(), PenolakanBukti::SkpBelumDisetujui);
}

TEST_F(Bukti, AreAtMostTwentyPerIndikatorThatCount) {
    for (int nomor = 1; nomor <= 19; ++nomor) all_.push_back(other(kKuantitas, nomor));
    all_.push_back(other(kKuantitas, 20));
    all_.back().simpan = domain::SimpanBukti::Gagal;

    ASSERT_TRUE(add(terms()));
    all_.push_back(*add(terms()));

    EXPECT_EQ(add(terms()).error(), PenolakanBukti::TerlaluBanyak);
}

TEST_F(Bukti, IsTakenAwayOnceAndByTheVersionThatWasSeen) {
    const BuktiDukung one = other(kKuantitas, 1);

    const auto gone = domain::hapus_bukti(terms(), one, one.versi);
    ASSERT_TRUE(gone);
    EXPECT_FALSE(domain::dihitung(*gone));
    EXPECT_EQ(gone->versi, 2);
    EXPECT_EQ(
        domain::hapus_bukti(terms(), *gone, gone->versi).error(), PenolakanBukti::SudahDihapus
    );
    EXPECT_EQ(domain::hapus_bukti(terms(), one, 5).error(), PenolakanBukti::VersiBerubah);
    EXPECT_EQ(
        domain::hapus_bukti(terms(domain::tanggal(2026, 6, 1)), one, 1).error(),
        PenolakanBukti::BatasLewat
    );
}

TEST_F(Bukti, ReturnsWhenItsRemovalIsTakenBack) {
    const auto gone = domain::hapus_bukti(terms(), other(kKuantitas, 1), 1);

    const BuktiDukung back = domain::urungkan_bukti(*gone);

    EXPECT_TRUE(domain::dihitung(back));
    EXPECT_EQ(back.versi, 3);
}

TEST(Tautan, IsHttpWithAHostAndNothingElse) {
    struct Row {
        std::string text;
        std::optional<PenolakanTautan> reason;
    };
    const Row rows[] = {
        {"https://contoh.go.id/laporan?a=1#b", std::nullopt},
        {"HTTP://contoh.go.id", std::nullopt},
        {"https://contoh.go.id:8443/x", std::nullopt},
        {"https://contoh.go.id/" + std::string(2027, 'a'), std::nullopt},
        {"https://contoh.go.id/" + std::string(2028, 'a'), PenolakanTautan::TerlaluPanjang},
        {"ftp://contoh.go.id/x", PenolakanTautan::BukanHttp},
        {"javascript:alert(1)", PenolakanTautan::BukanHttp},
        {"file:///etc/passwd", PenolakanTautan::BukanHttp},
        {"contoh.go.id", PenolakanTautan::BukanHttp},
        {"", PenolakanTautan::BukanHttp},
        {"https://", PenolakanTautan::TanpaHost},
        {"https:///x", PenolakanTautan::TanpaHost},
        {"https://:80/x", PenolakanTautan::TanpaHost},
        {"https://user:rahasia@contoh.go.id/x", PenolakanTautan::AdaPengguna},
        {"https://contoh.go.id/a@b", std::nullopt},
        {"https://contoh.go.id/a b", PenolakanTautan::AdaKendali},
        {"https://contoh.go.id/a\r\nHost: x", PenolakanTautan::AdaKendali},
    };
    for (const Row& row : rows) {
        const auto read = domain::baca_tautan(row.text);
        EXPECT_EQ(read.has_value(), !row.reason.has_value()) << row.text.substr(0, 60);
        if (!read && row.reason) {
            EXPECT_EQ(read.error(), *row.reason) << row.text.substr(0, 60);
        }
    }
}

TEST(NamaBukti, IsTrimmedAndCutBetweenCharacters) {
    EXPECT_EQ(domain::nama_bukti("  Laporan\nTW I \t"), "Laporan TW I");
    EXPECT_EQ(domain::nama_bukti(" \n"), "");
    std::string long_name;
    for (int i = 0; i < 200; ++i) long_name += "é";

    EXPECT_EQ(domain::nama_bukti(long_name).size(), 2 * domain::kNamaBuktiMaks);
}

}  // namespace
