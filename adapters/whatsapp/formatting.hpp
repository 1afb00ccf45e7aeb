#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "adapters/platform.hpp"

namespace adapters::whatsapp {

// WhatsApp has marks in the text and no escape for them
// (https://faq.whatsapp.com/539178204879377). Pure functions; none of them throws on any bytes.

enum class Marks { Written, Omitted };

// The runs as one text. A styled run gets its marks around each of its lines, where they would be
// read as such: beside a letter or digit they are left out. Of the cleaned text itself nothing
// becomes a mark (see unmarked).
std::string formatted(const std::vector<Run>& runs, Marks marks);

// The cleaned text with U+2060 behind each '*', '_', '~' and '`' that could open a mark: not inside
// or at the end of a word, and not within a link, which would break. Quotes and lists at the start
// of a line ("> ", "- ", "* ") get it too.
std::string unmarked(std::string_view text);

// A template's parameter: one line, no run of blanks, no marks; "-" if nothing is left
// (PLATFORMS.md section 8).
std::string parameter_text(std::string_view text);

}  // namespace adapters::whatsapp
