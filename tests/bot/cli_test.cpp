#include "bot/cli/cli.hpp"

#include <gtest/gtest.h>

#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace bot_test {

namespace {

// Runs the command line with subcommands that only write down what they got.
class Cli : public testing::Test {
protected:
    Cli() {
        commands_.serve = [this](const auto& config, const auto& options, auto&, auto&) {
            ran_ = "serve " + config.listen + (options.demo ? " demo" : "");
            serve_ = options;
            return 0;
        };
        commands_.migrate = [this](const auto&, const auto&, auto&, auto&) {
            ran_ = "migrate";
            return 1;
        };
        commands_.import_dir = [this](const auto&, const auto& options, auto&, auto&) {
            ran_ = "import " + options.dir.string();
            return 0;
        };
        commands_.export_dir = [this](const auto&, const auto& options, auto&, auto&) {
            ran_ = "export " + options.dir.string();
            return 0;
        };
        commands_.bind = [this](const auto&, const auto& options, auto&, auto&) {
            ran_ = "bind " + options.nip + " " + options.channel + " " + options.address;
            return 0;
        };
        commands_.code = [this](const auto&, const auto& options, auto&, auto&) {
            ran_ = "code " + options.nip;
            return 0;
        };
        commands_.chat = [this](const auto&, const auto& options, auto& out, auto&) {
            std::string line;
            std::getline(*options.input, line);
            out << line;
            ran_ = "chat " + options.nip;
            return 0;
        };
        commands_.webhook = [this](const auto&, const auto& options, auto&, auto&) {
            const std::map<bot::WebhookAction, std::string> names = {
                {bot::WebhookAction::Set, "set"},
                {bot::WebhookAction::Info, "info"},
                {bot::WebhookAction::Delete, "delete"}};
            ran_ = "webhook " + names.at(options.action);
            return 0;
        };
        commands_.doctor = [this](const auto&, const auto& options, auto&, auto&) {
            ran_ = "doctor " + options.config_problem.value_or("sound");
            return options.config_problem ? 1 : 0;
        };
        environment_["SKPBOT_DATABASE_URL"] = "postgresql://skpbot:hunter22@db.example/skpbot";
    }

    int run(const std::vector<std::string>& arguments) {
        ran_.clear();
        out_.str("");
        err_.str("");
        const bot::Surroundings surroundings{
            in_, out_, err_, [this](const std::string& name) -> std::optional<std::string> {
                const auto found = environment_.find(name);
                if (found == environment_.end()) return std::nullopt;
                return found->second;
            }};
        return bot::run_cli(arguments, commands_, surroundings);
    }

