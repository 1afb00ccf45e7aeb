#pragma once

#include <span>
#include <string_view>

namespace bot {

// Whether this version carries a command out; the others are understood and declined politely.
enum class Ketersediaan { Ada, Nanti };

// Whether a command only shows something, or changes something: then a negation, a question, a
// condition or a quote in the message stops it.
enum class Dampak { Membaca, Menulis };

// One command (CONVERSATION.md section 3). Help, the nearest commands of an answer, Telegram's
// setMyCommands and the grammar all read this one table.
struct CommandInfo {
    std::string_view nama;     // "tambah realisasi": the key of the command everywhere
    std::string_view slash;    // "tambah_realisasi": without the stroke, as Telegram wants it
    std::string_view sebutan;  // what people call it, in words of the lexicon, separated by '|'
    std::string_view uraian;   // one line in Indonesian
    std::string_view contoh;   // a text that this command understands
    Ketersediaan ketersediaan = Ketersediaan::Nanti;
    Dampak dampak = Dampak::Membaca;

    [[nodiscard]] bool tersedia() const { return ketersediaan == Ketersediaan::Ada; }
    [[nodiscard]] bool menulis() const { return dampak == Dampak::Menulis; }
};

// All commands, those of everybody first. Constant for the life of the program.
std::span<const CommandInfo> command_table();

// By its name ("tambah realisasi") or slash name ("tambah_realisasi"); nothing if unknown.
const CommandInfo* find_command(std::string_view nama);

}  // namespace bot
