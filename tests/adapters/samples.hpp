#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace tests {

// The recorded bodies of tests/data/<platform> and the table of what each of them is.
std::filesystem::path data_folder();
std::string read_file(const std::filesystem::path& path);

// The lines "<file>\t<what it is>" of tests/data/<platform>_expected.tsv.
std::map<std::string, std::string> expected_kinds(const std::string& platform);

}  // namespace tests
