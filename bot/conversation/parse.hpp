#pragma once

#include <string_view>

#include "bot/conversation/command.hpp"
#include "domain/kalender/waktu.hpp"

namespace bot {

// What the reader of a text needs to know beside the text. No clock of its own.
struct ParseContext {
    domain::Tanggal hari_ini;  // in the person's zone
    bool is_reply = false;     // the message answers one of ours: a bare "ok" or "ya" is a decision
};

// Understands one message (CONVERSATION.md sections 3 and 4). Pure and deterministic; safe from any
// thread; any bytes are allowed and the answer is always a Command, never an exception. With
// `is_reply`, "setuju", "ok", "acc", "ya" give Putuskan with one Putusan without numbers; without
// it, "ok" and "ya" give Ya, and a bare "setuju" gives such a Putuskan too (the dialogue decides
// what it may mean).
Command parse(std::string_view text, const ParseContext& context);

// Understands the words that came with a file: a realisasi with its RHK and value, which the file
// then proves, or what the file is evidence for, with everything else as its name. A decision is
// never made by the words under a picture.
Command parse_caption(std::string_view text, const ParseContext& context);

}  // namespace bot
