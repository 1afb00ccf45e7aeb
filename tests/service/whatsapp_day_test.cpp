#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "tests/support/day.hpp"
#include "tests/support/sample_files.hpp"
#include "tests/support/wait.hpp"
#include "tests/support/whatsapp_phone.hpp"

// The way of a message over WhatsApp, with the real program and a strict stand-in for the Cloud API
// (PLATFORMS.md sections 2, 5, 8 and 9).
namespace support {
namespace {

constexpr char kClock[] = "2026-04-27T08:00:00+07:00";
constexpr char kSitiNip[] = "199203152015032904";
constexpr char kRatnaNip[] = "198204122006042902";

std::string read_file(const std::string& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

Environment environment_for(const FakeGraphApi& graph) {
    Environment environment = BotWorld::unpaced();
    environment.merge(whatsapp_environment(graph));
    return environment;
}

class WhatsAppDay : public ::testing::Test {
protected:
    using MakeEnvironment = Environment (*)(const FakeGraphApi&);
    explicit WhatsAppDay(MakeEnvironment environment = environment_for)
        : environment_(environment) {}

    void SetUp() override {
        // The stand-in counts messages per person and second; here the words matter.
        graph_.set_pair_limit(1000, std::chrono::milliseconds{1});
        graph_.set_throughput(1000);
        for (const char* name :
             {"realisasi_diajukan",
              "realisasi_disetujui",
              "realisasi_dikembalikan",
              "alamat_baru",
              "batas_penilaian"}) {
            graph_.add_template(read_file(
                SKPBOT_SOURCE_DIR "/adapters/whatsapp/templates/" + std::string(name) + ".json"
            ));
        }
    }

    void TearDown() override {
        EXPECT_EQ(graph_.refused().size(), refusals_) << "messages that the Cloud API refuses";
        if (HasFailure()) std::puts(world_.service().log_end().c_str());
    }

    void bind_both() {
        siti_.says("halo");
        siti_.says(kSitiNip);
        ratna_.says("halo");
        ratna_.says(kRatnaNip);
    }

    // As if the person had not written for a day.
    void close_window(const WhatsAppPhone& phone) {
        query(
            world_.database_url(),
            "UPDATE conversation SET window_until = now() - interval '1 minute' WHERE number = '" +
                phone.person().number + "' RETURNING 1"
        );
    }

    // A photo as a phone sends it, with these words below.
    void siti_sends_photo(const std::string& media_id, const std::string& caption) {
        siti_.sends({.kind = "image", .id = media_id, .mime = "image/jpeg", .caption = caption});
    }

    [[nodiscard]] static bool comes(const WhatsAppPhone& phone, std::string_view words) {
        return wait_until([&] { return phone.was_told(words); }, std::chrono::seconds{20});
    }

    std::string status_of_realisasi() {
        return query_text(world_.database_url(), "SELECT status FROM realisasi");
    }

    std::string text_of(const std::string& sql) { return query_text(world_.database_url(), sql); }

    MakeEnvironment environment_;
    std::size_t refusals_ = 0;  // that a test provokes
    FakeGraphApi graph_;
    BotWorld world_{
        {.staff = 1,
         .serve_arguments = {"--demo", "--clock", kClock},
         .environment = environment_(graph_),
         .import_folder = SKPBOT_SOURCE_DIR "/bot/demo"}};
    Day clock_{
        {.api = world_.api(),
         .service = world_.service(),
         .database_url = world_.database_url(),
         .secret = BotWorld::secret()},
        kClock};
    WhatsAppPhone siti_{
        graph_, world_, {.number = "6281255500004", .user_id = "ID.1001", .name = "Siti"}};
    WhatsAppPhone ratna_{graph_, world_, {.number = "6281255500002", .name = "Ratna"}};
};

TEST_F(WhatsAppDay, AReportIsApprovedByReply) {
    siti_.says("halo");
    EXPECT_TRUE(siti_.was_told("tulis NIP Anda"));
    EXPECT_FALSE(siti_.was_told("Bagikan kontak")) << "there is no such button here";
    siti_.says(kSitiNip);
    EXPECT_TRUE(siti_.was_told("terhubung dengan Siti Aminah"));
    ratna_.says(kRatnaNip);
    EXPECT_TRUE(ratna_.was_told("terhubung dengan Ratna"));

    siti_.says("realisasi rhk 1 3 laporan");
    EXPECT_TRUE(siti_.was_told("Tercatat · R-"));
    EXPECT_TRUE(siti_.was_told("Kuantitas: 3 Laporan"));

    ratna_.look();
    clock_.clock_to("2026-04-27T08:15:00+07:00");
    ASSERT_EQ(ratna_.told().size(), 1U);
    EXPECT_EQ(ratna_.told()[0].kind, "button") << "she wrote lately: no template";
    ratna_.replies("setuju");

    siti_.look();
    clock_.clock_to("2026-04-27T08:30:00+07:00");
    EXPECT_TRUE(siti_.was_told("Realisasi disetujui"));
    EXPECT_EQ(status_of_realisasi(), "disetujui");
    EXPECT_GT(graph_.read_messages().size(), 3U) << "messages are marked as read";
}

TEST_F(WhatsAppDay, AThumbDecidesAndItsRemovalTakesThatBack) {
    bind_both();
    siti_.says("realisasi rhk 1 3 laporan");
    ratna_.look();
    clock_.clock_to("2026-04-27T08:15:00+07:00");
    const std::string digest = ratna_.told().back().message_id;

    ratna_.reacts_to(digest, "\u2764");
    EXPECT_TRUE(ratna_.told().empty()) << "a heart says nothing";
    ratna_.reacts_to(digest, "\U0001F44D\U0001F3FD");
    EXPECT_TRUE(ratna_.was_told("Disetujui"));
    EXPECT_EQ(status_of_realisasi(), "disetujui");

    ratna_.reacts_to(digest, "");
    EXPECT_TRUE(ratna_.was_told("Diurungkan"));
    EXPECT_EQ(status_of_realisasi(), "diajukan");
    ratna_.reacts_to(digest, "");
    EXPECT_TRUE(ratna_.told().empty());
    siti_.reacts("\U0001F44D");
    EXPECT_TRUE(siti_.told().empty()) << "a thumb on an answer decides nothing";
}

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

TEST_F(WhatsAppDay, ReportsMoveForwardAndUnknownOnesAreKept) {
    bind_both();
    const SentWhatsApp message = siti_.told().empty() ? siti_.all().back() : siti_.told().back();
    const auto report = [&](const std::string& id, const std::string& status) {
        return post_whatsapp(
            world_.service().port(),
            graph_.account(),
            siti_.webhooks().status(
                {.message_id = id, .recipient = siti_.person().number, .status = status}
            )
        );
    };
    EXPECT_EQ(report(message.message_id, "read"), 200);
    EXPECT_EQ(report(message.message_id, "delivered"), 200);
    EXPECT_EQ(report(message.message_id, "read"), 200) << "once more";
    EXPECT_EQ(report("wamid.unknown", "delivered"), 200);
    ASSERT_TRUE(world_.wait_until_at_rest(std::chrono::seconds{10}));

    EXPECT_EQ(
        text_of("SELECT delivery FROM outbox WHERE message_id = '" + message.message_id + "'"),
        "read"
    );
    EXPECT_EQ(text_of("SELECT count(*) FROM delivery_report"), "3");
    EXPECT_EQ(text_of("SELECT count(*) FROM delivery_report WHERE outbox_id IS NULL"), "1");
}

TEST_F(WhatsAppDay, AReportSettlesADoubt) {
    bind_both();
    // One of the two is for the mark that the message was read.
    graph_.fail_next(
        {{.kind = FaultKind::Reset, .delivered = true},
         {.kind = FaultKind::Reset, .delivered = true}}
    );
    EXPECT_EQ(
        post_whatsapp(
            world_.service().port(),
            graph_.account(),
            siti_.webhooks().text(siti_.person(), graph_.stamp(siti_.person()), "profil")
        ),
        200
    );
    EXPECT_TRUE(wait_until(
        [&] { return text_of("SELECT count(*) FROM attempt WHERE outcome = 'in_doubt'") == "1"; },
        std::chrono::seconds{10}
    ));
    const SentWhatsApp arrived = siti_.all().back();

    EXPECT_EQ(
        post_whatsapp(
            world_.service().port(),
            graph_.account(),
            siti_.webhooks().status(
                {.message_id = arrived.message_id,
                 .recipient = siti_.person().number,
                 .status = "delivered",
                 .tracker = arrived.tracker}
            )
        ),
        200
    );
    ASSERT_TRUE(world_.wait_until_at_rest(std::chrono::seconds{10}));
    EXPECT_EQ(siti_.all().back().message_id, arrived.message_id) << "it came twice";
    siti_.says("menu");
    EXPECT_EQ(siti_.told().size(), 1U) << "the chat goes on at once";
}

TEST_F(WhatsAppDay, WhoCannotBeReachedOnTelegramIsToldOnWhatsApp) {
    clock_.says(siti(), "/start");
    clock_.shares_contact(siti());
    clock_.says(siti(), kSitiNip);
    bind_both();
    siti_.says("realisasi rhk 1 3 laporan");
    clock_.clock_to("2026-04-27T08:15:00+07:00");
    ratna_.replies("setuju");

    world_.api().block(siti().id);
    siti_.look();
    clock_.clock_to("2026-04-27T08:30:00+07:00");
    ASSERT_TRUE(world_.wait_until_at_rest(std::chrono::seconds{10}));

    EXPECT_TRUE(siti_.was_told("Realisasi disetujui"));
    EXPECT_EQ(text_of("SELECT count(*) FROM lane WHERE gone_at IS NOT NULL"), "1");
}

// He had only that chat when the notice was written.
TEST_F(WhatsAppDay, WhoCannotBeReachedOnWhatsAppIsToldOnTelegram) {
    bind_both();
    siti_.says("realisasi rhk 1 3 laporan");
    clock_.clock_to("2026-04-27T08:15:00+07:00");
    ratna_.replies("setuju");
    clock_.says(siti(), "/start");
    clock_.shares_contact(siti());
    clock_.says(siti(), kSitiNip);
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
TEST_F(WhatsAppDay, WhoCannotBeReachedAnywhereIsListedForTheAdmin) {
    bind_both();
    siti_.says("realisasi rhk 1 3 laporan");
    clock_.clock_to("2026-04-27T08:15:00+07:00");
    ratna_.replies("setuju");
    graph_.remove_from_whatsapp(siti_.person().number);
    refusals_ = 1;
    clock_.clock_to("2026-04-27T08:30:00+07:00");
    ASSERT_TRUE(world_.wait_until_at_rest(std::chrono::seconds{10}));

    const CommandResult doctor = world_.command({"doctor"});
    EXPECT_NE(doctor.output.find("1 can be reached in no chat"), std::string::npos)
        << doctor.output;
    const TemporaryFolder folder;
    ASSERT_EQ(world_.command({"export", folder.path()}).exit_code, 0);
    const std::string list = read_file(folder.path() + "/tidak_terjangkau.csv");
    EXPECT_NE(list.find(std::string(kSitiNip) + ",layanan,whatsapp,"), std::string::npos) << list;
    EXPECT_EQ(list.find(kRatnaNip), std::string::npos) << list;
    EXPECT_EQ(world_.service().log().find(kSitiNip), std::string::npos) << "not in the log";
}

// Closing the chat says the same before anything is sent there (PLATFORMS.md section 3).
TEST_F(WhatsAppDay, WhoClosedTheTelegramChatIsToldOnWhatsAppUntilHeWritesThere) {
    clock_.says(siti(), "/start");
    clock_.shares_contact(siti());
    clock_.says(siti(), kSitiNip);
    bind_both();
    siti_.says("realisasi rhk 1 3 laporan");
    clock_.clock_to("2026-04-27T08:15:00+07:00");
    ratna_.replies("setuju");

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

TEST_F(WhatsAppDay, APhotoIsFetchedAsEvidenceListedAndShownAgain) {
    bind_both();
    const std::string photo = sample_jpg("rapat");

    siti_sends_photo(graph_.add_media("image/jpeg", photo), "bukti rhk 1");
    EXPECT_TRUE(siti_.was_told("Bukti sedang disimpan"));
    ASSERT_TRUE(comes(siti_, "Bukti tersimpan"));
    EXPECT_EQ(
        text_of("SELECT simpan || ' ' || tipe || ' ' || ukuran FROM bukti"),
        "tersimpan jpg " + std::to_string(photo.size())
    );

    siti_.says("bukti rhk 1");
    EXPECT_TRUE(siti_.was_told("Bukti dukung"));
    EXPECT_TRUE(siti_.was_told("Buka: bukti rhk 1 1"));

    siti_.says("bukti rhk 1 1");
    ASSERT_EQ(siti_.told().size(), 1U);
    EXPECT_TRUE(siti_.was_told("Bukti 1"));
    const std::string media_id = siti_.told().front().media_id;
    EXPECT_EQ(graph_.media_content(media_id), photo) << "the picture itself comes back";

    siti_.says("bukti rhk 1 1");
    ASSERT_EQ(siti_.told().size(), 1U);
    EXPECT_EQ(siti_.told().front().media_id, media_id) << "the platform has it already";
    EXPECT_EQ(graph_.calls("POST media").size(), 1U);
}

TEST_F(WhatsAppDay, AFileThatThePlatformHasNoMoreIsTold) {
    bind_both();

    siti_sends_photo("1999999999999999", "bukti rhk 1");

    EXPECT_TRUE(comes(siti_, "sudah tidak ada di aplikasi chat"));
    EXPECT_EQ(text_of("SELECT simpan || ' ' || sebab FROM bukti"), "gagal hilang");
}

TEST_F(WhatsAppDay, APersonKnownByNumberGoesOnUnderTheUserId) {
    WhatsAppPhone early(graph_, world_, {.number = "6281255500004", .name = "Siti"});
    early.says("halo");
    early.says(kSitiNip);
    EXPECT_TRUE(early.was_told("terhubung dengan Siti Aminah"));

    siti_.says("profil");
    EXPECT_TRUE(siti_.was_told("Siti Aminah"));
    EXPECT_EQ(text_of("SELECT count(*) FROM conversation"), "1");

    // The number in other hands is another person.
    WhatsAppPhone other(
        graph_, world_, {.number = "6281255500004", .user_id = "ID.2002", .name = "Tamu"}
    );
    other.says("profil");
    EXPECT_FALSE(other.was_told("Siti Aminah"));
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
