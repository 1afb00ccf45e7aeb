#include "bot/conversation/reply.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace bot {
namespace {

constexpr std::string_view kVersionMark = "\tv";
constexpr std::string_view kVersion = "\tv2";
constexpr std::string_view kContact = "\tkontak";
constexpr std::string_view kRemove = "\ttanpa";
constexpr std::string_view kList = "\tdaftar\t";
constexpr std::size_t kPressKeyLength = 22;

// What stands before the separator; `text` goes on behind it.
std::string_view take(std::string_view& text, char separator) {
    const auto end = text.find(separator);
    const auto part = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    return part;
}

bool is_plain(std::string_view part) {
    return part.find_first_of("\t\n") == std::string_view::npos;
}

void read_line(DecodedButtons& decoded, std::string_view line) {
    if (line == kContact) {
        decoded.keyboard = ReplyKeyboard::AskForContact;
    } else if (line == kRemove) {
        decoded.keyboard = ReplyKeyboard::Remove;
    } else if (line.starts_with(kList)) {
        decoded.opener = line.substr(kList.size());
    } else if (!line.starts_with('\t') && line.find('\t') != std::string_view::npos) {
        const auto label = take(line, '\t');
        const auto command = take(line, '\t');
        decoded.buttons.push_back({std::string(label), std::string(command), std::string(line)});
    }
}

}  // namespace

void offer(Reply& reply, std::vector<ReplyButton> choices, std::string_view opener) {
    if (choices.size() > kMostRows) choices.resize(kMostRows);
    for (ReplyButton& choice : choices) {
        std::ranges::replace_if(
            choice.description, [](char c) { return c == '\t' || c == '\n'; }, ' '
        );
    }
    reply.opener = choices.size() > kMostButtons ? opener : "";
    reply.buttons = std::move(choices);
}

std::string encode_buttons(const Reply& reply) {
    std::string text;
    const auto add_line = [&](std::string_view line) {
        text += '\n';
        text += line;
    };
    if (reply.keyboard == ReplyKeyboard::AskForContact) add_line(kContact);
    if (reply.keyboard == ReplyKeyboard::Remove) add_line(kRemove);
    if (!reply.opener.empty()) add_line(std::string(kList) + reply.opener);
    for (const ReplyButton& button : reply.buttons) {
        assert(is_plain(button.label) && is_plain(button.command) && is_plain(button.description));
        add_line(button.label + '\t' + button.command + '\t' + button.description);
    }
    return text.empty() ? text : std::string(kVersion) + text;
}

DecodedButtons decode_buttons(std::string_view text) {
    DecodedButtons decoded;
    if (text.starts_with(kVersionMark) && take(text, '\n') != kVersion) return decoded;
    while (!text.empty()) read_line(decoded, take(text, '\n'));
    return decoded;
}

std::string encode_parameters(const Reply& reply) {
    std::string text;
    for (const std::string& parameter : reply.parameters) {
        assert(!parameter.empty() && parameter.find('\n') == std::string::npos);
        if (!text.empty()) text += '\n';
        text += parameter;
    }
    return text;
}

std::vector<std::string> decode_parameters(std::string_view text) {
    std::vector<std::string> parameters;
    while (!text.empty()) {
        const auto end = text.find('\n');
        parameters.emplace_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return parameters;
}

std::string button_handle(std::string_view press_key, std::size_t index) {
    return std::string(press_key) + static_cast<char>('A' + index);
}

std::optional<PressedButton> pressed_button(std::string_view handle) {
    if (handle.size() != kPressKeyLength + 1) return std::nullopt;
    const char last = handle.back();
    if (last < 'A' || last > 'Z') return std::nullopt;
    return PressedButton{
        std::string(handle.substr(0, kPressKeyLength)), static_cast<std::size_t>(last - 'A')};
}

}  // namespace bot
