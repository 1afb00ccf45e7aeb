#include "bot/menu_commands.hpp"

#include <string>

#include "adapters/telegram/limits.hpp"
#include "bot/conversation/command_table.hpp"

namespace bot {

std::vector<adapters::telegram::BotCommand> menu_commands() {
    std::vector<adapters::telegram::BotCommand> commands;
    for (const CommandInfo& command : command_table()) {
        if (commands.size() == adapters::telegram::kCommands) break;
        if (!command.tersedia() || command.slash.empty()) continue;
        commands.push_back({std::string(command.slash), std::string(command.uraian)});
    }
    return commands;
}

}  // namespace bot
