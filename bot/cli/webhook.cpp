#include "bot/cli/webhook.hpp"

#include <cstdlib>
#include <string>
#include <string_view>

#include "adapters/telegram/client.hpp"
#include "bot/cli/exit_codes.hpp"
#include "bot/cli/platform_failure.hpp"
#include "bot/menu_commands.hpp"
#include "domain/kalender/waktu.hpp"

namespace bot {
namespace {

int refuse(std::ostream& err, std::string_view what) {
    err << "skpbot: " << what << '\n';
    return kExitUsage;
}

int set(const Config& config, std::ostream& out, std::ostream& err) {
    if (config.telegram.secret.empty()) {
        return refuse(err, "telegram_secret is missing: without it no update counts as genuine");
    }
    if (!config.public_url.starts_with("https://")) {
        return refuse(err, "public_url is missing or not https: Telegram sends to https only");
    }
    adapters::TelegramClient client(config.telegram.token, config.telegram.api);
    const std::string url = config.public_url + "/webhook/telegram";
    if (const auto error = client.set_webhook(url, config.telegram.secret)) {
        return tell_failure(err, "setWebhook", *error);
    }
    out << "webhook: " << url << '\n';
    const auto commands = menu_commands();
    if (const auto error = client.set_my_commands(commands)) {
        return tell_failure(err, "setMyCommands", *error);
    }
    out << "commands: " << commands.size() << '\n';
    return kExitDone;
}

int show(const Config& config, std::ostream& out, std::ostream& err) {
    adapters::TelegramClient client(config.telegram.token, config.telegram.api);
    const auto info = client.get_webhook_info();
    if (!info) return tell_failure(err, "getWebhookInfo", info.error());
    out << "webhook: " << (info->url.empty() ? "none" : on_one_line(info->url)) << '\n'
        << "pending updates: " << info->pending_update_count << '\n'
        << "last error: ";
    if (info->last_error_date) {
        out << domain::rfc3339(*info->last_error_date, domain::Zona::Wib) << ' '
            << on_one_line(info->last_error_message) << '\n';
    } else {
        out << "none\n";
    }
    return kExitDone;
}

int remove(const Config& config, std::ostream& out, std::ostream& err) {
    adapters::TelegramClient client(config.telegram.token, config.telegram.api);
    if (const auto error = client.delete_webhook())
        return tell_failure(err, "deleteWebhook", *error);
    out << "webhook: none\n";
    return kExitDone;
}

}  // namespace

int run_webhook(
    const Config& config, const WebhookOptions& options, std::ostream& out, std::ostream& err
) {
    if (!config.telegram.is_on()) return refuse(err, "telegram_token is missing");
    switch (options.action) {
        case WebhookAction::Set:
            return set(config, out, err);
        case WebhookAction::Info:
            return show(config, out, err);
        case WebhookAction::Delete:
            return remove(config, out, err);
    }
    std::abort();
}

}  // namespace bot
