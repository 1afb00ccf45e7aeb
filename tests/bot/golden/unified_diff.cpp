#include "tests/bot/golden/unified_diff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace bot_test {
namespace {

constexpr std::size_t kAround = 3;

struct Line {
    char sign = ' ';
    std::string_view text;
    std::size_t before = 0, now = 0;  // numbers of the lines that come next, from 0
};

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1);
        const std::size_t written = text.find("\\n");
        const bool inside = written < end;
        const std::size_t length = inside ? written + 2 : end;
        lines.push_back(text.substr(0, length));
        text.remove_prefix(inside ? length : end + 1);
    }
    return lines;
}

// By the longest common subsequence. The texts are some hundred lines at most.
std::vector<Line> all_lines(std::string_view before, std::string_view now) {
    const auto a = lines_of(before), b = lines_of(now);
    std::vector<std::vector<std::size_t>> common(
        a.size() + 1, std::vector<std::size_t>(b.size() + 1)
    );
    for (std::size_t i = a.size(); i-- > 0;) {
        for (std::size_t j = b.size(); j-- > 0;) {
            common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1
                                        : std::max(common[i + 1][j], common[i][j + 1]);
        }
    }
    std::vector<Line> lines;
    std::size_t i = 0, j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            lines.push_back({' ', a[i], i, j});
            ++i, ++j;
        } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
            lines.push_back({'-', a[i], i, j});
            ++i;
        } else {
            lines.push_back({'+', b[j], i, j});
            ++j;
        }
    }
    return lines;
}

bool is_near_a_change(const std::vector<Line>& lines, std::size_t at) {
    const std::size_t first = at < kAround ? 0 : at - kAround;
    const std::size_t last = std::min(at + kAround + 1, lines.size());
    return std::any_of(
        lines.begin() + static_cast<std::ptrdiff_t>(first),
        lines.begin() + static_cast<std::ptrdiff_t>(last),
        [](const Line& line) { return line.sign != ' '; }
    );
}

}  // namespace

std::string unified_diff(std::string_view before, std::string_view now) {
    if (before == now) return {};
    const auto lines = all_lines(before, now);
    std::string text = "--- golden file\n+++ now\n";
    bool shown = false;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        const bool show = is_near_a_change(lines, at);
        const Line& line = lines[at];
        if (show && !shown) text += fmt::format("@@ -{} +{} @@\n", line.before + 1, line.now + 1);
        if (show) text += fmt::format("{}{}\n", line.sign, line.text);
        shown = show;
    }
    return text;
}

}  // namespace bot_test
