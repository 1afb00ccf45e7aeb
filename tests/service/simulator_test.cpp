#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/event_stream.hpp"
#include "tests/support/sample_files.hpp"
#include "tests/support/simulator_world.hpp"

// The simulator's routes with the real program behind them (ARCHITECTURE.md section 4).
namespace support {
namespace {

namespace json = boost::json;

class Simulator : public ::testing::Test {
protected:
    void TearDown() override {
        if (HasFailure()) std::puts(demo_.world.service().log_end().c_str());
    }

    std::string text(const std::string& sql) const {
        return query_text(demo_.world.database_url(), sql);
    }

    // Whether the newest message of the bot on that phone comes to be one of that kind.
    template <class Condition>
    bool newest_is(const std::string& phone, Condition condition) {
        return wait_until(
            [&] {
                const auto message = page_.newest(phone, "");
                return message && condition(*message);
            },
            std::chrono::seconds{20}
        );
    }

    SimulatorWorld demo_;
    SimulatorPage& page_ = demo_.page;
    const std::string& siti_ = demo_.siti;
    const std::string& ratna_ = demo_.ratna;
};

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

TEST_F(Simulator, AnEditedMessageIsAskedAbout) {
    const std::string id = page_.says(siti_, "realisasi rhk 1 3 laporan");
    ASSERT_TRUE(demo_.is_told(siti_, "Tercatat"));
    const json::object edit{
        {"alamat", siti_}, {"pesan", id}, {"teks", "realisasi rhk 1 5 laporan"}};

    ASSERT_EQ(page_.post("/demo/edit", edit), 200);

    ASSERT_TRUE(demo_.is_told(siti_, "Pesan Anda yang sudah tercatat diubah"));
    const json::array messages = page_.messages(siti_);
    const json::object& shown = messages.at(0).as_object();
    EXPECT_EQ(shown.at("id"), json::string(id));
    EXPECT_EQ(shown.at("teks"), "realisasi rhk 1 5 laporan");
    EXPECT_EQ(shown.at("disunting"), true);
    EXPECT_EQ(text("SELECT nilai::int FROM realisasi"), "3") << "nothing runs without a yes";
    ASSERT_EQ(page_.presses(siti_, "sudah tercatat diubah", "Ya, ubah"), 200);
    ASSERT_TRUE(demo_.comes_to_rest());
    EXPECT_EQ(text("SELECT nilai::int FROM realisasi"), "5");
    EXPECT_EQ(page_.post("/demo/edit", edit), 200);
    EXPECT_TRUE(demo_.comes_to_rest());
    EXPECT_EQ(demo_.count("SELECT count(*) FROM event WHERE kind = 'edited'"), 1)
        << "the same words are no edit";
}

TEST_F(Simulator, EditsWhatTelegramLetsAPersonEdit) {
    const std::string id = page_.says(siti_, "profil");
    ASSERT_TRUE(demo_.is_told(siti_, "Siti Aminah"));
    const auto edits = [&](const json::value& message, const std::string& words) {
        return page_.post("/demo/edit", {{"alamat", siti_}, {"pesan", message}, {"teks", words}});
    };
    const auto of_bot = page_.newest(siti_, "Siti Aminah");
    ASSERT_TRUE(of_bot);
    EXPECT_EQ(of_bot->at("boleh_sunting"), false);

    EXPECT_EQ(edits(of_bot->at("id"), "jadwal"), 409);
    EXPECT_EQ(edits(json::value("999"), "jadwal"), 404);
    EXPECT_EQ(edits(json::value(id), "  "), 400);
    EXPECT_EQ(
        page_.post("/demo/edit", {{"alamat", ratna_}, {"pesan", id}, {"teks", "jadwal"}}), 404
    ) << "of another phone";
    page_.post("/demo/look", {{"tampilan", "whatsapp"}});
    EXPECT_EQ(edits(json::value(id), "jadwal"), 409);
    page_.post("/demo/look", {{"tampilan", "telegram"}});
    ASSERT_EQ(page_.moves_clock("2026-04-29T08:30:00+07:00"), 200);
    EXPECT_EQ(edits(json::value(id), "jadwal"), 409) << "more than 48 hours later";
    EXPECT_EQ(demo_.count("SELECT count(*) FROM event WHERE kind = 'edited'"), 0);
}

// The look only changes how things come: what WhatsApp would refuse is refused.
TEST_F(Simulator, LooksLikeWhatsappAndKeepsItsWindow) {
    ASSERT_EQ(page_.post("/demo/look", {{"tampilan", "whatsapp"}}), 200);
    EXPECT_EQ(page_.state().at("tampilan"), "whatsapp");

    const std::string budi = page_.phone_of("199106202019031905");
    page_.says(budi, "realisasi 3");
    ASSERT_TRUE(newest_is(budi, [](const json::object& message) {
        return !message.at("daftar").is_null() && message.at("tombol").as_array().empty();
    })) << "more than three choices are a list";

    const json::object state = page_.state();
    const auto& steps = state.at("langkah").as_object();
    page_.moves_clock(std::string(steps.at("sepuluh_hari").as_string()));
    EXPECT_TRUE(newest_is(ratna_, [](const json::object& message) {
        return message.at("templat") == "batas_penilaian";
    })) << "who has not written for 24 hours only gets approved words";
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

// Nothing of a page that is not ours, and no phone that is none.
TEST_F(Simulator, RefusesWhatIsNoRequestOfThePage) {
    EXPECT_EQ(page_.ask("POST", "/demo/send", "[").status, 400);
    EXPECT_EQ(page_.post("/demo/send", {{"alamat", "sim-x"}, {"teks", "menu"}}), 404);
    EXPECT_EQ(page_.post("/demo/send", {{"alamat", siti_}, {"teks", "  "}}), 400);
    EXPECT_EQ(page_.post("/demo/send", {{"alamat", siti_}, {"teks", std::string(4097, 'a')}}), 400);
    EXPECT_EQ(page_.post("/demo/look", {{"tampilan", "signal"}}), 400);
    EXPECT_EQ(
        page_.post("/demo/press", {{"alamat", siti_}, {"pesan", "999"}, {"pegangan", "x"}}), 404
    );
    EXPECT_EQ(page_.ask("GET", "/demo/files/1").status, 404);
    EXPECT_TRUE(page_.messages(siti_).empty());
}

// As WhatsApp's statuses; the bot's own row says how far its message came.
TEST_F(Simulator, ReportsWhatArrivedAndWasReadAsWhatsappDoes) {
    ASSERT_EQ(page_.post("/demo/look", {{"tampilan", "whatsapp"}}), 200);
    page_.says(siti_, "profil");
    ASSERT_TRUE(demo_.is_told(siti_, "Siti Aminah"));
    ASSERT_TRUE(demo_.comes_to_rest());
    const std::string delivery = "SELECT string_agg(delivery, ',') FROM outbox";
    EXPECT_EQ(text(delivery), "delivered");

    ASSERT_EQ(page_.post("/demo/read", {{"alamat", siti_}}), 200);
    ASSERT_TRUE(demo_.comes_to_rest());

    EXPECT_EQ(text(delivery), "read");
    EXPECT_EQ(
        text("SELECT string_agg(status, ',' ORDER BY status) FROM delivery_report"),
        "delivered,read"
    );
    const long bodies = demo_.count("SELECT count(*) FROM inbox");
    ASSERT_EQ(page_.post("/demo/read", {{"alamat", siti_}}), 200);
    ASSERT_TRUE(demo_.comes_to_rest());
    EXPECT_EQ(demo_.count("SELECT count(*) FROM inbox"), bodies) << "told once";
}

TEST_F(Simulator, ReportsNothingAsTelegramDoes) {
    page_.says(siti_, "profil");
    ASSERT_TRUE(demo_.is_told(siti_, "Siti Aminah"));
    ASSERT_EQ(page_.post("/demo/read", {{"alamat", siti_}}), 200);
    ASSERT_TRUE(demo_.comes_to_rest());

    EXPECT_EQ(page_.newest(siti_, "Siti Aminah")->at("status"), "dibaca");
    EXPECT_EQ(demo_.count("SELECT count(*) FROM delivery_report"), 0);
    EXPECT_EQ(demo_.count("SELECT count(*) FROM outbox WHERE delivery IS NOT NULL"), 0);
}

TEST_F(Simulator, CountsWhatIsNotRead) {
    const auto unread = [&](const std::string& phone) {
        const json::object state = page_.state();
        for (const json::value& one : state.at("orang").as_array()) {
            const json::object& person = one.as_object();
            if (person.at("alamat") != json::string(phone)) continue;
            return person.at("belum_dibaca").to_number<long>();
        }
        return -1L;
    };
    page_.says(siti_, "realisasi rhk 1 3 laporan");
    ASSERT_TRUE(demo_.is_told(siti_, "Tercatat"));
    page_.says(siti_, "profil");
    ASSERT_TRUE(demo_.is_told(siti_, "Siti Aminah"));
    EXPECT_EQ(unread(siti_), 2);
    EXPECT_EQ(unread(ratna_), 0);

    EXPECT_EQ(page_.post("/demo/read", {{"alamat", siti_}}), 200);

    EXPECT_EQ(unread(siti_), 0);
    EXPECT_EQ(page_.newest(siti_, "Tercatat")->at("status"), "dibaca");
}

TEST_F(Simulator, AButtonThatDidItsWorkIsTakenOff) {
    page_.says(siti_, "realisasi rhk 1 3 laporan");
    ASSERT_TRUE(demo_.is_told(siti_, "Tercatat"));

    ASSERT_EQ(page_.presses(siti_, "Tercatat", "Urungkan"), 200);

    ASSERT_TRUE(demo_.is_told(siti_, "Diurungkan"));
    EXPECT_TRUE(wait_until(
        [&] {
            const auto card = page_.newest(siti_, "Tercatat");
            return card && card->at("tombol").as_array().empty();
        },
        std::chrono::seconds{10}
    ));
}

TEST_F(Simulator, AReaderWhoComesBackMissesNothing) {
    const std::string target = "/demo/events?cursor=0";
    std::string last;
    {
        EventStream first(demo_.world.service().port(), target);
        page_.says(siti_, "menu");
        ASSERT_TRUE(first.read_until([](const StreamEvent& event) {
            return event.kind == "pesan" && event.data.find("\"bot\"") != std::string::npos;
        }));
        EXPECT_NE(first.head().find("text/event-stream"), std::string::npos) << first.head();
        EXPECT_NE(first.head().find("no-store"), std::string::npos);
        last = first.events().back().id;
    }
    page_.says(siti_, "bantuan");
    ASSERT_TRUE(demo_.comes_to_rest());
    demo_.world.service().kill9();
    demo_.world.service().start_ready();
    const long newest = demo_.count("SELECT urutan FROM simulator");

    EventStream again(demo_.world.service().port(), target, last);
    ASSERT_TRUE(again.read_until([&](const StreamEvent& event) {
        return std::stol(event.id) >= newest;
    }));

    long expected = std::stol(last);
    for (const StreamEvent& event : again.events()) {
        EXPECT_EQ(std::stol(event.id), ++expected) << "a gap or a repetition";
    }
}

TEST_F(Simulator, AReaderHoldsUpNoStop) {
    EventStream stalled(demo_.world.service().port(), "/demo/events?cursor=0");
    ASSERT_TRUE(stalled.read_until([](const StreamEvent&) { return true; }));

    const auto ended = demo_.world.service().stop(std::chrono::seconds{8});

    ASSERT_TRUE(ended) << "the stop waits for the reader";
    EXPECT_EQ(ended->exit_code, 0);
}

TEST_F(Simulator, ServesItsPageWithAStrictPolicy) {
    const auto page = page_.ask("GET", "/simulator");

    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.field("Content-Type").starts_with("text/html"));
    EXPECT_NE(
        page.field("Content-Security-Policy").find("default-src 'none'; script-src 'self'"),
        std::string::npos
    );
    EXPECT_EQ(page.field("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(page_.ask("GET", "/simulator/no-such-file.js").status, 404);
}

TEST_F(Simulator, KeepsTextsAndNamesOutOfTheServicesLog) {
    page_.says(siti_, "kata-rahasia-orang");
    ASSERT_TRUE(demo_.comes_to_rest());

    const std::string log = demo_.world.service().log();
    EXPECT_EQ(log.find("kata-rahasia-orang"), std::string::npos);
    EXPECT_EQ(log.find("Siti"), std::string::npos);
}

TEST_F(Simulator, WhoKnowsNoSecretIsNotItsPlatform) {
    const json::object message{{"alamat", siti_}, {"isi", json::object{{"teks", "palsu"}}}};

    EXPECT_EQ(page_.post("/demo/platform/messages", message), 401);
    EXPECT_EQ(page_.post("/webhook/simulator", {{"id", "1"}}), 401);
    EXPECT_EQ(page_.told(siti_, "palsu"), 0);
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

TEST(SimulatorWithoutData, SaysSo) {
    TestDatabase database;
    const Environment environment{
        {"SKPBOT_DATABASE_URL", database.url()}, {"SKPBOT_EVIDENCE_DIR", "/tmp"}};
    ASSERT_EQ(run_skpbot({"migrate"}, environment).exit_code, 0);
    ServiceProcess service({.arguments = {"--demo"}, .environment = environment});
    service.start_ready();

    EXPECT_TRUE(SimulatorPage(service.port()).state().at("orang").as_array().empty());
}

TEST(SimulatorWithoutDemo, IsNotThere) {
    BotWorld world({.staff = 1, .environment = BotWorld::unpaced()});
    SimulatorPage page(world.service().port());

    for (const std::string path :
         {"/simulator",
          "/simulator/app.js",
          "/demo/state",
          "/demo/messages",
          "/demo/events",
          "/demo/files/1",
          "/demo/platform/ping",
          "/demo/platform/files/1"}) {
        EXPECT_EQ(page.ask("GET", path).status, 404) << path;
    }
    for (const std::string path :
         {"/demo/send",
          "/demo/edit",
          "/demo/press",
          "/demo/react",
          "/demo/contact",
          "/demo/upload",
          "/demo/read",
          "/demo/look",
          "/demo/clock",
          "/demo/fault",
          "/demo/platform/messages",
          "/demo/platform/seen",
          "/demo/platform/edit",
          "/demo/platform/files",
          "/webhook/simulator"}) {
        EXPECT_EQ(page.ask("POST", path, "{}").status, 404) << path;
    }
}

}  // namespace
}  // namespace support
