#include "tests/bot/golden/declared_replies.hpp"

#include <filesystem>
#include <regex>
#include <sstream>
#include <vector>

#include "adapters/whatsapp/templates.hpp"
#include "tests/bot/golden/golden_file.hpp"

namespace bot_test {
namespace {

std::filesystem::path bot_folder() {
    return std::filesystem::path(SKPBOT_SOURCE_DIR) / "bot";
}

// All that decides what is said to whom.
std::vector<std::filesystem::path> sources_that_act() {
    std::vector<std::filesystem::path> files;
    for (const char* part : {"actions", "notices", "service", "cli"}) {
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(bot_folder() / part)) {
            if (entry.path().extension() == ".cpp") files.push_back(entry.path());
        }
    }
    return files;
}

}  // namespace

std::set<std::string> declared_replies() {
    static const std::regex kDeclaration("(^|\n)Reply ([a-z_]+)\\(");
    std::set<std::string> names;
    const auto folder = bot_folder() / "conversation" / "replies";
    for (const std::string& name : files_in(folder)) {
        if (!name.ends_with(".hpp")) continue;
        const std::string text = read_text(folder / name);
        for (std::sregex_iterator at(text.begin(), text.end(), kDeclaration), end; at != end;
             ++at) {
            names.insert((*at)[2]);
        }
    }
    return names;
}

std::set<std::string> replies_made_elsewhere() {
    static const std::regex kMade(R"(kalimat\(|\.body = "|Reply reply;|Reply reply\{|Reply\{)");
    std::set<std::string> found;
    for (const auto& file : sources_that_act()) {
        std::istringstream text(read_text(file));
        for (std::string line; std::getline(text, line);) {
            if (std::regex_search(line, kMade))
                found.insert(file.filename().string() + ": " + line);
        }
    }
    return found;
}

std::set<std::string> notice_names_in_sources() {
    std::set<std::string> found;
    for (const auto& file : sources_that_act()) {
        // It sorts all notices, those of later versions too.
        if (file == bot_folder() / "notices" / "message.cpp") continue;
        const std::string text = read_text(file);
        for (const std::string& name : adapters::whatsapp::notice_names()) {
            if (text.find('"' + name + '"') != std::string::npos) found.insert(name);
        }
    }
    return found;
}

}  // namespace bot_test
