#include "bot/config_settings.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

#include "bot/service/http_syntax.hpp"

namespace bot {

namespace {

using Expected = std::optional<std::string_view>;

constexpr int kMaxThreads = 64;
constexpr int kMaxCount = 10'000;
constexpr int kMaxConnections = 100'000;
constexpr double kMaxRate = 10'000;

bool is_printable(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

// The characters that may stand in a field or an address of an HTTP request (RELIABILITY.md rule
// 36).
bool is_credential(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               std::string_view("_.:-").find(c) != std::string_view::npos;
    });
}

template <class Number>
std::optional<Number> read_number(std::string_view text, Number lowest, Number highest) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    if (!(number >= lowest && number <= highest)) return std::nullopt;
    return number;
}

std::vector<std::string> split_list(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::string_view part = text.substr(0, text.find(','));
        text.remove_prefix(std::min(text.size(), part.size() + 1));
        if (!trim_blanks(part).empty()) parts.emplace_back(trim_blanks(part));
    }
    return parts;
}

bool is_ip_address(const std::string& text) {
    std::array<unsigned char, sizeof(in6_addr)> address{};
    return ::inet_pton(AF_INET, text.c_str(), address.data()) == 1 ||
           ::inet_pton(AF_INET6, text.c_str(), address.data()) == 1;
}

template <std::string Config::*member>
Expected read_text(Config& config, std::string_view text) {
    if (text.find('\0') != std::string_view::npos) return "no NUL character expected";
    config.*member = text;
    return std::nullopt;
}

Expected read_database_url(Config& config, std::string_view text) {
    if (!text.starts_with("postgresql://") && !text.starts_with("postgres://") &&
        text.find('=') == std::string_view::npos) {
        return "PostgreSQL URI expected, as postgresql://skpbot@localhost/skpbot";
    }
    return read_text<&Config::database_url>(config, text);
}

Expected read_listen(Config& config, std::string_view text) {
    const std::string_view host = without_port(text);
    const std::string_view port = text.substr(std::min(text.size(), host.size() + 1));
    const bool colon = host.size() < text.size() && text[host.size()] == ':';
    if (!colon || !is_host(host) || !is_digits(port) || port.size() > 5 ||
        !read_number(port, 0, 65535)) {
        return "address:port expected, as 127.0.0.1:8080";
    }
    config.listen = text;
    return std::nullopt;
}

Expected read_credential(std::string& target, std::string_view text) {
    if (!is_credential(text)) return "only letters, digits and _ . : - expected";
    target = text;
    return std::nullopt;
}

Expected read_url(std::string& target, std::string_view text) {
    const bool secure = text.starts_with("https://");
    if (!secure && !text.starts_with("http://")) return "http:// or https:// address expected";
    const std::string_view rest = text.substr(secure ? 8 : 7);
    const std::string_view host = rest.substr(0, rest.find('/'));
    const std::string_view path = rest.substr(host.size());
    if (!is_host(host) || !is_printable(path) || path.find_first_of("?#%\\") != path.npos) {
        return "address without user, query and fragment expected";
    }
    while (text.ends_with('/')) text.remove_suffix(1);
    target = text;
    return std::nullopt;
}

Expected read_telegram_token(Config& config, std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || !is_digits(text.substr(0, colon)) ||
        colon + 1 == text.size() || text.find_first_of(".:", colon + 1) != text.npos) {
        return "bot token expected, as 123456:ABC-DEF";
    }
    return read_credential(config.telegram.token, text);
}

Expected read_mode(Config& config, std::string_view text) {
    if (text != "webhook" && text != "polling") return "webhook or polling expected";
    config.telegram.mode = text == "webhook" ? TelegramMode::Webhook : TelegramMode::Polling;
    return std::nullopt;
}

Expected read_id(std::string& target, std::string_view text) {
    if (!is_digits(text)) return "digits of the id expected";
    target = text;
    return std::nullopt;
}

Expected read_log_level(Config& config, std::string_view text) {
    if (text == "debug") {
        config.log_level = LogLevel::Debug;
    } else if (text == "info") {
        config.log_level = LogLevel::Info;
    } else if (text == "warn") {
        config.log_level = LogLevel::Warn;
    } else if (text == "error") {
        config.log_level = LogLevel::Error;
    } else {
        return "debug, info, warn or error expected";
    }
    return std::nullopt;
}

Expected read_log_format(Config& config, std::string_view text) {
    if (text != "text" && text != "json") return "text or json expected";
    config.log_format = text == "text" ? LogFormat::Text : LogFormat::Json;
    return std::nullopt;
}

Expected read_rate(double& target, std::string_view text) {
    const auto rate = read_number(text, 0.01, kMaxRate);
    if (!rate) return "number from 0.01 to 10000 expected";
    target = *rate;
    return std::nullopt;
}

Expected read_threads(int& target, std::string_view text) {
    const auto number = read_number(text, 1, kMaxThreads);
    if (!number) return "whole number from 1 to 64 expected";
    target = *number;
    return std::nullopt;
}

Expected read_count(int& target, std::string_view text) {
    const auto number = read_number(text, 0, kMaxCount);
    if (!number) return "whole number from 0 to 10000 expected";
    target = *number;
    return std::nullopt;
}

Expected read_connections(std::size_t& target, std::string_view text) {
    const auto number = read_number(text, 1, kMaxConnections);
    if (!number) return "whole number from 1 to 100000 expected";
    target = static_cast<std::size_t>(*number);
    return std::nullopt;
}