    bot::Commands commands_;
    std::map<std::string, std::string> environment_;
    std::istringstream in_{"halo\n"};
    std::ostringstream out_;
    std::ostringstream err_;
    std::string ran_;
    bot::ServeOptions serve_;
};

TEST_F(Cli, RunsEverySubcommand) {
    EXPECT_EQ(run({"serve"}), 0);
    EXPECT_EQ(ran_, "serve 127.0.0.1:8080");
    EXPECT_EQ(run({"migrate"}), 1);
    EXPECT_EQ(ran_, "migrate");
    EXPECT_EQ(run({"import", "/tmp"}), 0);
    EXPECT_EQ(ran_, "import /tmp");
    EXPECT_EQ(run({"export", "out"}), 0);
    EXPECT_EQ(ran_, "export out");
    EXPECT_EQ(run({"bind", "--nip", "1", "--channel", "telegram", "--address", "42"}), 0);
    EXPECT_EQ(ran_, "bind 1 telegram 42");
    EXPECT_EQ(run({"code", "--nip", "2"}), 0);
    EXPECT_EQ(ran_, "code 2");
    EXPECT_EQ(run({"chat", "--nip", "3"}), 0);
    EXPECT_EQ(ran_, "chat 3");
    EXPECT_EQ(out_.str(), "halo");
    EXPECT_EQ(run({"webhook", "set", "telegram"}), 0);
    EXPECT_EQ(ran_, "webhook set");
    EXPECT_EQ(run({"webhook", "delete", "telegram"}), 0);
    EXPECT_EQ(ran_, "webhook delete");
    EXPECT_EQ(run({"doctor"}), 0);
    EXPECT_EQ(ran_, "doctor sound");
    EXPECT_EQ(run({"version"}), 0);
    EXPECT_TRUE(out_.str().starts_with("skpbot "));
}

TEST_F(Cli, TakesSettingsBeforeAndBehindTheSubcommand) {
    EXPECT_EQ(run({"--listen", "127.0.0.1:1", "serve", "--demo"}), 0);
    EXPECT_EQ(ran_, "serve 127.0.0.1:1 demo");
    EXPECT_EQ(run({"serve", "--listen", "127.0.0.1:2"}), 0);
    EXPECT_EQ(ran_, "serve 127.0.0.1:2");
}

TEST_F(Cli, GivesTheClockToTheDemoOnly) {
    const std::string time = "2026-03-30T08:00:00+07:00";

    EXPECT_EQ(run({"serve", "--demo", "--clock", time, "--speed", "60"}), 0);
    EXPECT_EQ(serve_.clock, domain::instan_dari_rfc3339(time));
    EXPECT_EQ(serve_.speed, 60);
    EXPECT_EQ(run({"serve", "--clock", time}), 2);
    EXPECT_EQ(run({"serve", "--demo", "--speed", "60"}), 2);
    EXPECT_EQ(run({"serve", "--demo", "--clock", "yesterday"}), 2);
    EXPECT_EQ(run({"serve", "--demo", "--clock", time, "--speed", "0"}), 2);
    EXPECT_EQ(ran_, "");
}

TEST_F(Cli, SaysTwoForWrongUsage) {
    const std::vector<std::vector<std::string>> wrong = {
        {},
        {"nonsense"},
        {"serve", "now"},
        {"serve", "--nonsense"},
        {"import"},
        {"import", "/nonexistent"},
        {"export"},
        {"bind", "--nip", "1"},
        {"bind", "--nip", "1", "--channel", "sms", "--address", "2"},
        {"code"},
        {"chat"},
        {"webhook"},
        {"webhook", "set"},
        {"webhook", "set", "whatsapp"},
        {"webhook", "nonsense", "telegram"},
        {"serve", "migrate"},
    };
    for (const auto& arguments : wrong) {
        EXPECT_EQ(run(arguments), 2) << testing::PrintToString(arguments);
        EXPECT_EQ(ran_, "") << testing::PrintToString(arguments);
        EXPECT_NE(err_.str(), "") << testing::PrintToString(arguments);
    }
}

TEST_F(Cli, SaysTwoForABadConfiguration) {
    environment_["SKPBOT_TELEGRAM_TOKEN"] = "123456:ABC";

    EXPECT_EQ(run({"serve"}), 2);
    EXPECT_EQ(
        err_.str(),
        "skpbot: SKPBOT_TELEGRAM_SECRET is required with SKPBOT_TELEGRAM_TOKEN in webhook mode.\n"
    );
    environment_.clear();
    EXPECT_EQ(run({"migrate"}), 2);
    EXPECT_EQ(err_.str(), "skpbot: SKPBOT_DATABASE_URL is required.\n");
    EXPECT_EQ(ran_, "");
}

TEST_F(Cli, LetsTheDoctorLookAtABadConfiguration) {
    environment_["SKPBOT_LISTEN"] = "nowhere";

    EXPECT_EQ(run({"doctor"}), 1);
    EXPECT_EQ(ran_, "doctor SKPBOT_LISTEN: address:port expected, as 127.0.0.1:8080.");
}

TEST_F(Cli, SaysOneIfASubcommandThrowsAndHidesSecrets) {
    commands_.migrate = [](const auto&, const auto&, auto&, auto&) -> int {
        throw std::runtime_error("cannot log in with hunter22");
    };

    EXPECT_EQ(run({"migrate"}), 1);
    EXPECT_EQ(err_.str(), "skpbot: cannot log in with ***\n");
}

TEST_F(Cli, HelpsCompletely) {
    EXPECT_EQ(run({"--help"}), 0);
    const std::string help = out_.str();

    for (const bot::SettingName& name : bot::setting_names()) {
        EXPECT_NE(help.find(name.environment()), std::string::npos) << name.key;
        EXPECT_NE(help.find(name.flag()), std::string::npos) << name.key;
    }
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
          "version"}) {
        EXPECT_NE(help.find(std::string("\n  ") + command + " "), std::string::npos) << command;
        EXPECT_EQ(run({command, "--help"}), 0);
    }
    EXPECT_NE(help.find("  2  usage or configuration"), std::string::npos);
    EXPECT_EQ(run({"webhook", "set", "--help"}), 0);
    EXPECT_EQ(ran_, "");
}

}  // namespace

}  // namespace bot_test
