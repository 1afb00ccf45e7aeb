#include "tests/adapters/samples.hpp"

#include <fstream>
#include <iterator>

namespace tests {

std::filesystem::path data_folder() {
    return std::filesystem::path(SKPBOT_SOURCE_DIR) / "tests" / "data";
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::map<std::string, std::string> expected_kinds(const std::string& platform) {
    std::map<std::string, std::string> kinds;
    std::ifstream table(data_folder() / (platform + "_expected.tsv"));
    for (std::string line; std::getline(table, line);) {
        const auto tab = line.find('\t');
        kinds[line.substr(0, tab)] = line.substr(tab + 1);
    }
    return kinds;
}

}  // namespace tests
