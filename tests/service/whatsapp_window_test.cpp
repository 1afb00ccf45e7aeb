#include <gtest/gtest.h>

#include <algorithm>

#include "tests/service/whatsapp_day.hpp"

// Who may be written to freely, who by template only, and who not yet (PLATFORMS.md section 5).
namespace support {
namespace {

TEST_F(WhatsAppDay, OutsideTheWindowANoticeIsATemplateThatShowsWhatItStandsFor) {
    bind_both();
    siti_.says("realisasi rhk 1 3 laporan");
    close_window(ratna_);

    ratna_.look();
    clock_.clock_to("2026-04-27T08:15:00+07:00");
    ASSERT_EQ(ratna_.told().size(), 1U);
    EXPECT_EQ(ratna_.told()[0].template_name, "realisasi_diajukan");
    EXPECT_TRUE(ratna_.was_told("Ada 1 realisasi"));
    EXPECT_FALSE(ratna_.was_told("Siti")) << "no names in a template";

    // Nobody decides on what he has not seen.
    ratna_.replies("setuju");
    EXPECT_TRUE(ratna_.was_told("Siti Aminah"));
    EXPECT_EQ(status_of_realisasi(), "diajukan");

    ratna_.presses("Setujui");
    EXPECT_TRUE(ratna_.was_told("Disetujui"));
    EXPECT_EQ(status_of_realisasi(), "disetujui");
}

TEST_F(WhatsAppDay, TheButtonOfATemplateShowsWhatItStandsFor) {
    bind_both();
    close_window(siti_);

    siti_.look();
    clock_.clock_to("2026-04-28T08:00:00+07:00");
    ASSERT_EQ(siti_.told().size(), 1U);
    EXPECT_EQ(siti_.told()[0].template_name, "batas_penilaian");
    EXPECT_TRUE(siti_.was_told("Jumat, 15 Mei 2026"));

    siti_.presses("Lihat yang kurang");
    ASSERT_EQ(siti_.told().size(), 1U);
    EXPECT_TRUE(siti_.was_told("Pengingat: realisasi Triwulan I 2026"));
    siti_.presses("Sisa tugas");
    EXPECT_FALSE(siti_.told().empty());
}

TEST_F(WhatsAppDay, ATemplateShowsNothingToAChatThatIsBoundNoMore) {
    bind_both();
    siti_.says("realisasi rhk 1 3 laporan");
    close_window(ratna_);
    clock_.clock_to("2026-04-27T08:15:00+07:00");
    ASSERT_EQ(ratna_.all().back().template_name, "realisasi_diajukan");
    const std::string held = "held-" + ratna_.person().number;
    query(
        world_.database_url(),
        "WITH ended AS (UPDATE alamat SET berakhir_pada = '2026-04-27T08:16:00+07:00' FROM "
        "conversation WHERE conversation.conversation_id = alamat.conversation_id AND "
        "conversation.number = '" +
            ratna_.person().number +
            "' RETURNING alamat.conversation_id, alamat.pegawai_id) INSERT INTO outbox "
            "(conversation_id, kind, class, state, due_at, body, pegawai_id, created_at) SELECT "
            "conversation_id, 'realisasi_disetujui', 'M', 'held', now(), '" +
            held + "', pegawai_id, now() FROM ended RETURNING 1"
    );
    clock_.clock_to("2026-04-27T08:20:00+07:00");

    ratna_.presses("Tinjau");
    EXPECT_FALSE(ratna_.was_told("Siti Aminah"));
    EXPECT_FALSE(ratna_.was_told(held));
    EXPECT_TRUE(ratna_.was_told("Selamat datang"));
}

TEST_F(WhatsAppDay, AnAnswerThatMeetsAClosedWindowWaitsUntilThePersonWrites) {
    bind_both();
    siti_.says("menu");
    const SentWhatsApp menu = siti_.told().back();

    const std::string failed = siti_.webhooks().status(
        {.message_id = menu.message_id,
         .recipient = siti_.person().number,
         .status = "failed",
         .tracker = menu.tracker,
         .error_code = 131047}
    );
    EXPECT_EQ(post_whatsapp(world_.service().port(), graph_.account(), failed), 200);
    EXPECT_TRUE(wait_until(
        [&] {
            return text_of("SELECT state FROM outbox WHERE outbox_id = " + menu.tracker) == "held";
        },
        std::chrono::seconds{10}
    ));

    siti_.says("profil");
    EXPECT_EQ(siti_.told().size(), 2U) << "the held answer and the new one";
    EXPECT_EQ(siti_.told().front().text, menu.text);
}

// PLATFORMS.md section 5: Meta's limit of people is not broken, and nobody's notice is lost.
class WhatsAppPeopleLimit : public WhatsAppDay {
protected:
    static Environment two_people(const FakeGraphApi& graph) {
        Environment environment = environment_for(graph);
        environment["SKPBOT_WHATSAPP_DAILY_PEOPLE"] = "2";  // nine tenths of it: one
        environment["SKPBOT_WHATSAPP_LANES"] = "1";         // what is in flight is not counted yet
        return environment;
    }
    WhatsAppPeopleLimit() : WhatsAppDay(two_people) {}

    [[nodiscard]] std::size_t templates() const {
        const auto sent = graph_.sent();
        return static_cast<std::size_t>(std::ranges::count_if(sent, [](const auto& message) {
            return message.kind == "template";
        }));
    }
};

TEST_F(WhatsAppPeopleLimit, NoticesToOthersWaitAndAnswersGoOn) {
    bind_both();
    siti_.says("realisasi rhk 1 3 laporan");
    close_window(siti_);
    close_window(ratna_);
    clock_.clock_to("2026-04-28T08:15:00+07:00");
    ASSERT_TRUE(world_.wait_until_at_rest(std::chrono::seconds{10}));
    const std::string of_people =
        "SELECT count(DISTINCT conversation_id) FROM outbox WHERE as_template";
    EXPECT_EQ(text_of(of_people), "1");
    const std::string held =
        "SELECT count(*) FROM outbox WHERE state = 'held' AND error_code = 'people_limit'";
    EXPECT_NE(text_of(held), "0");
    EXPECT_NE(
        world_.command({"doctor"}).output.find("1 of 2 people in 24 hours; WARNING"),
        std::string::npos
    );
    const std::size_t before = templates();

    // A day later there is room again; the service looks when it starts, and once a minute.
    query(
        world_.database_url(),
        "UPDATE outbox SET settled_at = settled_at - interval '25 hours' WHERE as_template "
        "RETURNING 1"
    );
    world_.service().stop();
    world_.service().start_ready();

    EXPECT_TRUE(wait_until([&] { return text_of(held) == "0"; }, std::chrono::seconds{20}));
    ASSERT_TRUE(world_.wait_until_at_rest(std::chrono::seconds{10}));
    EXPECT_GT(templates(), before);
    EXPECT_EQ(text_of(of_people), "2");
}

}  // namespace
}  // namespace support
