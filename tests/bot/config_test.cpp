#include "bot/config.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>

namespace bot_test {

namespace {

using bot::Config;
using bot::ConfigSources;

const std::string kGoodSecret = "abcdefghijklmnopqrstuvwxyz_-0123456789";

// A configuration file that is removed at the end.
class TemporaryFile {
public:
    explicit TemporaryFile(const std::string& text)
        : path_(
              std::filesystem::temp_directory_path() /
              ("skpbot_config_" + std::to_string(::getpid()) + ".toml")
          ) {
        std::ofstream(path_) << text;
    }
    ~TemporaryFile() { std::filesystem::remove(path_); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    [[nodiscard]] std::string path() const { return path_.string(); }

private:
    std::filesystem::path path_;
};

ConfigSources sources(
    std::map<std::string, std::string> flags,
    const std::map<std::string, std::string>& environment = {},
    std::optional<std::string> file = {}
) {
    return {
        std::move(flags),
        [environment](const std::string& name) -> std::optional<std::string> {
            const auto found = environment.find(name);
            if (found == environment.end()) return std::nullopt;
            return found->second;
        },
        std::move(file)};
}

// The sentence for the operator; empty if the values can be read and are sound.
std::string problem_of(const ConfigSources& from) {
    const auto config = bot::load_config(from);
    if (!config) return config.error();
    return bot::find_config_problem(*config).value_or("");
}

std::map<std::string, std::string> with_database(std::map<std::string, std::string> flags) {
    flags.emplace("database_url", "postgresql:///skpbot");
    return flags;
}

TEST(Config, HasTheDefaultsOfTheTable) {
    const auto config = bot::load_config(sources({}));

    ASSERT_TRUE(config);
    EXPECT_EQ(config->listen, "127.0.0.1:8080");
    EXPECT_EQ(config->telegram.api, "https://api.telegram.org");
    EXPECT_EQ(config->telegram.mode, bot::TelegramMode::Webhook);
    EXPECT_EQ(config->whatsapp.api, "https://graph.facebook.com/v23.0");
    EXPECT_EQ(config->whatsapp.media, "https://lookaside.fbsbx.com");
    EXPECT_EQ(config->evidence_dir, "./evidence");
    EXPECT_EQ(config->log_level, bot::LogLevel::Info);
    EXPECT_EQ(config->log_format, bot::LogFormat::Text);
    EXPECT_EQ(config->telegram.rate, 25);
    EXPECT_EQ(config->telegram.chat_rate, 1);
    EXPECT_EQ(config->telegram.lanes, 16);
    EXPECT_EQ(config->workers, 2);
    EXPECT_EQ(config->batch, 64);
    EXPECT_EQ(config->max_connections, 6000U);
    EXPECT_EQ(config->connections_per_peer, 64U);
    EXPECT_FALSE(config->telegram.is_on());
    EXPECT_FALSE(config->whatsapp.is_on());
}

TEST(Config, TakesFlagOverEnvironmentOverFileOverDefault) {
    const TemporaryFile file("listen = \"1.1.1.1:1\"\nworkers = 7\nbatch = 3\n");
    const auto config = bot::load_config(sources(
        {{"listen", "3.3.3.3:3"}},
        {{"SKPBOT_LISTEN", "2.2.2.2:2"}, {"SKPBOT_WORKERS", "5"}, {"SKPBOT_BATCH", ""}},
        file.path()
    ));

    ASSERT_TRUE(config) << config.error();
    EXPECT_EQ(config->listen, "3.3.3.3:3");
    EXPECT_EQ(config->workers, 5);
    EXPECT_EQ(config->batch, 3);
    EXPECT_EQ(config->telegram.lanes, 16);
}

TEST(Config, ReadsEveryKindOfValueFromTheFile) {
    const TemporaryFile file(
        "telegram_rate = 12.5\ntelegram_chat_rate = 2\n"
        "hosts = [\"bot.example\", \"[::1]:80\"]\ntrusted_proxies = \"10.0.0.1, ::1\"\n"
        "log_format = \"json\"\npublic_url = \"https://bot.example/skp/\"\n"
    );
    const auto config = bot::load_config(sources({}, {}, file.path()));

    ASSERT_TRUE(config) << config.error();
    EXPECT_EQ(config->telegram.rate, 12.5);
    EXPECT_EQ(config->telegram.chat_rate, 2);
    EXPECT_EQ(config->hosts, (std::vector<std::string>{"bot.example", "[::1]:80"}));
    EXPECT_EQ(config->trusted_proxies, (std::vector<std::string>{"10.0.0.1", "::1"}));
    EXPECT_EQ(config->log_format, bot::LogFormat::Json);
    EXPECT_EQ(config->public_url, "https://bot.example/skp");
}

struct BadFile {
    std::string name;
    std::string text;
    std::string sentence;  // behind the path
};

class ConfigFile : public testing::TestWithParam<BadFile> {};

TEST_P(ConfigFile, SaysWhichLineIsWrong) {
    const TemporaryFile file(GetParam().text);

    const auto config = bot::load_config(sources({}, {}, file.path()));

    ASSERT_FALSE(config);
    EXPECT_EQ(config.error(), file.path() + GetParam().sentence);
}

INSTANTIATE_TEST_SUITE_P(
    Bad,
    ConfigFile,
    testing::Values(
        BadFile{"Syntax", "listen = \n", ":1: this is not valid TOML."},
        BadFile{"Twice", "batch = 1\nbatch = 2\n", ":2: this is not valid TOML."},
        BadFile{
            "UnknownKey", "batch = 1\nlissten = \"x\"\n", ":2: lissten: there is no such setting."},
        BadFile{
            "Table",
            "[listen]\na = 1\n",
            ":1: listen: a text, a number or a list of texts is expected."},
        BadFile{
            "ListOfNumbers",
            "hosts = [1]\n",
            ":1: hosts: a text, a number or a list of texts is expected."},
        BadFile{"BadValue", "workers = 0\n", ": workers: whole number from 1 to 64 expected."}
    ),
    [](const auto& test) { return test.param.name; }
);

TEST(Config, WantsTheFileThatWasNamed) {
    EXPECT_EQ(
        problem_of(sources({}, {}, "/nonexistent/x.toml")),
        "/nonexistent/x.toml: the file cannot be read."
    );
}

struct BadValue {
    std::string key;
    std::string value;
};

class ConfigValue : public testing::TestWithParam<BadValue> {};

TEST_P(ConfigValue, IsRefusedWithoutBeingShown) {
    const auto config = bot::load_config(sources({{GetParam().key, GetParam().value}}));

    ASSERT_FALSE(config) << GetParam().key << " " << GetParam().value;
    EXPECT_TRUE(
        config.error().ends_with("expected.") ||
        config.error().find(" expected, as ") != std::string::npos
    ) << config.error();
    // Shorter ones may stand in the example that the sentence gives.
    if (GetParam().value.size() > 10) {
        EXPECT_EQ(config.error().find(GetParam().value), std::string::npos);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Bad,
    ConfigValue,
    testing::Values(
        BadValue{"database_url", "skpbot"},
        BadValue{"database_url", "mysql://x"},
        BadValue{"listen", "8080"},
        BadValue{"listen", "127.0.0.1"},
        BadValue{"listen", "127.0.0.1:"},
        BadValue{"listen", "127.0.0.1:65536"},
        BadValue{"listen", "127.0.0.1:x"},
        BadValue{"listen", ":8080"},
        BadValue{"listen", "[::1]8080"},
        BadValue{"telegram_token", "ABC"},
        BadValue{"telegram_token", "123456:"},
        BadValue{"telegram_token", "x:ABCDEF"},
        BadValue{"telegram_token", "123456:ABC\r\nX: y"},
        BadValue{"telegram_token", "1:A/../B"},
        BadValue{"telegram_secret", "with blank with blank with blank"},
        BadValue{"telegram_api", "api.telegram.org"},
        BadValue{"telegram_api", "ftp://a.example"},
        BadValue{"telegram_api", "https://user@a.example"},
        BadValue{"telegram_api", "https://a.example/?x"},
        BadValue{"telegram_api", "https://a.example/\r\nX: y"},
        BadValue{"telegram_mode", "push"},
        BadValue{"whatsapp_phone_id", "+62811"},
        BadValue{"whatsapp_token", "a b"},
        BadValue{"admin_token", "gr\xc3\xbc\xc3\x9f"},
        BadValue{"public_url", "bot.example"},
        BadValue{"log_level", "loud"},
        BadValue{"log_format", "xml"},
        BadValue{"telegram_rate", "0"},
        BadValue{"telegram_rate", "nan"},
        BadValue{"telegram_rate", "inf"},
        BadValue{"telegram_chat_rate", "-1"},
        BadValue{"workers", "0"},
        BadValue{"workers", "65"},
        BadValue{"workers", "2x"},
        BadValue{"telegram_lanes", "many"},
        BadValue{"batch", "100"},
        BadValue{"max_connections", "0"},
        BadValue{"connections_per_peer", "1000000"},
        BadValue{"trusted_proxies", "proxy.example"},
        BadValue{"hosts", "http://bot.example"}
    )
);

struct Whole {
    std::string name;
    std::map<std::string, std::string> flags;
    std::string problem;  // a part of the sentence; empty: none
};

class ConfigAsAWhole : public testing::TestWithParam<Whole> {};

TEST_P(ConfigAsAWhole, IsSoundOrSaysWhyNot) {
    const std::string problem = problem_of(sources(GetParam().flags));

    if (GetParam().problem.empty()) {
        EXPECT_EQ(problem, "");
    } else {
        EXPECT_NE(problem.find(GetParam().problem), std::string::npos) << problem;
    }
}

const std::map<std::string, std::string> kWithWhatsapp = with_database(
    {{"whatsapp_token", "EAAB"},
     {"whatsapp_app_secret", kGoodSecret},
     {"whatsapp_verify_token", "verify"},
     {"whatsapp_phone_id", "1234"}}
);

std::map<std::string, std::string> whatsapp_with(const std::string& key, const std::string& value) {
    auto flags = kWithWhatsapp;
    flags[key] = value;
    return flags;
}

INSTANTIATE_TEST_SUITE_P(
    Cases,
    ConfigAsAWhole,
    testing::Values(
        Whole{"OnlyDatabase", with_database({}), ""},
        Whole{"NoDatabase", {}, "SKPBOT_DATABASE_URL is required"},
        Whole{
            "TelegramWithSecret",
            with_database({{"telegram_token", "1:A"}, {"telegram_secret", kGoodSecret}}),
            ""},
        Whole{
            "TelegramWithoutSecret",
            with_database({{"telegram_token", "1:A"}}),
            "SKPBOT_TELEGRAM_SECRET is required"},
        Whole{
            "TelegramWithEmptySecret",
            with_database({{"telegram_token", "1:A"}, {"telegram_secret", ""}}),
            "SKPBOT_TELEGRAM_SECRET is required"},
        Whole{
            "TelegramPolling",
            with_database({{"telegram_token", "1:A"}, {"telegram_mode", "polling"}}),
            ""},
        Whole{
            "TelegramShortSecret",
            with_database({{"telegram_token", "1:A"}, {"telegram_secret", std::string(31, 'a')}}),
            "SKPBOT_TELEGRAM_SECRET: 32 to 256"},
        Whole{
            "TelegramLongSecret",
            with_database({{"telegram_token", "1:A"}, {"telegram_secret", std::string(257, 'a')}}),
            "SKPBOT_TELEGRAM_SECRET: 32 to 256"},
        Whole{
            "TelegramOtherCharacter",
            with_database(
                {{"telegram_token", "1:A"}, {"telegram_secret", std::string(40, 'a') + ":"}}
            ),
            "SKPBOT_TELEGRAM_SECRET: 32 to 256"},
        Whole{"Whatsapp", kWithWhatsapp, ""},
        Whole{"WhatsappNoToken", whatsapp_with("whatsapp_token", ""), "required together"},
        Whole{"WhatsappNoSecret", whatsapp_with("whatsapp_app_secret", ""), "required together"},
        Whole{"WhatsappNoVerify", whatsapp_with("whatsapp_verify_token", ""), "required together"},
        Whole{"WhatsappNoPhone", whatsapp_with("whatsapp_phone_id", ""), "required together"},
        Whole{
            "WhatsappShortSecret",
            whatsapp_with("whatsapp_app_secret", "short"),
            "SKPBOT_WHATSAPP_APP_SECRET"},
        Whole{"AdminToken", with_database({{"admin_token", kGoodSecret}}), ""},
        Whole{"AdminTokenShort", with_database({{"admin_token", "admin"}}), "SKPBOT_ADMIN_TOKEN"}
    ),
    [](const auto& test) { return test.param.name; }
);

TEST(Config, NeedsNoDatabaseForAWebhook) {
    EXPECT_EQ(bot::find_config_problem(Config{}, bot::DatabaseNeed::NotUsed), std::nullopt);
}

TEST(Config, KnowsWhatMustNotBeShown) {
    Config config;
    config.database_url = "postgresql://skpbot:p@ss@db.example/skpbot";
    config.telegram.token = "1:A";
    config.admin_token = kGoodSecret;

    const auto secrets = config.secrets();

    EXPECT_EQ(
        std::set<std::string>(secrets.begin(), secrets.end()),
        (std::set<std::string>{"1:A", "p@ss", kGoodSecret})
    );
}

TEST(Config, NamesEverySettingInThreeWays) {
    std::set<std::string> flags;
    for (const bot::SettingName& name : bot::setting_names()) {
        flags.insert(name.flag());
        EXPECT_TRUE(name.environment().starts_with("SKPBOT_"));
        EXPECT_FALSE(name.meaning.empty());
    }

    EXPECT_EQ(flags.size(), bot::setting_names().size());
    EXPECT_TRUE(flags.contains("--database-url"));
    EXPECT_TRUE(flags.contains("--whatsapp-verify-token"));
}

}  // namespace

}  // namespace bot_test
