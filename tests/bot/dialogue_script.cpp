#include "tests/bot/dialogue_script.hpp"

#include <fstream>
#include <regex>
#include <stdexcept>

namespace script {
namespace {

[[noreturn]] void bad(int line, const std::string& why) {
    throw std::runtime_error("line " + std::to_string(line) + ": " + why);
}

domain::Instant read_time(const std::string& text, int line) {
    std::smatch parts;
    if (!std::regex_match(text, parts, std::regex(R"((\S+) (\d\d:\d\d) (WIB|WITA|WIT))"))) {
        bad(line, "time expected");
    }
    const std::string offset = parts[3] == "WIB"    ? "+07:00"
                               : parts[3] == "WITA" ? "+08:00"
                                                    : "+09:00";
    const auto now =
        domain::instan_dari_rfc3339(parts[1].str() + "T" + parts[2].str() + ":00" + offset);
    if (!now) bad(line, "no such time");
    return *now;
}

Step read_act(const std::smatch& parts, int line) {
    Step step{
        Kind::Write,
        line,
        parts[1],
        std::regex_replace(parts[3].str(), std::regex(R"(\\n)"), "\n"),
        {}};
    const std::string how = parts[2];
    if (how == " (balas)") step.kind = Kind::Reply;
    if (how == " (tekan)") step.kind = Kind::Press;
    if (how == " (kontak)") step.kind = Kind::Contact;
    if (how == " (sunting)") step.kind = Kind::Edit;
    if (how == " (hapus)") step.kind = Kind::Revoke;
    return step;
}

Step read_file(const std::smatch& parts, int line) {
    Step step{Kind::File, line, parts[1], parts[6], {}};
    step.is_reply = parts[2].matched;
    step.file_kind = parts[3];
    step.file_name = parts[4];
    step.album = parts[5];
    return step;
}

}  // namespace

std::vector<Step> read_script(const std::string& path) {
    static const std::regex kExpected(R"(bot(?: -> (\w+))?: ?(.*))");
    static const std::regex kNewcomer(R"((\w+) \(baru\))");
    static const std::regex kAct(R"((\w+)( \((?:balas|tekan|kontak|sunting|hapus)\))?: (.*))");
    static const std::regex kFile(
        R"((\w+) \((balas )?(foto|dokumen|film)(?: ([^)]*?\.\w+))?(?: album (\w+))?\): ?(.*))"
    );
    static const std::regex kMore(R"(\s+\| ?(.*))");
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot read " + path);
    std::vector<Step> steps;
    std::string last;
    std::smatch parts;
    int number = 0;
    for (std::string text; std::getline(file, text);) {
        ++number;
        if (text.empty() || text.starts_with('#')) continue;
        if (text.starts_with("now: ")) {
            steps.push_back({Kind::Now, number, "", "", read_time(text.substr(5), number)});
        } else if (std::regex_match(text, parts, kMore) && !steps.empty()) {
            steps.back().text += '\n' + parts[1].str();
        } else if (std::regex_match(text, parts, kExpected)) {
            steps.push_back(
                {Kind::Expect, number, parts[1].matched ? parts[1].str() : last, parts[2], {}}
            );
        } else if (std::regex_match(text, parts, kNewcomer)) {
            last = parts[1];
            steps.push_back({Kind::Newcomer, number, last, "", {}});
        } else if (std::regex_match(text, parts, kFile)) {
            last = parts[1];
            steps.push_back(read_file(parts, number));
        } else if (std::regex_match(text, parts, kAct)) {
            last = parts[1];
            steps.push_back(read_act(parts, number));
        } else {
            bad(number, "not understood: " + text);
        }
    }
    return steps;
}

std::string without_codes(std::string text) {
    return std::regex_replace(text, std::regex("R-[2-9A-HJKMNP-Z]{6}"), "R-######");
}

}  // namespace script
