#include "adapters/split_text.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "adapters/utf.hpp"

namespace adapters {
namespace {

constexpr char32_t kJoiner = 0x200D;

// The text of all runs by code points, each with its style.
struct Letters {
    std::u32string points;
    std::vector<Style> styles;
};

Letters letters_of(const std::vector<Run>& runs) {
    Letters letters;
    for (const Run& run : runs) {
        const auto points = to_code_points(run.text);
        letters.points += points;
        letters.styles.insert(letters.styles.end(), points.size(), run.style);
    }
    return letters;
}

bool is_blank(char32_t code) {
    return code == U' ' || code == U'\n' || code == U'\t';
}

bool is_regional(char32_t code) {
    return code >= 0x1F1E6 && code <= 0x1F1FF;
}

// What never begins a part: it changes the sign before it (combining marks, variation selectors,
// skin tones, tags, the keycap, the joiner).
bool is_appendage(char32_t code) {
    return (code >= 0x0300 && code <= 0x036F) || code == 0x20E3 || code == kJoiner ||
           (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0x1F3FB && code <= 0x1F3FF) ||
           (code >= 0xE0020 && code <= 0xE007F);
}

// Whether a cut between the two would break one sign; two regional letters may be one flag.
bool belong_together(char32_t before, char32_t after) {
    return is_appendage(after) || before == kJoiner || (is_regional(before) && is_regional(after));
}

// Where a cut is possible, by how good it is.
enum class Quality { None, Anywhere, Space, LineEnd, EmptyLine };

Quality quality_of_cut(const std::u32string& points, std::size_t at) {
    const char32_t before = points[at - 1];
    const char32_t after = points[at];
    if (before == U'\n' && after == U'\n') return Quality::EmptyLine;
    if (before == U'\n' || after == U'\n') return Quality::LineEnd;
    if (is_blank(before) || is_blank(after)) return Quality::Space;
    return belong_together(before, after) ? Quality::None : Quality::Anywhere;
}

// The best cut on the way from one place to the other, both included; of equal ones the first met.
// `to` if there is none at all.
std::size_t best_cut(const std::u32string& points, std::size_t from, std::size_t to) {
    auto best = Quality::None;
    std::size_t cut = to;
    for (std::size_t at = from;; at = from < to ? at + 1 : at - 1) {
        const Quality quality = quality_of_cut(points, at);
        if (quality > best) {
            best = quality;
            cut = at;
        }
        if (at == to || best == Quality::EmptyLine) return cut;
    }
}

struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
};

Range trimmed(const std::u32string& points, Range range) {
    while (range.begin < range.end && is_blank(points[range.begin])) ++range.begin;
    while (range.end > range.begin && is_blank(points[range.end - 1])) --range.end;
    return range;
}

std::size_t units(const std::u32string& points, Range range) {
    std::size_t sum = 0;
    for (std::size_t i = range.begin; i < range.end; ++i) sum += utf16_length(points[i]);
    return sum;
}

// How far one can go from the beginning with so many units.
std::size_t reach(const std::u32string& points, Range range, std::size_t limit) {
    std::size_t at = range.begin;
    for (std::size_t sum = 0; at < range.end; ++at) {
        sum += utf16_length(points[at]);
        if (sum > limit) break;
    }
    return at;
}

// How far back one can go from the end with so many units.
std::size_t reach_back(const std::u32string& points, Range range, std::size_t limit) {
    std::size_t at = range.end;
    for (std::size_t sum = 0; at > range.begin; --at) {
        sum += utf16_length(points[at - 1]);
        if (sum > limit) break;
    }
    return at;
}

// Where the first part of the rest ends. A full part is filled at least by half. If the rest would
// fit without the buttons, the part with them keeps as much as it can.
std::size_t cut_of(
    const std::u32string& points, Range rest, std::size_t last_limit, const PartLimits& limits
) {
    const std::size_t most = reach(points, rest, limits.text);
    if (most < rest.end) {
        return best_cut(
            points, most, std::max(reach(points, rest, limits.text / 2), rest.begin + 1)
        );
    }
    return best_cut(points, reach_back(points, rest, last_limit), rest.end - 1);
}

std::optional<std::vector<Range>> cut(
    const std::u32string& points, std::size_t last_limit, const PartLimits& limits
) {
    std::vector<Range> parts;
    Range rest{0, points.size()};
    while (units(points, rest) > last_limit) {
        const std::size_t at = cut_of(points, rest, last_limit, limits);
        parts.push_back(trimmed(points, {rest.begin, at}));
        rest = trimmed(points, {at, rest.end});
        if (parts.size() >= limits.parts) return std::nullopt;
    }
    parts.push_back(rest);
    return parts;
}

std::vector<Run> runs_of(const Letters& letters, Range range) {
    std::vector<Run> runs;
    for (std::size_t begin = range.begin; begin < range.end;) {
        std::size_t end = begin + 1;
        while (end < range.end && letters.styles[end] == letters.styles[begin]) ++end;
        const auto text = std::u32string_view(letters.points).substr(begin, end - begin);
        runs.push_back({letters.styles[begin], to_utf8(text)});
        begin = end;
    }
    return runs;
}

}  // namespace

std::vector<Outgoing> split_text(const Outgoing& message, PartLimits limits) {
    const Letters letters = letters_of(message.text);
    const std::size_t last_limit =
        message.buttons.empty() ? limits.text : std::min(limits.text, limits.text_with_buttons);
    if (units(letters.points, {0, letters.points.size()}) <= last_limit) return {message};
    const auto ranges = cut(letters.points, last_limit, limits);
    if (!ranges) return {};

    std::vector<Outgoing> parts;
    for (const Range& range : *ranges) {
        Outgoing part;
        part.recipient = message.recipient;
        part.text = runs_of(letters, range);
        parts.push_back(std::move(part));
    }
    parts.front().reply_to = message.reply_to;
    parts.back().buttons = message.buttons;
    parts.back().keyboard = message.keyboard;
    parts.back().keyboard_label = message.keyboard_label;
    return parts;
}

}  // namespace adapters
