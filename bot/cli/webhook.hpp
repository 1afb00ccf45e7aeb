#pragma once

#include <ostream>

#include "bot/config.hpp"

namespace bot {

enum class WebhookAction { Set, Info, Delete };

struct WebhookOptions {
    WebhookAction action = WebhookAction::Info;
};

// Sets, shows or deletes Telegram's webhook (PLATFORMS.md section 10). Returns the exit code: 0
// done, 1 if Telegram refused or cannot be reached, 2 if token, secret or public address are
// missing.
int run_webhook(
    const Config& config, const WebhookOptions& options, std::ostream& out, std::ostream& err
);

}  // namespace bot
