#pragma once

#include "bot/cli/import_rows.hpp"

namespace bot {

// Reads skp.csv, which has one line per indikator: the lines of one SKP must agree in what they say
// of it, and so must the lines of one RHK.
void read_skp(const ImportTable& table, ImportContent& content);

}  // namespace bot
