#include "tests/bot/golden/render.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/string.hpp>

#include "adapters/telegram/encode.hpp"
#include "adapters/whatsapp/encode.hpp"
#include "bot/message_parts.hpp"
#include "bot/reply_message.hpp"
#include "bot/service/outgoing.hpp"

namespace bot_test {
namespace {

namespace json = boost::json;

constexpr std::string_view kChat = "700100004";
constexpr std::string_view kNumber = "6281255500004";

// Keys that are the same in every run: 0, 1, 2 … as bytes.
bot::Random counting() {
    return bot::Random([next = 0](std::span<unsigned char> bytes) mutable {
        for (unsigned char& byte : bytes) byte = static_cast<unsigned char>(next++);
    });
}

std::vector<storage::NewMessage> rows_of(const Card& card) {
    bot::Random random = counting();
    storage::NewMessage message = bot::message_of(card.reply, random);
    message.kind = card.kind;
    std::vector<storage::NewMessage> rows;
    bot::add_in_parts(rows, std::move(message));
    return rows;
}

// The row as the sender reads it again.
storage::LaneMessage read_again(const storage::NewMessage& row, std::string_view address) {
    storage::LaneMessage message;
    message.outbox_id = 1;
    message.kind = row.kind;
    message.title = row.title;
    message.body = row.body;
    message.buttons = row.buttons;
    message.press_key = row.press_key.value_or("");
    message.address = address;
    message.parameters = row.parameters;
    return message;
}

template <class Encode>
json::array bodies(
    const Card& card, std::string_view address, adapters::Window window, Encode encode
) {
    json::array all;
    for (const storage::NewMessage& row : rows_of(card)) {
        // Outside the window only a notice goes; the other parts wait for the person.
        if (window == adapters::Window::Closed && row.parameters.empty()) continue;
        const auto body = encode(bot::outgoing_of(read_again(row, address), window));
        if (body) {
            all.push_back(json::parse(*body));
        } else {
            all.push_back(json::string("refused: " + std::string(name_of(body.error()))));
        }
    }
    return all;
}

}  // namespace

json::array telegram_bodies(const Card& card) {
    return bodies(card, kChat, adapters::Window::Open, adapters::telegram::encode);
}

json::array whatsapp_bodies(const Card& card) {
    return bodies(card, kNumber, adapters::Window::Open, adapters::whatsapp::encode);
}

json::array whatsapp_templates(const Card& card) {
    return bodies(card, kNumber, adapters::Window::Closed, adapters::whatsapp::encode);
}

}  // namespace bot_test
