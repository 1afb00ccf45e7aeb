#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>

namespace bot_test {

// tests/golden/<platform>: one file for each card, kept with the sources.
std::filesystem::path golden_folder(std::string_view platform);

// Compares the text with the file, or writes the file if SKPBOT_GOLDEN=write is set. Empty if they
// are equal; else what to do about it and the difference.
std::string golden_difference(const std::filesystem::path& file, std::string_view text);

// The names of the files in the folder.
std::set<std::string> files_in(const std::filesystem::path& folder);

// The bytes of a file; empty if there is none.
std::string read_text(const std::filesystem::path& file);

}  // namespace bot_test