Expected read_proxies(Config& config, std::string_view text) {
    std::vector<std::string> addresses = split_list(text);
    if (!std::all_of(addresses.begin(), addresses.end(), is_ip_address)) {
        return "IP addresses separated by commas expected";
    }
    config.trusted_proxies = std::move(addresses);
    return std::nullopt;
}

Expected read_hosts(Config& config, std::string_view text) {
    std::vector<std::string> hosts = split_list(text);
    if (!std::all_of(hosts.begin(), hosts.end(), is_host)) {
        return "host names separated by commas expected";
    }
    config.hosts = std::move(hosts);
    return std::nullopt;
}

}  // namespace

const std::vector<Setting>& setting_table() {
    static const std::vector<Setting> table = {
        {{"database_url", "required", "PostgreSQL URI"}, read_database_url},
        {{"listen", "127.0.0.1:8080", "address and port of the HTTP server"}, read_listen},
        {{"telegram_token", "none", "bot token; none: channel off"}, read_telegram_token},
        {{"telegram_secret", "none", "secret of the webhook, 32 to 256 of A-Za-z0-9_-"},
         [](Config& c, std::string_view t) { return read_credential(c.telegram.secret, t); }},
        {{"telegram_api", "https://api.telegram.org", "base address of the Bot API"},
         [](Config& c, std::string_view t) { return read_url(c.telegram.api, t); }},
        {{"telegram_mode", "webhook", "webhook or polling"}, read_mode},
        {{"whatsapp_token", "none", "token of the Cloud API; none of the four: channel off"},
         [](Config& c, std::string_view t) { return read_credential(c.whatsapp.token, t); }},
        {{"whatsapp_app_secret", "none", "app secret that signs webhooks, at least 32 characters"},
         [](Config& c, std::string_view t) { return read_credential(c.whatsapp.app_secret, t); }},
        {{"whatsapp_verify_token", "none", "token of the webhook's challenge"},
         [](Config& c, std::string_view t) { return read_credential(c.whatsapp.verify_token, t); }},
        {{"whatsapp_phone_id", "none", "id of our phone number"},
         [](Config& c, std::string_view t) { return read_id(c.whatsapp.phone_id, t); }},
        {{"whatsapp_api", "https://graph.facebook.com/v23.0", "base address of the Graph API"},
         [](Config& c, std::string_view t) { return read_url(c.whatsapp.api, t); }},
        {{"whatsapp_media",
          "https://lookaside.fbsbx.com",
          "base address that files of WhatsApp come from"},
         [](Config& c, std::string_view t) { return read_url(c.whatsapp.media, t); }},
        {{"whatsapp_business_id", "none", "id of the business account, for its templates"},
         [](Config& c, std::string_view t) { return read_id(c.whatsapp.business_id, t); }},
        {{"admin_token", "none", "bearer token of the admin pages, at least 32 characters"},
         [](Config& c, std::string_view t) { return read_credential(c.admin_token, t); }},
        {{"evidence_dir", "./evidence", "folder of the evidence store"},
         read_text<&Config::evidence_dir>},
        {{"public_url", "none", "address that users and platforms see"},
         [](Config& c, std::string_view t) { return read_url(c.public_url, t); }},
        {{"log_level", "info", "debug, info, warn or error"}, read_log_level},
        {{"log_format", "text", "text or json"}, read_log_format},
        {{"telegram_rate", "25", "messages per second of the bot"},
         [](Config& c, std::string_view t) { return read_rate(c.telegram.rate, t); }},
        {{"telegram_chat_rate", "1", "messages per second to one chat, 3 at once"},
         [](Config& c, std::string_view t) { return read_rate(c.telegram.chat_rate, t); }},
        {{"workers", "2", "threads that work on messages"},
         [](Config& c, std::string_view t) { return read_threads(c.workers, t); }},
        {{"telegram_lanes", "16", "messages being sent at the same time"},
         [](Config& c, std::string_view t) { return read_threads(c.telegram.lanes, t); }},
        {{"whatsapp_rate", "50", "messages per second of the number"},
         [](Config& c, std::string_view t) { return read_rate(c.whatsapp.rate, t); }},
        {{"whatsapp_chat_interval_ms", "6000", "one message to one person per this, 10 at once"},
         [](Config& c, std::string_view t) { return read_count(c.whatsapp.chat_interval_ms, t); }},
        {{"whatsapp_lanes", "16", "messages being sent at the same time"},
         [](Config& c, std::string_view t) { return read_threads(c.whatsapp.lanes, t); }},
        {{"whatsapp_monthly_templates", "60", "paid messages to one person and month, at most"},
         [](Config& c, std::string_view t) { return read_count(c.whatsapp.monthly_templates, t); }},
        {{"whatsapp_daily_people",
          "250",
          "people outside the window in 24 hours by Meta's limit, of it nine tenths; 0: no limit"},
         [](Config& c, std::string_view t) { return read_count(c.whatsapp.daily_people, t); }},
        {{"batch", "64", "conversations in one transaction, at most 64"},
         [](Config& c, std::string_view t) { return read_threads(c.batch, t); }},
        {{"max_connections", "6000", "open HTTP connections"},
         [](Config& c, std::string_view t) { return read_connections(c.max_connections, t); }},
        {{"connections_per_peer", "64", "open HTTP connections of one address"},
         [](Config& c, std::string_view t) { return read_connections(c.connections_per_peer, t); }},
        {{"trusted_proxies", "127.0.0.1,::1", "addresses without that limit"}, read_proxies},
        {{"hosts", "any", "names that Host may carry, separated by commas"}, read_hosts},
    };
    return table;
}

}  // namespace bot
