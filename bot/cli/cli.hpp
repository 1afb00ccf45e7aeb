#pragma once

#include <functional>
#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "bot/cli/bind.hpp"
#include "bot/cli/chat.hpp"
#include "bot/cli/code.hpp"
#include "bot/cli/doctor.hpp"
#include "bot/cli/exit_codes.hpp"
#include "bot/cli/export.hpp"
#include "bot/cli/import.hpp"
#include "bot/cli/migrate.hpp"
#include "bot/cli/serve.hpp"
#include "bot/cli/webhook.hpp"
#include "bot/cli/whatsapp.hpp"

namespace bot {

template <class Options>
using Subcommand =
    std::function<int(const Config&, const Options&, std::ostream& out, std::ostream& err)>;

// What the subcommands do. main() fills in the real ones.
struct Commands {
    Subcommand<ServeOptions> serve;
    Subcommand<MigrateOptions> migrate;
    Subcommand<ImportOptions> import_dir;
    Subcommand<ExportOptions> export_dir;
    Subcommand<BindOptions> bind;
    Subcommand<CodeOptions> code;
    Subcommand<ChatOptions> chat;
    Subcommand<WebhookOptions> webhook;
    Subcommand<WhatsappOptions> whatsapp;
    Subcommand<DoctorOptions> doctor;
};

// What the program stands in: its streams and its environment variables.
struct Surroundings {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    std::function<std::optional<std::string>(const std::string& name)> environment;
};

// Reads the arguments (without the program's name) and the configuration, sets up the log and runs
// the subcommand. Returns the exit code. What a subcommand throws goes to `err` as one line without
// secrets, and counts as failed.
int run_cli(
    const std::vector<std::string>& arguments,
    const Commands& commands,
    const Surroundings& surroundings
);

}  // namespace bot
