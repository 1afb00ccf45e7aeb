#include <gtest/gtest.h>

#include "tests/service/whatsapp_day.hpp"

// A person with a chat on each platform: the other is taken where he cannot be reached
// (PLATFORMS.md section 3).
namespace support {
namespace {

class TwoChannels : public WhatsAppDay {
protected:
    void bind_siti_on_telegram() {
        clock_.says(siti(), "/start");
        clock_.shares_contact(siti());
        clock_.says(siti(), kSitiNip);
    }

    // Its notice leaves at half past eight.
    void approve_a_realisasi() {
        siti_.says("realisasi rhk 1 3 laporan");
        clock_.clock_to("2026-04-27T08:15:00+07:00");
        ratna_.replies("setuju");
    }
};

TEST_F(TwoChannels, WhoCannotBeReachedOnTelegramIsToldOnWhatsApp) {
    bind_siti_on_telegram();
    bind_both();
    approve_a_realisasi();

    world_.api().block(siti().id);
    siti_.look();
    clock_.clock_to("2026-04-27T08:30:00+07:00");
    ASSERT_TRUE(world_.wait_until_at_rest(std::chrono::seconds{10}));

    EXPECT_TRUE(siti_.was_told("Realisasi disetujui"));
    EXPECT_EQ(text_of("SELECT count(*) FROM lane WHERE gone_at IS NOT NULL"), "1");
}

// He had only that chat when the notice was written.
TEST_F(TwoChannels, WhoCannotBeReachedOnWhatsAppIsToldOnTelegram) {
    bind_both();
    approve_a_realisasi();
    bind_siti_on_telegram();
    const auto before = world_.api().sent_to(siti().id).size();

    graph_.remove_from_whatsapp(siti_.person().number);
    refusals_ = 1;
    clock_.clock_to("2026-04-27T08:30:00+07:00");
    ASSERT_TRUE(world_.wait_until_at_rest(std::chrono::seconds{10}));

    const auto told = world_.api().sent_to(siti().id);
    ASSERT_EQ(told.size(), before + 1) << "once";
    EXPECT_TRUE(holds(told.back(), "Realisasi disetujui")) << told.back().text;
    EXPECT_EQ(text_of("SELECT count(*) FROM lane WHERE gone_at IS NOT NULL"), "1");
}

// And who has lost the last chat is listed for the admin.
TEST_F(TwoChannels, WhoCannotBeReachedAnywhereIsListedForTheAdmin) {
    bind_both();
    approve_a_realisasi();
    graph_.remove_from_whatsapp(siti_.person().number);
    refusals_ = 1;
    clock_.clock_to("2026-04-27T08:30:00+07:00");
    ASSERT_TRUE(world_.wait_until_at_rest(std::chrono::seconds{10}));

    const CommandResult doctor = world_.command({"doctor"});
    EXPECT_NE(doctor.output.find("1 can be reached in no chat"), std::string::npos)
        << doctor.output;
    const TemporaryFolder folder;
    ASSERT_EQ(world_.command({"export", folder.path()}).exit_code, 0);
    const std::string list = read_text(folder.path() + "/tidak_terjangkau.csv");
    EXPECT_NE(list.find(std::string(kSitiNip) + ",layanan,whatsapp,"), std::string::npos) << list;
    EXPECT_EQ(list.find(kRatnaNip), std::string::npos) << list;
    EXPECT_EQ(world_.service().log().find(kSitiNip), std::string::npos) << "not in the log";
}

// Closing the chat says the same before anything is sent there (PLATFORMS.md section 3).
TEST_F(TwoChannels, WhoClosedTheTelegramChatIsToldOnWhatsAppUntilHeWritesThere) {
    bind_siti_on_telegram();
    bind_both();
    approve_a_realisasi();

    WebhookClient telegram = world_.client();
    ASSERT_EQ(telegram.post(blocked_update(siti(), world_.stamps().next())), 200);
    ASSERT_TRUE(world_.wait_until_at_rest(std::chrono::seconds{10}));
    const auto before = world_.api().sent_to(siti().id).size();
    siti_.look();
    clock_.clock_to("2026-04-27T08:30:00+07:00");
    EXPECT_TRUE(siti_.was_told("Realisasi disetujui"));
    EXPECT_EQ(world_.api().sent_to(siti().id).size(), before);

    clock_.says(siti(), "profil");
    EXPECT_TRUE(clock_.was_told(siti(), "Siti Aminah"));
    EXPECT_EQ(text_of("SELECT count(*) FROM lane WHERE gone_at IS NOT NULL"), "0");
}

}  // namespace
}  // namespace support
