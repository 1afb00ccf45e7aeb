#include <gtest/gtest.h>

#include "tests/service/simulator_fixture.hpp"
#include "tests/support/event_stream.hpp"

// Who may come in, what he is shown, and what of it gets out.
namespace support {
namespace {

namespace json = boost::json;

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
