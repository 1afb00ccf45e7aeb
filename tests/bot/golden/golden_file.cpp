#include "tests/bot/golden/golden_file.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "tests/bot/golden/unified_diff.hpp"

namespace bot_test {
namespace {

bool writing() {
    const char* wish = std::getenv("SKPBOT_GOLDEN");
    return wish != nullptr && std::string_view(wish) == "write";
}

}  // namespace

std::filesystem::path golden_folder(std::string_view platform) {
    return std::filesystem::path(SKPBOT_SOURCE_DIR) / "tests" / "golden" / platform;
}

std::string golden_difference(const std::filesystem::path& file, std::string_view text) {
    if (writing()) {
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
    }
    const std::string difference = unified_diff(read_text(file), text);
    if (difference.empty()) return {};
    return file.filename().string() +
           " differs. If that is meant, write it with SKPBOT_GOLDEN=write and read it.\n" +
           difference;
}

std::set<std::string> files_in(const std::filesystem::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        names.insert(entry.path().filename().string());
    }
    return names;
}

std::string read_text(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace bot_test
