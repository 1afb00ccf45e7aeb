#include <gtest/gtest.h>

#include "tests/service/simulator_fixture.hpp"
#include "tests/support/sample_files.hpp"

// Files of a simulated phone.
namespace support {
namespace {

TEST_F(Simulator, TakesAFileOfOneKeyOnce) {
    const std::string target = "/demo/upload?alamat=" + siti_ +
                               "&nama=laporan.pdf&tipe=document&keterangan=rhk%201&kunci=k-2";
    const auto first = page_.ask("POST", target, sample_pdf("laporan"));
    ASSERT_EQ(first.status, 200) << first.body;

    const auto again = page_.ask("POST", target, sample_pdf("laporan"));

    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(demo_.count("SELECT count(*) FROM simulator_pesan WHERE dari = 'orang'"), 1);
    EXPECT_EQ(demo_.count("SELECT count(*) FROM simulator_berkas"), 1);
}

TEST_F(Simulator, StoresEvidenceAndRefusesWhatIsNone) {
    page_.says(siti_, "realisasi rhk 1 3 laporan");
    ASSERT_TRUE(demo_.is_told(siti_, "Tercatat"));
    const std::string target = "/demo/upload?alamat=" + siti_;

    const auto ok = page_.ask(
        "POST", target + "&nama=laporan.pdf&tipe=document&keterangan=rhk%201", sample_pdf("laporan")
    );
    EXPECT_EQ(ok.status, 200) << ok.body;
    EXPECT_TRUE(demo_.is_told(siti_, "Bukti tersimpan"));
    EXPECT_EQ(demo_.count("SELECT count(*) FROM bukti WHERE simpan = 'tersimpan'"), 1);

    const auto refused =
        page_.ask("POST", target + "&nama=laporan.exe&tipe=document", "MZ no evidence");
    EXPECT_EQ(refused.status, 415);
    EXPECT_NE(refused.body.find("JPG, PNG, PDF"), std::string::npos) << refused.body;
    const auto large = page_.ask(
        "POST", target + "&nama=besar.pdf&tipe=document", std::string(21 * 1024 * 1024, 'x')
    );
    EXPECT_EQ(large.status, 413);
    EXPECT_NE(large.body.find("20 MB"), std::string::npos) << large.body;
    EXPECT_EQ(demo_.count("SELECT count(*) FROM bukti"), 1);
}

TEST_F(Simulator, SendsAStoredFileBack) {
    page_.ask(
        "POST",
        "/demo/upload?alamat=" + siti_ + "&nama=laporan.pdf&tipe=document&keterangan=rhk%201",
        sample_pdf("laporan")
    );
    ASSERT_TRUE(demo_.is_told(siti_, "Bukti tersimpan"));

    page_.says(siti_, "bukti rhk 1 1");

    ASSERT_TRUE(demo_.is_told(siti_, "Bukti 1"));
    const auto message = page_.newest(siti_, "Bukti 1");
    const auto& file = message->at("berkas").as_object();
    const auto content = page_.ask("GET", std::string(file.at("url").as_string()));
    EXPECT_EQ(content.body, sample_pdf("laporan"));
    EXPECT_EQ(content.field("Content-Disposition"), "attachment");
}

}  // namespace
}  // namespace support
