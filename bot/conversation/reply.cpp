#include "bot/conversation/reply.hpp"

#include <cassert>

namespace bot {
namespace {

constexpr std::string_view kContact = "\tkontak";
constexpr std::string_view kRemove = "\ttanpa";
constexpr std::size_t kPressKeyLength = 22;

}  // namespace

std::string encode_buttons(const Reply& reply) {
    std::string text;
    const auto add_line = [&](std::string_view line) {
        if (!text.empty()) text += '\n';
        text += line;
    };
    if (reply.keyboard == ReplyKeyboard::AskForContact) add_line(kContact);
    if (reply.keyboard == ReplyKeyboard::Remove) add_line(kRemove);
    for (const ReplyButton& button : reply.buttons) {
        assert(button.label.find_first_of("\t\n") == std::string::npos);
        assert(button.command.find_first_of("\t\n") == std::string::npos);
        add_line(button.label + '\t' + button.command);
    }
    return text;
}

DecodedButtons decode_buttons(std::string_view text) {
    DecodedButtons decoded;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        if (line == kContact) {
            decoded.keyboard = ReplyKeyboard::AskForContact;
        } else if (line == kRemove) {
            decoded.keyboard = ReplyKeyboard::Remove;
        } else if (const auto tab = line.find('\t'); tab != std::string_view::npos) {
            decoded.buttons.push_back(
                {std::string(line.substr(0, tab)), std::string(line.substr(tab + 1))}
            );
        }
    }
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
