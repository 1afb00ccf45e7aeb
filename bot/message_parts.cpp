#include "bot/message_parts.hpp"

#include <limits>
#include <string_view>
#include <utility>

#include "adapters/split_text.hpp"

namespace bot {
namespace {

constexpr std::string_view kCutOff =
    "\n\nSisanya tidak muat di chat ini. Tulis yang lebih sempit, misalnya: berapa realisasi rhk 1";

// Below this many bytes no text can reach a limit, since a UTF-16 unit takes at least one.
bool surely_fits(const storage::NewMessage& message) {
    const adapters::PartLimits limits;
    const bool short_one = !message.buttons.empty() || !message.lampiran.sha256.empty();
    const std::size_t limit = short_one ? limits.text_with_buttons : limits.text;
    return message.title.size() + 1 + message.body.size() <= limit;
}

adapters::Outgoing outgoing_of(const storage::NewMessage& message) {
    adapters::Outgoing outgoing;
    if (!message.title.empty()) {
        outgoing.text.push_back({adapters::Style::Bold, message.title + "\n"});
    }
    outgoing.text.push_back({adapters::Style::Plain, message.body});
    // A caption may be as long as a text with buttons, and stands in the last part too.
    const bool last_is_short = !message.buttons.empty() || !message.lampiran.sha256.empty();
    if (last_is_short) outgoing.buttons.push_back({"", ""});
    return outgoing;
}

std::vector<adapters::Outgoing> parts_of(const storage::NewMessage& message) {
    adapters::PartLimits limits;
    auto parts = adapters::split_text(outgoing_of(message), limits);
    if (!parts.empty()) return parts;
    const std::size_t most = limits.parts;
    limits.parts = std::numeric_limits<std::size_t>::max();
    limits.text -= kCutOff.size();
    parts = adapters::split_text(outgoing_of(message), limits);
    auto buttons = std::move(parts.back().buttons);
    parts.resize(most);
    parts.back().text.push_back({adapters::Style::Plain, std::string(kCutOff)});
    if (!buttons.empty()) {
        // The text of the last part is too long for buttons: they come with a word of their own.
        parts.emplace_back();
        parts.back().text.push_back({adapters::Style::Plain, "Pilihan:"});
        parts.back().buttons = std::move(buttons);
    }
    return parts;
}

}  // namespace

void add_in_parts(std::vector<storage::NewMessage>& messages, storage::NewMessage message) {
    if (surely_fits(message)) {
        messages.push_back(std::move(message));
        return;
    }
    for (const adapters::Outgoing& part : parts_of(message)) {
        storage::NewMessage row = message;
        row.title.clear();
        row.body.clear();
        for (const adapters::Run& run : part.text) {
            (run.style == adapters::Style::Bold ? row.title : row.body) += run.text;
        }
        if (row.title.ends_with('\n')) row.title.pop_back();
        if (part.buttons.empty()) {
            row.buttons.clear();
            row.press_key.reset();
            row.lampiran = {};
            row.parameters.clear();
        }
        messages.push_back(std::move(row));
    }
}

}  // namespace bot
