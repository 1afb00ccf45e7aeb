#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bot/log.hpp"
#include "domain/hasil.hpp"

namespace bot {

enum class TelegramMode { Webhook, Polling };

struct TelegramConfig {
    std::string token;  // empty: the channel is off
    std::string secret;
    std::string api = "https://api.telegram.org";  // never ends in "/"
    TelegramMode mode = TelegramMode::Webhook;
    double rate = 25;      // messages per second of the bot
    double chat_rate = 1;  // messages per second to one chat
    int chat_burst = 3;    // messages to one chat at once
    int lanes = 16;        // sends in flight

    [[nodiscard]] bool is_on() const { return !token.empty(); }
};

struct WhatsappConfig {
    std::string token;  // empty: the channel is off
    std::string app_secret;
    std::string verify_token;
    std::string phone_id;
    std::string business_id;  // of the account that keeps the templates; empty: unknown
    std::string api = "https://graph.facebook.com/v23.0";  // never ends in "/"
    std::string media = "https://lookaside.fbsbx.com";     // files come from there; the same
    double rate = 50;                                      // messages per second of the number
    int chat_interval_ms = 6000;  // one message to one person per this, ten at once
    int lanes = 16;               // sends in flight
    int daily_people = 250;       // outside the window in 24 hours; 0: no limit
    int monthly_templates = 60;   // to one person outside the window; legal notices go all the same

    [[nodiscard]] bool is_on() const { return !token.empty(); }
};

// Everything that an operator can set (ARCHITECTURE.md section 4). A plain value.
struct Config {
    std::string database_url;
    std::string listen = "127.0.0.1:8080";
    TelegramConfig telegram;
    WhatsappConfig whatsapp;
    std::string admin_token;  // empty: the admin pages are off
    std::string evidence_dir = "./evidence";
    std::string public_url;  // empty: unknown; never ends in "/"
    LogLevel log_level = LogLevel::Info;
    LogFormat log_format = LogFormat::Text;
    int workers = 2;  // threads that work on messages
    int batch = 64;   // conversations in one transaction at most
    std::size_t max_connections = 6'000;
    std::size_t connections_per_peer = 64;
    // Addresses without a limit of their own: the proxy of this machine.
    std::vector<std::string> trusted_proxies = {"127.0.0.1", "::1"};
    std::vector<std::string> hosts;  // that Host may name; empty: any

    // What must never be shown: tokens, secrets and the database's password.
    [[nodiscard]] std::vector<std::string> secrets() const;
};

// One name of the configuration: the key in the file, and the other two made from it.
struct SettingName {
    std::string_view key;           // "telegram_token"
    std::string_view default_text;  // as help shows it
    std::string_view meaning;

    [[nodiscard]] std::string environment() const;  // "SKPBOT_TELEGRAM_TOKEN"
    [[nodiscard]] std::string flag() const;         // "--telegram-token"
};

// All of them, in the order of the help.
const std::vector<SettingName>& setting_names();

// Where values come from. An empty value counts as none.
struct ConfigSources {
    std::map<std::string, std::string> flags;  // by key
    std::function<std::optional<std::string>(const std::string& name)> environment;
    std::optional<std::string> file;  // nothing: ./skpbot.toml if there is one
};

// Reads the values: a flag wins over the environment, that over the file, that over the default. A
// value that cannot be read, a file that is missing or no TOML, or an unknown key of it gives one
// sentence for the operator, without the value. Never throws for what the sources hold.
domain::Result<Config, std::string> load_config(const ConfigSources& sources);

// Why the service must not start with these values, though each of them can be read: something
// required is missing, a secret is short, a channel is half configured (RELIABILITY.md
// section 2.9). One sentence; nothing if all is well.
enum class DatabaseNeed { Required, NotUsed };
std::optional<std::string> find_config_problem(
    const Config& config, DatabaseNeed database = DatabaseNeed::Required
);

}  // namespace bot
