#include "bot/config.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <sstream>
#include <utility>

#include "bot/config_settings.hpp"
#include "bot/service/http_syntax.hpp"

namespace bot {

namespace {

using domain::Failure;
using domain::Result;
using SettingValues = std::map<std::string, std::string, std::less<>>;

constexpr std::string_view kDefaultFile = "skpbot.toml";
constexpr std::size_t kMinSecret = 32;
constexpr std::size_t kMaxTelegramSecret = 256;

std::string upper(std::string_view key) {
    std::string text(key);
    std::transform(text.begin(), text.end(), text.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return text;
}

// A value of the file as the text that a flag would have; nothing for a table or a date.
std::optional<std::string> text_of(const toml::node& node) {
    if (auto text = node.value_exact<std::string>()) return text;
    if (const auto number = node.value_exact<std::int64_t>()) return std::to_string(*number);
    if (const auto number = node.value_exact<double>()) {
        std::ostringstream text;
        text << *number;
        return text.str();
    }
    const toml::array* list = node.as_array();
    if (list == nullptr) return std::nullopt;
    std::string joined;
    for (const toml::node& entry : *list) {
        const auto text = entry.value_exact<std::string>();
        if (!text) return std::nullopt;
        joined += (joined.empty() ? "" : ",") + *text;
    }
    return joined;
}

bool is_known(std::string_view key) {
    const auto& names = setting_names();
    return std::any_of(names.begin(), names.end(), [key](const SettingName& name) {
        return name.key == key;
    });
}

// The parser's own message is left out: it may quote a secret.
Result<SettingValues, std::string> read_file(const std::string& file) {
    SettingValues values;
    try {
        const toml::table table = toml::parse_file(file);
        for (const auto& [key, node] : table) {
            const std::string name(key.str());
            std::string place = file;
            place.append(":").append(std::to_string(node.source().begin.line));
            place.append(": ").append(name).append(": ");
            if (!is_known(name)) return Failure{place + "there is no such setting."};
            const auto text = text_of(node);
            if (!text) return Failure{place + "a text, a number or a list of texts is expected."};
            values[name] = *text;
        }
    } catch (const toml::parse_error& problem) {
        const auto line = problem.source().begin.line;
        if (line == 0) return Failure{file + ": the file cannot be read."};
        return Failure{file + ":" + std::to_string(line) + ": this is not valid TOML."};
    }
    return values;
}

Result<SettingValues, std::string> read_chosen_file(const std::optional<std::string>& file) {
    if (file) return read_file(*file);
    std::error_code ignored;
    if (!std::filesystem::exists(kDefaultFile, ignored)) return SettingValues{};
    return read_file(std::string(kDefaultFile));
}

struct Given {
    std::string value;
    std::string source;  // as the operator knows it: "--listen"
};

std::optional<Given> find_value(
    const SettingName& name, const ConfigSources& sources, const SettingValues& file
) {
    const auto flag = sources.flags.find(std::string(name.key));
    if (flag != sources.flags.end() && !flag->second.empty()) {
        return Given{flag->second, name.flag()};
    }
    if (sources.environment) {
        const auto value = sources.environment(name.environment());
        if (value && !value->empty()) return Given{*value, name.environment()};
    }
    const auto entry = file.find(name.key);
    if (entry == file.end() || entry->second.empty()) return std::nullopt;
    return Given{
        entry->second,
        sources.file.value_or(std::string(kDefaultFile)) + ": " + std::string(name.key)};
}

// The password in "postgresql://user:password@host/name"; empty if there is none.
std::string password_of(const std::string& url) {
    const std::size_t start = url.find("://");
    const std::size_t end = url.rfind('@');
    if (start == std::string::npos || end == std::string::npos || end < start + 3) return {};
    const std::string user = url.substr(start + 3, end - start - 3);
    const std::size_t colon = user.find(':');
    return colon == std::string::npos ? std::string{} : user.substr(colon + 1);
}

bool is_telegram_secret(std::string_view secret) {
    return secret.size() >= kMinSecret && secret.size() <= kMaxTelegramSecret &&
           secret.find_first_of(".:") == std::string_view::npos;
}

std::optional<std::string> find_telegram_problem(const TelegramConfig& telegram) {
    if (!telegram.secret.empty() && !is_telegram_secret(telegram.secret)) {
        return "SKPBOT_TELEGRAM_SECRET: 32 to 256 letters, digits, _ or - are required.";
    }
    if (telegram.is_on() && telegram.mode == TelegramMode::Webhook && telegram.secret.empty()) {
        return "SKPBOT_TELEGRAM_SECRET is required with SKPBOT_TELEGRAM_TOKEN in webhook mode.";
    }
    return std::nullopt;
}

std::optional<std::string> find_whatsapp_problem(const WhatsappConfig& whatsapp) {
    const bool any = !whatsapp.token.empty() || !whatsapp.app_secret.empty() ||
                     !whatsapp.verify_token.empty() || !whatsapp.phone_id.empty();
    const bool all = !whatsapp.token.empty() && !whatsapp.app_secret.empty() &&
                     !whatsapp.verify_token.empty() && !whatsapp.phone_id.empty();
    if (any && !all) {
        return "SKPBOT_WHATSAPP_TOKEN, SKPBOT_WHATSAPP_APP_SECRET, SKPBOT_WHATSAPP_VERIFY_TOKEN "
               "and SKPBOT_WHATSAPP_PHONE_ID are required together.";
    }
    if (all && whatsapp.app_secret.size() < kMinSecret) {
        return "SKPBOT_WHATSAPP_APP_SECRET: at least 32 characters are required.";
    }
    return std::nullopt;
}

}  // namespace

std::string SettingName::environment() const {
    return "SKPBOT_" + upper(key);
}

std::string SettingName::flag() const {
    std::string text = "--" + std::string(key);
    std::replace(text.begin(), text.end(), '_', '-');
    return text;
}

const std::vector<SettingName>& setting_names() {
    static const std::vector<SettingName> names_of_all = [] {
        std::vector<SettingName> names;
        for (const Setting& setting : setting_table()) names.push_back(setting.name);
        return names;
    }();
    return names_of_all;
}

std::vector<std::string> Config::secrets() const {
    std::vector<std::string> secrets = {
        telegram.token,
        telegram.secret,
        whatsapp.token,
        whatsapp.app_secret,
        whatsapp.verify_token,
        admin_token,
        password_of(database_url)};
    std::erase(secrets, std::string{});
    return secrets;
}

Result<Config, std::string> load_config(const ConfigSources& sources) {
    const auto file = read_chosen_file(sources.file);
    if (!file) return Failure{file.error()};
    Config config;
    for (const Setting& setting : setting_table()) {
        const auto given = find_value(setting.name, sources, *file);
        if (!given) continue;
        if (const auto expected = setting.read(config, given->value)) {
            return Failure{given->source + ": " + std::string(*expected) + "."};
        }
    }
    return config;
}

std::optional<std::string> find_config_problem(const Config& config, DatabaseNeed database) {
    if (database == DatabaseNeed::Required && config.database_url.empty()) {
        return "SKPBOT_DATABASE_URL is required.";
    }
    if (auto problem = find_telegram_problem(config.telegram)) return problem;
    if (auto problem = find_whatsapp_problem(config.whatsapp)) return problem;
    if (!config.admin_token.empty() && config.admin_token.size() < kMinSecret) {
        return "SKPBOT_ADMIN_TOKEN: at least 32 characters are required.";
    }
    return std::nullopt;
}

}  // namespace bot
