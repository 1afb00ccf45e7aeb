#include "bot/cli/cli.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <exception>
#include <map>
#include <set>
#include <sstream>
#include <tuple>
#include <utility>

#include "bot/cli/version.hpp"

namespace bot {

namespace {

using domain::Result;

// What the arguments say, before anything is done.
struct Arguments {
    std::map<std::string, std::string> flags;
    std::string file;
    std::string clock;
    ServeOptions serve;
    ImportOptions import_dir;
    ExportOptions export_dir;
    BindOptions bind;
    CodeOptions code;
    ChatOptions chat;
    WebhookOptions webhook;
    WhatsappOptions whatsapp;
};

// A subcommand that was chosen, ready to run with a configuration.
using Chosen = std::function<int(const Config&)>;

std::string footer() {
    std::ostringstream text;
    text << "Exit codes:\n"
            "  0  done\n"
            "  1  the check or the data failed\n"
            "  2  usage or configuration\n"
            "\n"
            "Configuration: a flag wins over the environment, that over the file. The file's keys "
            "are the\nflags without -- and with _ for -, as in telegram_token = \"…\".\n";
    for (const SettingName& name : setting_names()) {
        text << "  " << name.environment() << "  (" << name.default_text << ")\n      "
             << name.meaning << '\n';
    }
    return text.str();
}

void add_settings(CLI::App& app, Arguments& arguments) {
    app.add_option("--config", arguments.file, "configuration file (./skpbot.toml if it exists)")
        ->type_name("FILE")
        ->group("Configuration");
    for (const SettingName& name : setting_names()) {
        app.add_option(
               name.flag(),
               arguments.flags[std::string(name.key)],
               std::string(name.meaning) + " (" + std::string(name.default_text) + ")"
        )
            ->type_name("VALUE")
            ->group("Configuration");
    }
}

CLI::App* add_command(CLI::App& app, const std::string& name, const std::string& meaning) {
    CLI::App* const command = app.add_subcommand(name, meaning);
    command->fallthrough();
    return command;
}

void add_serve(CLI::App& app, Arguments& arguments) {
    CLI::App* const command = add_command(app, "serve", "run the service until SIGTERM");
    CLI::Option* const demo =
        command->add_flag("--demo", arguments.serve.demo, "with simulator and a clock of its own");
    CLI::Option* const clock =
        command->add_option("--clock", arguments.clock, "where the demo's clock starts, RFC 3339")
            ->type_name("TIME")
            ->needs(demo)
            ->check([](const std::string& text) {
                return domain::instan_dari_rfc3339(text)
                           ? std::string{}
                           : std::string("a time as 2026-03-30T08:00:00+07:00 is expected");
            });
    command->add_option("--speed", arguments.serve.speed, "how many times faster it runs")
        ->type_name("N")
        ->needs(demo)
        ->needs(clock)
        ->check(CLI::Range(1, 100'000));
    command
        ->add_option(
            "--requests", arguments.serve.requests, "where it asks its script for a new database"
        )
        ->type_name("FILE")
        ->needs(demo);
}

void add_nip(CLI::App& command, std::string& nip) {
    command.add_option("--nip", nip, "NIP of the person")->type_name("N")->required();
}

void add_data_commands(CLI::App& app, Arguments& arguments) {
    add_command(app, "migrate", "bring the database's schema to this version");
    add_command(app, "import", "read a folder of CSV files, all or nothing")
        ->add_option("DIR", arguments.import_dir.dir, "the folder")
        ->type_name("")
        ->required()
        ->check(CLI::ExistingDirectory);
    add_command(app, "export", "write everything as CSV files")
        ->add_option("DIR", arguments.export_dir.dir, "the folder; made if it does not exist")
        ->type_name("")
        ->required();
}

void add_person_commands(CLI::App& app, Arguments& arguments) {
    CLI::App* const bind = add_command(app, "bind", "bind an address to a person");
    add_nip(*bind, arguments.bind.nip);
    bind->add_option("--channel", arguments.bind.channel, "telegram, whatsapp or simulator")
        ->type_name("NAME")
        ->required()
        ->check(CLI::IsMember({"telegram", "whatsapp", "simulator"}));
    bind->add_option("--address", arguments.bind.address, "the platform's id of the person")
        ->type_name("ID")
        ->required();
    add_nip(*add_command(app, "code", "make an activation code"), arguments.code.nip);
    add_nip(*add_command(app, "chat", "talk to the bot in the terminal"), arguments.chat.nip);
}

void add_webhook_actions(CLI::App& app, Arguments& arguments) {
    CLI::App* const webhook = add_command(app, "webhook", "set, show or delete a webhook");
    webhook->require_subcommand(1);
    const std::vector<std::pair<std::string, WebhookAction>> actions = {
        {"set", WebhookAction::Set},
        {"info", WebhookAction::Info},
        {"delete", WebhookAction::Delete}};
    for (const auto& [name, action] : actions) {
        CLI::App* const command = add_command(*webhook, name, name + " the webhook of a platform");
        command->require_subcommand(1);
        add_command(*command, "telegram", "of the Telegram bot")
            ->final_callback([&arguments, chosen = action] { arguments.webhook.action = chosen; });
    }
}

void add_whatsapp_actions(CLI::App& app, Arguments& arguments) {
    CLI::App* const whatsapp = add_command(app, "whatsapp", "look after the WhatsApp account");
    whatsapp->require_subcommand(1);
    CLI::App* const templates = add_command(*whatsapp, "templates", "the notices' templates");
    templates->require_subcommand(1);
    templates->add_option("--dir", arguments.whatsapp.folder, "folder of the templates")
        ->type_name("DIR")
        ->capture_default_str();
    const std::vector<std::tuple<std::string, std::string, TemplatesAction>> actions = {
        {"check", "what is wrong with them, and what Meta decided", TemplatesAction::Check},
        {"push", "hand in those that Meta does not have", TemplatesAction::Push}};
    for (const auto& [name, meaning, action] : actions) {
        add_command(*templates, name, meaning)->final_callback([&arguments, chosen = action] {
            arguments.whatsapp.action = chosen;
        });
    }
}

Result<Config, std::string> load(const Arguments& arguments, const Surroundings& surroundings) {
    ConfigSources sources{arguments.flags, surroundings.environment, {}};
    if (!arguments.file.empty()) sources.file = arguments.file;
    return load_config(sources);
}

// Reads the configuration for a command that needs a sound one.
int run_with_config(
    const Arguments& arguments,
    const Surroundings& surroundings,
    DatabaseNeed database,
    const Chosen& chosen
) {
    const auto config = load(arguments, surroundings);
    if (!config) {
        surroundings.err << "skpbot: " << config.error() << '\n';
        return kExitUsage;
    }
    if (const auto problem = find_config_problem(*config, database)) {
        surroundings.err << "skpbot: " << *problem << '\n';
        return kExitUsage;
    }
    set_up_log(config->log_level, config->log_format, config->secrets());
    try {
        return chosen(*config);
    } catch (const std::exception& problem) {
        surroundings.err << "skpbot: " << without_secrets(problem.what(), config->secrets())
                         << '\n';
        return kExitFailed;
    }
}

// The doctor's first line is about the configuration: it also runs with a bad one.
int run_doctor_with_config(
    const Arguments& arguments, const Commands& commands, const Surroundings& surroundings
) {
    const auto loaded = load(arguments, surroundings);
    const Config config = loaded ? *loaded : Config{};
    DoctorOptions options;
    options.config_problem =
        loaded ? find_config_problem(config) : std::optional<std::string>(loaded.error());
    set_up_log(config.log_level, config.log_format, config.secrets());
    return commands.doctor(config, options, surroundings.out, surroundings.err);
}

int run_command(
    const std::string& name,
    const Arguments& arguments,
    const Commands& commands,
    const Surroundings& surroundings
) {
    std::ostream& out = surroundings.out;
    std::ostream& err = surroundings.err;
    if (name == "version") return run_version(out);
    if (name == "doctor") return run_doctor_with_config(arguments, commands, surroundings);
    const auto bound = [&](const auto& command, const auto& options) -> Chosen {
        return [&command, &options, &out, &err](const Config& config) {
            return command(config, options, out, err);
        };
    };
    const MigrateOptions no_options;
    const std::map<std::string, Chosen> table = {
        {"serve", bound(commands.serve, arguments.serve)},
        {"migrate", bound(commands.migrate, no_options)},
        {"import", bound(commands.import_dir, arguments.import_dir)},
        {"export", bound(commands.export_dir, arguments.export_dir)},
        {"bind", bound(commands.bind, arguments.bind)},
        {"code", bound(commands.code, arguments.code)},
        {"chat", bound(commands.chat, arguments.chat)},
        {"webhook", bound(commands.webhook, arguments.webhook)},
        {"whatsapp", bound(commands.whatsapp, arguments.whatsapp)}};
    const bool alone = name == "webhook" || name == "whatsapp";
    const auto database = alone ? DatabaseNeed::NotUsed : DatabaseNeed::Required;
    return run_with_config(arguments, surroundings, database, table.at(name));
}

}  // namespace

int run_cli(
    const std::vector<std::string>& arguments,
    const Commands& commands,
    const Surroundings& surroundings
) {
    Arguments read;
    CLI::App app("SKP bot: a webhook service for Telegram and WhatsApp.", "skpbot");
    app.require_subcommand(1);
    app.footer(footer());
    add_settings(app, read);
    add_serve(app, read);
    add_data_commands(app, read);
    add_person_commands(app, read);
    add_webhook_actions(app, read);
    add_whatsapp_actions(app, read);
    add_command(app, "doctor", "check configuration, database, platforms, clock and disk");
    add_command(app, "version", "print the version");
    try {
        // CLI11 takes the arguments from the back.
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::ParseError& problem) {
        const int code = app.exit(problem, surroundings.out, surroundings.err);
        return code == 0 ? kExitDone : kExitUsage;
    }
    if (!read.clock.empty()) read.serve.clock = domain::instan_dari_rfc3339(read.clock);
    read.chat.input = &surroundings.in;
    const std::string name = app.get_subcommands().front()->get_name();
    return run_command(name, read, commands, surroundings);
}

}  // namespace bot
