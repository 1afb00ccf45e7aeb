#include "bot/service/outgoing.hpp"

#include "bot/conversation/reply.hpp"
#include "bot/notices/message.hpp"

namespace bot {
namespace {

// Buttons, or a list if there is an opener for it.
void add_choices(
    adapters::Outgoing& outgoing, const DecodedButtons& decoded, const std::string& press_key
) {
    if (!decoded.opener.empty()) outgoing.list = adapters::List{decoded.opener, {}};
    for (std::size_t i = 0; i < decoded.buttons.size(); ++i) {
        const ReplyButton& button = decoded.buttons[i];
        const std::string handle = button_handle(press_key, i);
        if (outgoing.list) {
            outgoing.list->rows.push_back({button.label, handle, button.description});
        } else {
            outgoing.buttons.push_back({button.label, handle});
        }
    }
}

}  // namespace

adapters::Outgoing outgoing_of(const storage::LaneMessage& message, adapters::Window window) {
    adapters::Outgoing outgoing;
    outgoing.recipient = message.address;
    if (!message.title.empty()) {
        outgoing.text.push_back({adapters::Style::Bold, message.title});
        outgoing.text.push_back({adapters::Style::Plain, "\n"});
    }
    outgoing.text.push_back({adapters::Style::Plain, message.body});
    const DecodedButtons decoded = decode_buttons(message.buttons);
    add_choices(outgoing, decoded, message.press_key);
    switch (decoded.keyboard) {
        case ReplyKeyboard::None:
            break;
        case ReplyKeyboard::AskForContact:
            outgoing.keyboard = adapters::Keyboard::AskForContact;
            outgoing.keyboard_label = kLabelKontak;
            break;
        case ReplyKeyboard::Remove:
            outgoing.keyboard = adapters::Keyboard::Remove;
            break;
    }
    outgoing.reply_to = message.reply_to;
    outgoing.tracker = std::to_string(message.outbox_id);
    outgoing.failures = message.failures;
    outgoing.window = window;
    if (!message.parameters.empty()) {
        outgoing.notice = adapters::Notice{
            message.kind,
            decode_parameters(message.parameters),
            {button_handle(message.press_key, kLihatIsi)}};
    }
    return outgoing;
}

}  // namespace bot
