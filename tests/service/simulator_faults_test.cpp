#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/support/command.hpp"
#include "tests/support/simulator_world.hpp"

// Every fault of the panel, each with one effect in the database and one answer in the phone.
namespace support {
namespace {

class SimulatorFaults : public ::testing::Test {
protected:
    void TearDown() override {
        if (HasFailure()) std::puts(demo_.world.service().log_end().c_str());
    }

    void expect_one_effect() {
        ASSERT_TRUE(demo_.is_told(demo_.siti, "Tercatat · R-"));
        ASSERT_TRUE(demo_.comes_to_rest());
        EXPECT_EQ(demo_.count("SELECT count(*) FROM realisasi"), 1);
        EXPECT_EQ(demo_.count("SELECT count(*) FROM realisasi_versi"), 1);
        EXPECT_EQ(demo_.count("SELECT count(*) FROM receipt"), 1);
        EXPECT_EQ(demo_.count("SELECT count(*) FROM ledger WHERE tindakan = 'isi_realisasi'"), 1);
        EXPECT_EQ(demo_.page.told(demo_.siti, "Tercatat · R-"), 1);
        EXPECT_EQ(demo_.count("SELECT count(*) FROM simulator_pesan WHERE dari = 'orang'"), 1);
    }

    [[nodiscard]] long notes(const std::string& kind) const {
        return demo_.count(
            "SELECT count(*) FROM simulator_peristiwa WHERE jenis = 'catatan' AND isi LIKE "
            "'%\"jenis\":\"" +
            kind + "\"%'"
        );
    }

    TemporaryFolder folder_;
    std::string requests_ = folder_.path() + "/requests";
    SimulatorWorld demo_{{"--requests", requests_}};
};

TEST_F(SimulatorFaults, AMessageDeliveredTwiceCountsOnce) {
    ASSERT_EQ(demo_.page.breaks("ganda"), 200);
    demo_.page.says(demo_.siti, "realisasi rhk 1 3 laporan");

    expect_one_effect();
    EXPECT_EQ(notes("disimpan"), 1);
    EXPECT_EQ(notes("diulang"), 1);
    EXPECT_EQ(notes("giliran"), 1);
}

TEST_F(SimulatorFaults, ADelayedMessageArrivesOnce) {
    ASSERT_EQ(demo_.page.breaks("tunda", 1), 200);
    demo_.page.says(demo_.siti, "realisasi rhk 1 3 laporan");

    expect_one_effect();
}

TEST_F(SimulatorFaults, SwappedMessagesAreBothKept) {
    ASSERT_EQ(demo_.page.breaks("tukar"), 200);
    demo_.page.says(demo_.siti, "realisasi rhk 1 3 laporan");
    demo_.page.says(demo_.siti, "realisasi rhk 1 4 laporan");

    ASSERT_TRUE(demo_.comes_to_rest());
    EXPECT_EQ(
        query_text(
            demo_.world.database_url(),
            "SELECT string_agg(body, ' | ' ORDER BY event_id) FROM event WHERE kind = 'text'"
        ),
        "realisasi rhk 1 4 laporan | realisasi rhk 1 3 laporan"
    );
    EXPECT_EQ(demo_.count("SELECT count(*) FROM realisasi"), 1);
}

TEST_F(SimulatorFaults, ALostAnswerShowsNoSecondMessage) {
    ASSERT_EQ(demo_.page.breaks("jawaban_hilang"), 200);
    demo_.page.says(demo_.siti, "realisasi rhk 1 3 laporan");

    expect_one_effect();
    EXPECT_EQ(notes("diulang"), 1);
    EXPECT_EQ(demo_.count("SELECT count(*) FROM attempt WHERE outcome = 'in_doubt'"), 1)
        << "the answer was not lost";
}

TEST_F(SimulatorFaults, WhatAPlatformThatIsDownMissedComesLater) {
    ASSERT_EQ(demo_.page.breaks("mati", 2), 200);
    demo_.page.says(demo_.siti, "realisasi rhk 1 3 laporan");

    expect_one_effect();
}

TEST_F(SimulatorFaults, ARefusalForTooManyIsRespected) {
    ASSERT_EQ(demo_.page.breaks("penuh", 2), 200);
    demo_.page.says(demo_.siti, "realisasi rhk 1 3 laporan");

    expect_one_effect();
    EXPECT_GE(demo_.count("SELECT count(*) FROM attempt WHERE outcome = 'not_sent'"), 1);
}

TEST_F(SimulatorFaults, AKillAfterTheCommitLosesAndDoublesNothing) {
    ASSERT_EQ(demo_.page.breaks("bunuh"), 200);
    demo_.page.says(demo_.siti, "realisasi rhk 1 3 laporan");

    const auto ended = demo_.world.service().wait(std::chrono::seconds{20});
    ASSERT_TRUE(ended);
    EXPECT_EQ(ended->signal, SIGKILL);
    EXPECT_EQ(demo_.count("SELECT count(*) FROM realisasi"), 1) << "killed after the commit";
    demo_.world.service().start_ready();
    demo_.page = SimulatorPage(demo_.world.service().port());

    expect_one_effect();
}

TEST_F(SimulatorFaults, TheClockGoesOnAfterAKill) {
    ASSERT_EQ(demo_.page.moves_clock("2026-05-04T08:00:00+07:00"), 200);
    demo_.world.service().kill9();
    demo_.world.service().start_ready();
    demo_.page = SimulatorPage(demo_.world.service().port());

    EXPECT_EQ(demo_.page.state().at("hari"), "Senin, 4 Mei 2026");
}

TEST_F(SimulatorFaults, ARestartOfTheDatabaseIsAskedOfTheScript) {
    ASSERT_EQ(demo_.page.breaks("basis_data"), 200);

    std::stringstream asked;
    asked << std::ifstream(requests_).rdbuf();
    EXPECT_EQ(asked.str(), "basis_data\n");
}

TEST_F(SimulatorFaults, AnUnknownFaultIsRefusedWithAnExample) {
    EXPECT_EQ(demo_.page.breaks("gempa"), 400);
    EXPECT_EQ(demo_.page.breaks("mati", 100'000), 400);
}

TEST(SimulatorWithoutScript, CannotRestartTheDatabase) {
    SimulatorWorld demo;

    EXPECT_EQ(demo.page.breaks("basis_data"), 409);
}

TEST(SimulatorWithoutDatabase, SaysSoAndGoesOnAfterwards) {
    PostgresCluster cluster;
    SimulatorWorld demo({}, cluster.url());
    cluster.stop(StopMode::Immediate);

    const auto answer = demo.page.ask("GET", "/demo/state");
    EXPECT_EQ(answer.status, 503);
    EXPECT_NE(answer.body.find("Basis data"), std::string::npos) << answer.body;

    cluster.start();
    demo.page = SimulatorPage(demo.world.service().port());
    EXPECT_TRUE(wait_until(
        [&] { return demo.page.ask("GET", "/demo/state").status == 200; }, std::chrono::seconds{30}
    ));
    demo.page.says(demo.siti, "realisasi rhk 1 3 laporan");
    EXPECT_TRUE(demo.is_told(demo.siti, "Tercatat · R-"));
    EXPECT_EQ(demo.count("SELECT count(*) FROM realisasi"), 1);
}

}  // namespace
}  // namespace support
