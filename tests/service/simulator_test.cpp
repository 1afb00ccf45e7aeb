#include <gtest/gtest.h>

#include "tests/service/simulator_fixture.hpp"

// What two people do on simulated phones.
namespace support {
namespace {

namespace json = boost::json;

TEST_F(Simulator, PlaysAWorkingDayInTwoPhones) {
    page_.says(siti_, "realisasi rhk 1 3 laporan");
    ASSERT_TRUE(demo_.is_told(siti_, "Tercatat · R-"));
    EXPECT_EQ(page_.told(ratna_, "menunggu keputusan Anda"), 0) << "the grace is not over";

    ASSERT_EQ(page_.moves_clock("2026-04-27T08:15:00+07:00"), 200);
    ASSERT_TRUE(demo_.is_told(ratna_, "menunggu keputusan Anda"));
    ASSERT_EQ(page_.presses(ratna_, "menunggu keputusan Anda", "Setujui"), 200);
    ASSERT_TRUE(demo_.is_told(ratna_, "Disetujui"));
    ASSERT_EQ(page_.moves_clock("2026-04-27T08:30:00+07:00"), 200);

    EXPECT_TRUE(demo_.is_told(siti_, "Realisasi disetujui"));
    EXPECT_EQ(text("SELECT status FROM realisasi"), "disetujui");
}

// The page sends again what it got no answer to.
TEST_F(Simulator, TakesAMessageOfOneKeyOnce) {
    const json::object message{
        {"alamat", siti_}, {"teks", "tambah realisasi rhk 1 3 laporan"}, {"kunci", "k-1"}};
    const auto first = page_.ask("POST", "/demo/send", json::serialize(message));
    ASSERT_EQ(first.status, 200) << first.body;
    ASSERT_TRUE(demo_.is_told(siti_, "Tercatat"));

    const auto again = page_.ask("POST", "/demo/send", json::serialize(message));

    EXPECT_EQ(again.status, 200);
    EXPECT_EQ(again.body, first.body) << "the same id";
    EXPECT_TRUE(demo_.comes_to_rest());
    EXPECT_EQ(demo_.count("SELECT count(*) FROM simulator_pesan WHERE dari = 'orang'"), 1);
    EXPECT_EQ(demo_.count("SELECT count(*) FROM event"), 1);
    EXPECT_EQ(text("SELECT nilai::int FROM realisasi"), "3");
    json::object of_ratna = message;
    of_ratna["alamat"] = ratna_;
    EXPECT_NE(page_.ask("POST", "/demo/send", json::serialize(of_ratna)).body, first.body)
        << "another phone's key is another";
    for (const std::string& key : {std::string(65, 'k'), std::string("k 1"), std::string("k\n")}) {
        json::object bad = message;
        bad["kunci"] = key;
        EXPECT_EQ(page_.post("/demo/send", bad), 400) << key;
    }
}

TEST_F(Simulator, ApprovesByReplyToThatMessage) {
    page_.says(siti_, "realisasi rhk 1 3 laporan");
    ASSERT_TRUE(demo_.is_told(siti_, "Tercatat"));
    page_.moves_clock("2026-04-27T08:15:00+07:00");
    const auto digest = page_.newest(ratna_, "menunggu keputusan Anda");
    ASSERT_TRUE(digest);

    page_.says(ratna_, "setuju", std::string(digest->at("id").as_string()));

    EXPECT_TRUE(demo_.is_told(ratna_, "Disetujui"));
    EXPECT_TRUE(demo_.comes_to_rest());
    EXPECT_EQ(text("SELECT status FROM realisasi"), "disetujui");
}

TEST_F(Simulator, AThumbOnTheDigestApproves) {
    page_.says(siti_, "realisasi rhk 1 3 laporan");
    ASSERT_TRUE(demo_.is_told(siti_, "Tercatat"));
    page_.moves_clock("2026-04-27T08:15:00+07:00");
    const auto digest = page_.newest(ratna_, "menunggu keputusan Anda");
    ASSERT_TRUE(digest);

    EXPECT_EQ(
        page_.post(
            "/demo/react",
            {{"alamat", ratna_}, {"pesan", digest->at("id")}, {"emoji", "\U0001F44D"}}
        ),
        200
    );

    ASSERT_TRUE(demo_.comes_to_rest());
    EXPECT_EQ(text("SELECT status FROM realisasi"), "disetujui");
    EXPECT_EQ(page_.newest(ratna_, "menunggu keputusan Anda")->at("reaksi"), "\U0001F44D");
}

TEST_F(Simulator, TheReminderComesTenWorkingDaysBeforeTheBatas) {
    const json::object state = page_.state();
    const auto& steps = state.at("langkah").as_object();
    EXPECT_EQ(state.at("batas").as_object().at("tanggal"), "Jumat, 15 Mei 2026");
    EXPECT_EQ(state.at("batas").as_object().at("hari_kerja"), 11);

    ASSERT_EQ(page_.moves_clock(std::string(steps.at("sepuluh_hari").as_string())), 200);

    EXPECT_TRUE(demo_.is_told(siti_, "15 Mei 2026"));
    EXPECT_EQ(page_.moves_clock("2026-04-27T08:00:00+07:00"), 400) << "never backwards";
}

// In either look: nobody vouches for the number of a simulated phone.
TEST_F(Simulator, WhoIsNotConnectedIsAskedForHisContact) {
    ASSERT_EQ(page_.post("/demo/look", {{"tampilan", "whatsapp"}}), 200);
    page_.says(siti_, "lepas akun");
    ASSERT_TRUE(demo_.is_told(siti_, "Lepaskan alamat chat ini"));
    ASSERT_EQ(page_.presses(siti_, "Lepaskan alamat chat ini", "Ya, lepas"), 200);
    ASSERT_TRUE(demo_.is_told(siti_, "Akun dilepas"));
    page_.says(siti_, "mulai");
    ASSERT_TRUE(demo_.is_told(siti_, "Selamat datang"));
    EXPECT_EQ(page_.newest(siti_, "Selamat datang")->at("kontak"), true);

    ASSERT_EQ(page_.post("/demo/contact", {{"alamat", siti_}}), 200);
    ASSERT_TRUE(demo_.is_told(siti_, "Sekarang tulis NIP Anda"));
    page_.says(siti_, kNipSiti);

    EXPECT_TRUE(demo_.is_told(siti_, "Akun ini sekarang terhubung dengan Siti Aminah"));
}

// Only the platform holds it back: the bot's own pacing lets all of it go.
TEST(SimulatorWithoutPacing, LosesNothingToTheRateOfTelegram) {
    constexpr int kQuestions = 10;
    SimulatorWorld demo({}, "", BotWorld::unpaced());

    for (int i = 0; i < kQuestions; ++i) demo.page.says(demo.siti, "profil");

    ASSERT_TRUE(demo.is_told(demo.siti, "Siti Aminah", kQuestions));
    ASSERT_TRUE(demo.comes_to_rest());
    EXPECT_EQ(demo.page.told(demo.siti, "Siti Aminah"), kQuestions);
    EXPECT_GE(
        demo.count("SELECT count(*) FROM simulator_peristiwa WHERE isi LIKE '%menolak (429)%'"), 1
    );
    EXPECT_EQ(demo.count("SELECT count(*) FROM outbox WHERE state <> 'sent'"), 0);
}

}  // namespace
}  // namespace support
