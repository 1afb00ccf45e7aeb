#pragma once

#include <ostream>
#include <string>

#include "bot/config.hpp"

namespace bot {

enum class TemplatesAction { Check, Push };

struct WhatsappOptions {
    TemplatesAction action = TemplatesAction::Check;
    std::string folder = "adapters/whatsapp/templates";
};

// The templates of the notices (PLATFORMS.md section 8). Check: what Meta or our own rules would
// refuse, a line each, and with a business account what Meta has decided on each. Push: hands in
// those that the account does not have; none if one is wrong. Returns the exit code: 0 done, 1 if
// one is wrong or Meta refused or cannot be reached, 2 if the account is not configured.
int run_whatsapp(
    const Config& config, const WhatsappOptions& options, std::ostream& out, std::ostream& err
);

}  // namespace bot
