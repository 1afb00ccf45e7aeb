#include <fmt/format.h>

#include "bot/conversation/command_table.hpp"
#include "bot/conversation/replies/umum.hpp"

namespace bot {
namespace {

Reply about(const CommandInfo& command) {
    if (!command.tersedia()) return belum_tersedia(command.nama);
    return {
        .title = fmt::format("Bantuan · {}", command.nama),
        .body = fmt::format("{}.\nContoh: {}", command.uraian, command.contoh),
        .buttons = {{"Bantuan", "bantuan"}, {"Menu", "menu"}},
    };
}

}  // namespace

Reply bantuan(std::string_view tentang) {
    if (const CommandInfo* command = tentang.empty() ? nullptr : find_command(tentang)) {
        return about(*command);
    }
    Reply reply;
    reply.title = "Bantuan";
    if (!tentang.empty()) {
        reply.body = fmt::format("Tidak ada perintah bernama \"{}\". Yang ada:\n", tentang);
    }
    for (const CommandInfo& command : command_table()) {
        if (!command.tersedia()) continue;
        reply.body += fmt::format("{}: {}\n", command.nama, command.uraian);
    }
    reply.body += "Untuk contoh, tulis bantuan dan nama perintahnya. Contoh: bantuan realisasi";
    // Without a button it is one message: with one, its limit would cut the list in two.
    return reply;
}

}  // namespace bot
