#include <gtest/gtest.h>

#include "tests/peer/peer.hpp"
#include "tests/support/bot_world.hpp"
#include "tests/support/day.hpp"
#include "tests/support/wait.hpp"

// The working day of ARCHITECTURE.md section 5 through a Bot API server that nobody here wrote:
// what both our adapter and our own stand-in could have got wrong in the same way comes out here.
namespace support {
namespace {

constexpr char kClock[] = "2026-04-27T08:00:00+07:00";
constexpr char kPublic[] = "https://skp.contoh.id";
constexpr std::chrono::seconds kRest{20};

class PeerDay : public ::testing::TestWithParam<const char*> {
protected:
    PeerDay()
        : service_({.arguments = {"--demo", "--clock", kClock}}),
          peer_(BotWorld::token(), kPublic, "http://127.0.0.1:" + std::to_string(service_.port())) {
        environment_ = BotWorld::unpaced();
        environment_["SKPBOT_DATABASE_URL"] = database_.url();
        environment_["SKPBOT_TELEGRAM_TOKEN"] = BotWorld::token();
        environment_["SKPBOT_TELEGRAM_SECRET"] = BotWorld::secret();
        environment_["SKPBOT_TELEGRAM_API"] = peer_.address();
        environment_["SKPBOT_TELEGRAM_MODE"] = GetParam();
        environment_["SKPBOT_PUBLIC_URL"] = kPublic;
        environment_["SKPBOT_EVIDENCE_DIR"] = folder_.path();
        for (const auto& [name, value] : environment_) service_.set_environment(name, value);
    }

    void SetUp() override {
        run({"migrate"});
        run({"import", SKPBOT_SOURCE_DIR "/bot/demo"});
        if (is_webhook()) {
            EXPECT_NE(run({"webhook", "set", "telegram"}).find("commands: "), std::string::npos);
        }
        service_.start_ready();
    }

    void TearDown() override {
        if (HasFailure()) std::puts((service_.log_end() + "\n" + peer_.log()).c_str());
    }

    static bool is_webhook() { return std::string_view(GetParam()) == "webhook"; }

    std::string run(const std::vector<std::string>& arguments) {
        const CommandResult result = run_skpbot(arguments, environment_);
        EXPECT_EQ(result.exit_code, 0) << arguments.front() << ": " << result.output;
        return result.output;
    }

    long number(const std::string& sql) { return query_number(database_.url(), sql); }

    // Waits until every update has arrived and nothing is left to do.
    void rest() {
        EXPECT_TRUE(wait_until(
            [&] {
                return number("SELECT count(*) FROM inbox") == updates_ &&
                       number(
                           "SELECT (SELECT count(*) FROM inbox WHERE state = 'new') + "
                           "(SELECT count(*) FROM event WHERE state = 'open') + "
                           "(SELECT count(*) FROM outbox WHERE state = 'waiting')"
                       ) == 0;
            },
            kRest,
            std::chrono::milliseconds{20}
        )) << "the bot does not come to rest";
    }

    void says(const Person& person, const std::string& text, std::int64_t reply_to = 0) {
        peer_.says(person, ++date_, text, reply_to);
        ++updates_;
        rest();
    }

    void clock_to(const std::string& now) {
        HttpClient client(service_.port(), kRest);
        const auto answer = client.send(
            {.method = "POST",
             .target = "/demo/clock",
             .fields = {{"Content-Type", "application/json"}},
             .body = R"({"now":")" + now + "\"}"}
        );
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->status / 100, 2) << answer->body;
        date_ = unix_of(now);
        rest();
    }

    // The newest message in the person's chat; an empty one if there is none.
    PeerMessage newest(const Person& person) {
        const auto messages = peer_.sent_to(person);
        return messages.empty() ? PeerMessage{} : messages.back();
    }

    bool was_told(const Person& person, std::string_view words) {
        return contains_words(newest(person).text, words);
    }

    // Siti with her contact card, Ratna with an activation code.
    void bind_both() {
        says(siti(), "/start");
        peer_.shares_contact(siti(), ++date_);
        ++updates_;
        rest();
        says(siti(), "199203152015032904");
        EXPECT_TRUE(was_told(siti(), "terhubung dengan Siti Aminah")) << newest(siti()).text;

        const std::string code = run({"code", "--nip", "198204122006042902"});
        says(ratna(), "/start");
        says(ratna(), "198204122006042902");
        says(ratna(), code.substr(code.find_first_of("0123456789"), 6));
        EXPECT_TRUE(was_told(ratna(), "terhubung dengan Ratna Wulandari")) << newest(ratna()).text;
        EXPECT_EQ(number("SELECT count(*) FROM alamat"), 2);
    }

    TestDatabase database_;
    TemporaryFolder folder_;
    ServiceProcess service_;
    Peer peer_;
    Environment environment_;
    std::int64_t date_ = unix_of(kClock);
    long updates_ = 0;
};

TEST_P(PeerDay, AReportIsApprovedByReplyAndTheReminderComes) {
    bind_both();

    says(siti(), "realisasi rhk 1 3 laporan");
    EXPECT_TRUE(was_told(siti(), "Tercatat · R-")) << newest(siti()).text;
    EXPECT_EQ(newest(siti()).buttons.size(), 3U);
    EXPECT_EQ(number("SELECT count(*) FROM realisasi WHERE status = 'tercatat'"), 1);

    clock_to("2026-04-27T08:15:00+07:00");
    EXPECT_TRUE(was_told(ratna(), "1. Realisasi Triwulan I 2026 · Siti Aminah"));
    says(ratna(), "setuju", newest(ratna()).message_id);
    EXPECT_TRUE(was_told(ratna(), "Disetujui")) << newest(ratna()).text;
    EXPECT_EQ(number("SELECT count(*) FROM realisasi WHERE status = 'disetujui'"), 1);

    clock_to("2026-04-27T08:30:00+07:00");
    EXPECT_TRUE(was_told(siti(), "Realisasi disetujui")) << newest(siti()).text;

    clock_to("2026-04-28T08:00:00+07:00");
    EXPECT_TRUE(was_told(siti(), "Pengingat: realisasi Triwulan I 2026")) << newest(siti()).text;
    EXPECT_TRUE(was_told(siti(), "15 Mei 2026"));

    EXPECT_EQ(number("SELECT count(*) FROM outbox WHERE state <> 'sent'"), 0);
    EXPECT_EQ(number("SELECT count(*) FROM outbox"), static_cast<long>(peer_.sent().size()))
        << "each message once";
    EXPECT_EQ(number("SELECT count(*) FROM attempt WHERE outcome <> 'sent'"), 0);
}

TEST_P(PeerDay, ADecisionByButtonTakesTheSameWay) {
    bind_both();
    says(siti(), "realisasi rhk 1 3 laporan");
    clock_to("2026-04-27T08:15:00+07:00");
    const PeerMessage digest = newest(ratna());
    ASSERT_EQ(digest.buttons.size(), 2U);
    ASSERT_EQ(digest.buttons[0].label, "Setujui");

    peer_.presses(ratna(), ++date_, digest, 0);
    ++updates_;
    rest();

    EXPECT_TRUE(was_told(ratna(), "Disetujui")) << newest(ratna()).text;
    EXPECT_EQ(number("SELECT count(*) FROM realisasi WHERE status = 'disetujui'"), 1);
}

INSTANTIATE_TEST_SUITE_P(
    Modes,
    PeerDay,
    ::testing::Values("webhook", "polling"),
    [](const auto& test) { return std::string(test.param); }
);

}  // namespace
}  // namespace support
