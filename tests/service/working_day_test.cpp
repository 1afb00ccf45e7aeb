#include <gtest/gtest.h>

#include "tests/support/bot_world.hpp"
#include "tests/support/day.hpp"
#include "tests/support/wait.hpp"

// The way of a message from end to end, over the real webhook protocol: binding, a report, the
// decision by reply, the notice, the reminder (CONVERSATION.md sections 2, 5 and 6).
namespace support::working_day {
namespace {

constexpr char kClock[] = "2026-04-27T08:00:00+07:00";

class WorkingDay : public ::testing::Test {
protected:
    void TearDown() override {
        EXPECT_EQ(world_.api().refused().size(), 0U) << "messages that the Bot API refuses";
        if (HasFailure()) std::puts((day_.transcript() + world_.service().log_end()).c_str());
    }

    void bind_both() {
        for (const auto& [person, nip] :
             {std::pair{siti(), "199203152015032904"}, std::pair{ratna(), "198204122006042902"}}) {
            day_.says(person, "/start");
            day_.shares_contact(person);
            day_.says(person, nip);
        }
    }

    std::string status_of_realisasi() {
        return query_text(world_.database_url(), "SELECT status FROM realisasi");
    }

    BotWorld world_{
        {.staff = 1,
         .serve_arguments = {"--demo", "--clock", kClock},
         .environment = BotWorld::unpaced(),
         .import_folder = SKPBOT_SOURCE_DIR "/bot/demo"}};
    Day day_{
        {.api = world_.api(),
         .service = world_.service(),
         .database_url = world_.database_url(),
         .secret = BotWorld::secret()},
        kClock};
};

TEST_F(WorkingDay, AReportIsApprovedByReply) {
    bind_both();

    day_.says(siti(), "realisasi rhk 1 3 laporan");
    EXPECT_TRUE(day_.was_told(siti(), "Tercatat · R-"));
    EXPECT_TRUE(day_.was_told(siti(), "Kuantitas: 3 Laporan"));
    EXPECT_TRUE(day_.told(ratna()).empty()) << "the superior is not told before the grace is over";

    day_.clock_to("2026-04-27T08:15:00+07:00");
    EXPECT_TRUE(day_.was_told(ratna(), "menunggu keputusan Anda"));
    EXPECT_TRUE(day_.was_told(ratna(), "Siti Aminah"));

    day_.replies(ratna(), "setuju");
    EXPECT_FALSE(day_.told(ratna()).empty());

    day_.clock_to("2026-04-27T08:30:00+07:00");
    EXPECT_FALSE(day_.told(siti()).empty()) << "the employee is told of the decision";
    EXPECT_EQ(status_of_realisasi(), "disetujui");
}

TEST_F(WorkingDay, ButtonsThatDidTheirWorkAreTakenOff) {
    bind_both();
    day_.says(siti(), "realisasi rhk 1 3 laporan");
    day_.presses(siti(), "Tambah bukti");
    EXPECT_TRUE(world_.api().calls("editMessageReplyMarkup").empty())
        << "a question changes nothing";

    day_.presses(siti(), "Urungkan");
    EXPECT_TRUE(day_.was_told(siti(), "Diurungkan"));
    EXPECT_TRUE(wait_until(
        [&] { return world_.api().calls("editMessageReplyMarkup").size() == 1; },
        std::chrono::seconds{5}
    ));

    day_.presses(siti(), "Urungkan");
    EXPECT_TRUE(day_.was_told(siti(), "tidak berlaku lagi"));
}

TEST_F(WorkingDay, AReportComesBackWithItsReason) {
    bind_both();
    day_.says(siti(), "realisasi rhk 1 3 laporan");
    day_.clock_to("2026-04-27T08:15:00+07:00");

    day_.replies(ratna(), "kembalikan: lampiran belum lengkap");
    day_.clock_to("2026-04-27T08:30:00+07:00");

    EXPECT_TRUE(day_.was_told(siti(), "lampiran belum lengkap"));
    EXPECT_EQ(status_of_realisasi(), "dikembalikan");
}

TEST_F(WorkingDay, TheReminderReachesWhoStillMissesSomething) {
    bind_both();
    day_.clock_to("2026-04-28T08:00:00+07:00");

    EXPECT_TRUE(day_.was_told(siti(), "15 Mei 2026"));
    EXPECT_EQ(day_.told(siti()).size(), 1U) << "one digest, not ten messages";
    const auto everybody = world_.api().sent();
    for (const SentMessage& message : everybody)
        EXPECT_TRUE(message.chat == siti().id || message.chat == ratna().id)
            << "a message to nobody's chat: " << message.chat;

    day_.clock_to("2026-04-28T12:00:00+07:00");
    EXPECT_FALSE(day_.was_told(siti(), "15 Mei 2026")) << "reminded twice for one day";
}

TEST_F(WorkingDay, NobodyLearnsWhoseNumberItIs) {
    const Person stranger{.id = 5200009999, .first_name = "Tamu", .number = "628120000000"};

    day_.says(stranger, "/start");
    day_.shares_contact(stranger);
    day_.says(stranger, "199203152015032904");
    const std::string known = day_.told(stranger).empty() ? "" : day_.told(stranger).back().text;
    day_.says(stranger, "199203152015032998");
    const std::string unknown = day_.told(stranger).empty() ? "" : day_.told(stranger).back().text;

    EXPECT_FALSE(known.empty());
    EXPECT_EQ(known, unknown) << "the answer tells which NIP exists";
    EXPECT_EQ(query_number(world_.database_url(), "SELECT count(*) FROM alamat"), 0);
}

TEST_F(WorkingDay, ARepeatedClockNeverGoesBack) {
    day_.clock_to("2026-04-27T09:00:00+07:00");

    EXPECT_THROW(day_.clock_to("2026-04-27T08:30:00+07:00"), std::runtime_error);
}

}  // namespace
}  // namespace support::working_day
