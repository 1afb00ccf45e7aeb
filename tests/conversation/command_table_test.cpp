#include "bot/conversation/command_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "bot/conversation/parse.hpp"
#include "tests/conversation/command_text.hpp"
#include "tests/conversation/monday.hpp"

namespace bot {
namespace {

bool not_understood(const Command& command) {
    return std::holds_alternative<TidakDipahami>(command) ||
           std::holds_alternative<TidakBertindak>(command);
}

TEST(CommandTable, NamesEachCommandOnce) {
    std::set<std::string_view> names;
    std::set<std::string_view> slashes;
    for (const CommandInfo& command : command_table()) {
        EXPECT_TRUE(names.insert(command.nama).second) << command.nama;
        EXPECT_TRUE(slashes.insert(command.slash).second) << command.slash;
    }
}

// Source: https://core.telegram.org/bots/api#botcommand
TEST(CommandTable, FitsTelegramsCommandMenu) {
    EXPECT_LE(command_table().size(), 100U);
    for (const CommandInfo& command : command_table()) {
        EXPECT_TRUE(!command.slash.empty() && command.slash.size() <= 32) << command.nama;
        EXPECT_TRUE(std::ranges::all_of(command.slash, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
        })) << command.slash;
        EXPECT_TRUE(command.uraian.size() >= 3 && command.uraian.size() <= 256) << command.nama;
    }
}

TEST(CommandTable, HasExamplesThatAreUnderstood) {
    for (const CommandInfo& command : command_table()) {
        EXPECT_FALSE(not_understood(parse(command.contoh, kMonday))) << command.contoh;
    }
}

TEST(CommandTable, UnderstandsEveryCommandByItsNameAndAsASlashCommand) {
    for (const CommandInfo& command : command_table()) {
        std::string slash = "/";
        slash += command.slash;

        const std::string by_name = command_text(parse(command.nama, kMonday));
        EXPECT_FALSE(not_understood(parse(command.nama, kMonday))) << command.nama;
        EXPECT_EQ(command_text(parse(slash, kMonday)), by_name) << slash;
        EXPECT_EQ(command_text(parse(slash + "@skp_contoh_bot", kMonday)), by_name) << slash;
        if (!command.tersedia()) {
            const Command understood = parse(command.nama, kMonday);
            const auto* later = std::get_if<BelumTersedia>(&understood);
            ASSERT_NE(later, nullptr) << command.nama;
            EXPECT_EQ(later->nama, command.nama);
        }
    }
}

TEST(CommandTable, FindsByNameAndSlash) {
    ASSERT_NE(find_command("tambah realisasi"), nullptr);
    EXPECT_EQ(find_command("tambah realisasi"), find_command("tambah_realisasi"));
    EXPECT_EQ(find_command("tambah"), nullptr);
}

TEST(NearestCommands, AreAlwaysThreeOfTheTable) {
    for (const std::string_view text :
         {"xyz", "", "rencana akis", "cuaca", "keberatan tolak terima apa saja ini itu", "1.2.3"}) {
        const Command understood = parse(text, kMonday);
        const auto* unknown = std::get_if<TidakDipahami>(&understood);
        if (unknown == nullptr) continue;
        ASSERT_EQ(unknown->terdekat.size(), 3U) << text;
        for (const std::string& name : unknown->terdekat) {
            const CommandInfo* command = find_command(name);
            ASSERT_NE(command, nullptr) << name;
            EXPECT_TRUE(command->tersedia()) << name;
        }
    }
}

TEST(NearestCommands, NameAlsoWhatWillComeIfItIsNearer) {
    const Command understood = parse("rencana akis", kMonday);

    const auto* unknown = std::get_if<TidakDipahami>(&understood);
    ASSERT_NE(unknown, nullptr);
    EXPECT_EQ(unknown->nanti, "rencana aksi");
}

}  // namespace
}  // namespace bot
