#include <cstdlib>
#include <iostream>

#include "bot/cli/cli.hpp"

namespace {

std::optional<std::string> read_environment(const std::string& name) {
    const char* value = std::getenv(name.c_str());
    if (value == nullptr) return std::nullopt;
    return value;
}

}  // namespace

int main(int argc, char** argv) {
    const bot::Commands commands{
        .serve = bot::run_serve,
        .migrate = bot::run_migrate,
        .import_dir = bot::run_import,
        .export_dir = bot::run_export,
        .bind = bot::run_bind,
        .code = bot::run_code,
        .chat = bot::run_chat,
        .webhook = bot::run_webhook,
        .whatsapp = bot::run_whatsapp,
        .doctor = bot::run_doctor,
    };
    const bot::Surroundings surroundings{std::cin, std::cout, std::cerr, read_environment};
    return bot::run_cli(std::vector<std::string>(argv + 1, argv + argc), commands, surroundings);
}
