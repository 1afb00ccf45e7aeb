#pragma once

#include <string>
#include <vector>

#include "domain/kalender/waktu.hpp"

namespace script {

// One step of a conversation as a text (tests/dialogues/*.txt):
//   # comment
//   now: 2026-04-27 08:00 WIB          the clock moves; what became due is done
//   Budi: rhk 4 2 dokumen              Budi writes; `\n` is a line end
//   Budi (balas): setuju               … in reply to the last message that he got
//   Budi (tekan): Urungkan             … presses that button of the last message that had it
//   Budi (kontak): +6281255500005      … shares his own contact
//   Budi (sunting): rhk 4 3 dokumen    … edits the last message that he wrote
//   Budi (hapus): rhk 4 2 dokumen      … takes it back; the text is for the reader
//   Budi (foto): words                 … sends a photo with these words, which may be empty
//   Budi (dokumen Laporan.pdf): words  … a document; its content is of the kind that its name says,
//                                      one called hilang* is gone before it can be fetched
//   Budi (balas foto album a): words   … in reply, and as one of the album a
//   Budi (baru)                        an address bound to nobody, under that name
//   bot: first line                    the bot to whoever wrote last
//   bot -> Ratna: first line           the bot to somebody
//      | second line                   goes on
// Receipt codes are compared as R-######.
enum class Kind { Now, Write, Reply, Press, Contact, Edit, Revoke, File, Newcomer, Expect };

struct Step {
    Kind kind = Kind::Write;
    int line = 0;
    std::string who;   // empty for Now
    std::string text;  // what is written, pressed or expected
    domain::Instant now;
    // Of File.
    std::string file_kind{}, file_name{}, album{};
    bool is_reply = false;
};

// Throws std::runtime_error that names the line.
std::vector<Step> read_script(const std::string& path);

// With every receipt code as R-######.
std::string without_codes(std::string text);

}  // namespace script
