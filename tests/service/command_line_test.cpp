#include <gtest/gtest.h>

#include "tests/support/bot_world.hpp"

// The doors of ARCHITECTURE.md section 4 as an operator finds them: exit codes, importing twice,
// and refusing to start with what would be unsafe.
namespace support {
namespace {

class CommandLine : public ::testing::Test {
protected:
    CommandResult run_with(const std::vector<std::string>& arguments, Environment more = {}) {
        more.emplace("SKPBOT_DATABASE_URL", database_.url());
        return run_skpbot(arguments, more);
    }

    TestDatabase database_;
    TemporaryFolder folder_;
};

TEST_F(CommandLine, HelpNamesEveryCommand) {
    const auto help = run_skpbot({"--help"}, {});

    EXPECT_EQ(help.exit_code, 0) << help.output;
    for (const char* command :
         {"serve",
          "migrate",
          "import",
          "export",
          "bind",
          "code",
          "chat",
          "webhook",
          "doctor",
          "version"})
        EXPECT_NE(help.output.find(command), std::string::npos) << command;
}

TEST_F(CommandLine, HelpOfACommandIsItsOwn) {
    for (const std::vector<std::string>& command :
         {std::vector<std::string>{"serve"},
          {"import"},
          {"export"},
          {"bind"},
          {"webhook", "set", "telegram"},
          {"whatsapp", "templates", "push"},
          {"doctor"}}) {
        auto arguments = command;
        arguments.emplace_back("--help");
        const auto help = run_skpbot(arguments, {});

        EXPECT_EQ(help.exit_code, 0) << help.output;
        EXPECT_NE(help.output.find("Usage: skpbot " + command.front()), std::string::npos)
            << help.output;
        EXPECT_EQ(help.output.find("Subcommands:"), std::string::npos) << help.output;
    }
}

TEST_F(CommandLine, WrongUseGives2) {
    EXPECT_EQ(run_skpbot({}, {}).exit_code, 2);
    EXPECT_EQ(run_skpbot({"frobnicate"}, {}).exit_code, 2);
    EXPECT_EQ(run_skpbot({"migrate"}, {}).exit_code, 2) << "without a database";
}

TEST_F(CommandLine, MigratingAndImportingTwiceChangesNothing) {
    const Office office({.staff = 3, .year = 2026});
    office.write(folder_.path());
    ASSERT_EQ(run_with({"migrate"}).exit_code, 0);
    ASSERT_EQ(run_with({"import", folder_.path()}).exit_code, 0);
    const auto rows = [&] {
        return query(
            database_.url(),
            "SELECT md5(string_agg(pegawai::text, ',' ORDER BY nip)), "
            "(SELECT count(*) FROM indikator) FROM pegawai"
        );
    };
    const auto before = rows();

    EXPECT_EQ(run_with({"migrate"}).exit_code, 0);
    EXPECT_EQ(run_with({"import", folder_.path()}).exit_code, 0);

    EXPECT_EQ(rows(), before);
}

TEST_F(CommandLine, ABadLineIsNamedAndNothingIsImported) {
    const Office office({.staff = 3, .year = 2026});
    office.write(folder_.path());
    const std::string file = folder_.path() + "/pegawai.csv";
    write_text(
        file,
        read_text(file) +
            "uji,12345678901234567,Pegawai Salah,Staf,pelaksana,,III/a,kantor,,pegawai,\n"
    );
    ASSERT_EQ(run_with({"migrate"}).exit_code, 0);

    const auto result = run_with({"import", folder_.path()});

    EXPECT_EQ(result.exit_code, 1);
    EXPECT_NE(
        result.output.find("pegawai.csv:7: nip: 18 digits expected, got 17"), std::string::npos
    ) << result.output;
    EXPECT_EQ(query_number(database_.url(), "SELECT count(*) FROM pegawai"), 0);
}

TEST_F(CommandLine, ServeRefusesATokenWithoutAGoodSecret) {
    ASSERT_EQ(run_with({"migrate"}).exit_code, 0);
    const Environment token{
        {"SKPBOT_TELEGRAM_TOKEN", BotWorld::token()}, {"SKPBOT_LISTEN", "127.0.0.1:0"}};
    Environment short_secret = token;
    short_secret["SKPBOT_TELEGRAM_SECRET"] = "pendek";

    EXPECT_EQ(run_with({"serve"}, token).exit_code, 2) << "without a secret";
    EXPECT_EQ(run_with({"serve"}, short_secret).exit_code, 2) << "with a short secret";
    EXPECT_EQ(run_with({"serve", "--clock", "2026-03-30T08:00:00+07:00"}, token).exit_code, 2)
        << "a clock without --demo";
}

TEST_F(CommandLine, ServeRefusesADatabaseWithoutItsSchema) {
    const auto result = run_with(
        {"serve"},
        {{"SKPBOT_TELEGRAM_TOKEN", BotWorld::token()},
         {"SKPBOT_TELEGRAM_SECRET", BotWorld::secret()},
         {"SKPBOT_LISTEN", "127.0.0.1:0"}}
    );

    EXPECT_EQ(result.exit_code, 1) << result.output;
}

// Named defects are for the negative controls alone.
TEST(Defects, AreInNoProgramForUsers) {
    const std::string name = "done_before_effect";

    EXPECT_EQ(read_text(skpbot_binary()).find(name), std::string::npos);
    EXPECT_NE(read_text(defects_binary()).find(name), std::string::npos);
}

TEST(Routes, AreTheOnesThatAreDocumented) {
    BotWorld world({.staff = 1});
    HttpClient client(world.service().port());
    const auto status = [&](const std::string& method, const std::string& target) {
        const auto answer = client.send({.method = method, .target = target});
        return answer ? answer->status : 0;
    };

    EXPECT_EQ(status("GET", "/healthz"), 200);
    EXPECT_EQ(status("GET", "/readyz"), 200);
    EXPECT_EQ(status("GET", "/metrics"), 200);
    EXPECT_EQ(status("GET", "/elsewhere"), 404);
    EXPECT_EQ(status("GET", "/demo/clock"), 404) << "only with --demo";
    EXPECT_EQ(status("GET", "/simulator"), 404) << "only with --demo";
    EXPECT_EQ(client.send({.target = "/elsewhere"})->body.rfind("{\"error\":", 0), 0U);
}

TEST(Secrets, AreInNoLogLine) {
    BotWorld world({.staff = 1, .environment = {{"SKPBOT_LOG_LEVEL", "debug"}}});
    const Person& person = world.office().staff(0).person;
    world.client().post(text_update(person, world.stamps().next(), "rahasia-di-dalam-pesan"));
    ASSERT_FALSE(world.wait_for_messages(person, 0).empty());
    world.service().stop();

    const std::string log = world.service().log();
    EXPECT_EQ(log.find(BotWorld::token().substr(11)), std::string::npos) << "the token";
    EXPECT_EQ(log.find(BotWorld::secret()), std::string::npos) << "the secret";
    EXPECT_EQ(log.find("rahasia-di-dalam-pesan"), std::string::npos) << "the text of a message";
    EXPECT_EQ(log.find(world.office().staff(0).name), std::string::npos) << "a name";
    EXPECT_EQ(log.find(world.office().staff(0).nip), std::string::npos) << "a NIP";
}

}  // namespace
}  // namespace support
