#include "tests/peer/peer.hpp"

#include <boost/json.hpp>
#include <cstdlib>
#include <stdexcept>

#include "tests/support/json_fields.hpp"
#include "tests/support/wait.hpp"

namespace support {

namespace {

namespace json = boost::json;

constexpr std::chrono::seconds kStart{20};

Command node_command(const std::string& local, const std::string& away, const std::string& output) {
    const char* modules = std::getenv("NODE_PATH");
    if (modules == nullptr) throw std::runtime_error("run it by tests/peer/run.sh");
    return {
        .argv = {"node", SKPBOT_SOURCE_DIR "/tests/peer/peer.js", away, local},
        .environment = {{"NODE_PATH", modules}},
        .output_file = output};
}

// The address that the peer prints when it listens.
std::string address_in(const std::string& output, Child& node) {
    std::string address;
    const bool started = wait_until(
        [&] {
            const std::string text = read_text(output);
            address = text.substr(0, text.find('\n'));
            return text.find('\n') != std::string::npos || node.poll().has_value();
        },
        kStart
    );
    if (!started || !address.starts_with("http://"))
        throw std::runtime_error("the peer does not start: " + read_text(output));
    return address;
}

unsigned short port_of(const std::string& address) {
    return static_cast<unsigned short>(std::stoi(address.substr(address.rfind(':') + 1)));
}

json::object message_of(const Person& person, std::int64_t date, const std::string& token) {
    json::object who{
        {"id", person.id},
        {"is_bot", false},
        {"first_name", person.first_name},
        {"last_name", person.last_name}};
    json::object chat = who;
    chat.erase("is_bot");
    chat["type"] = "private";
    return {{"botToken", token}, {"from", who}, {"chat", chat}, {"date", date}};
}

std::int64_t id_in(const json::value& value) {
    return value.is_string() ? std::stoll(std::string(value.as_string()))
                             : value.to_number<std::int64_t>();
}

PeerMessage read_message(const json::object& entry) {
    const json::object& content = entry.at("message").as_object();
    PeerMessage message{
        .chat = id_in(content.at("chat_id")),
        .message_id = id_in(entry.at("messageId")),
        .text = text_or_empty(content, "text")};
    const auto* markup = object_of(content, "reply_markup");
    const auto* rows = markup != nullptr ? array_of(*markup, "inline_keyboard") : nullptr;
    for (const json::value& row : rows != nullptr ? *rows : json::array())
        for (const json::value& button : row.as_array())
            message.buttons.push_back(
                {.label = text_or_empty(button.as_object(), "text"),
                 .handle = text_or_empty(button.as_object(), "callback_data")}
            );
    return message;
}

}  // namespace

Peer::Peer(std::string token, const std::string& public_address, const std::string& local_address)
    : token_(std::move(token)),
      node_(node_command(local_address, public_address, folder_.path() + "/peer.log")),
      address_(address_in(folder_.path() + "/peer.log", node_)),
      client_(port_of(address_)) {}

std::string Peer::log() const {
    return read_text(folder_.path() + "/peer.log");
}

std::string Peer::post(const std::string& route, const std::string& body) {
    const auto answer = client_.send(
        {.method = "POST",
         .target = route,
         .fields = {{"Content-Type", "application/json"}},
         .body = body}
    );
    if (!answer || answer->status != 200)
        throw std::runtime_error(
            "the peer refuses " + route + ": " + (answer ? answer->body : "no answer")
        );
    return answer->body;
}

void Peer::says(
    const Person& person, std::int64_t date, std::string_view text, std::int64_t reply_to
) {
    json::object message = message_of(person, date, token_);
    message["text"] = text;
    if (reply_to != 0) {
        json::object original = message_of(person, date, token_);
        original["message_id"] = reply_to;
        original["from"] =
            json::object{{"id", 7000000001}, {"is_bot", true}, {"first_name", "Bot"}};
        message["reply_to_message"] = std::move(original);
    }
    if (!text.starts_with('/')) {
        post("/sendMessage", json::serialize(message));
        return;
    }
    message["entities"] =
        json::array{json::object{{"offset", 0}, {"length", text.size()}, {"type", "bot_command"}}};
    post("/sendCommand", json::serialize(message));
}

void Peer::shares_contact(const Person& person, std::int64_t date) {
    json::object message = message_of(person, date, token_);
    message["contact"] = json::object{
        {"phone_number", person.number}, {"first_name", person.first_name}, {"user_id", person.id}};
    post("/sendMessage", json::serialize(message));
}

void Peer::presses(
    const Person& person, std::int64_t date, const PeerMessage& message, std::size_t button
) {
    json::object pressed = message_of(person, date, token_);
    pressed["message_id"] = message.message_id;
    json::object press = message_of(person, date, token_);
    press["message"] = std::move(pressed);
    press["data"] = message.buttons.at(button).handle;
    post("/sendCallback", json::serialize(press));
}

std::vector<PeerMessage> Peer::sent() {
    const auto history =
        parse_object(post("/getUpdatesHistory", json::serialize(json::object{{"token", token_}})));
    std::vector<PeerMessage> messages;
    for (const json::value& value : history->at("result").as_array()) {
        const json::object& entry = value.as_object();
        const auto* message = object_of(entry, "message");
        if (message != nullptr && message->contains("chat_id"))
            messages.push_back(read_message(entry));
    }
    return messages;
}

std::vector<PeerMessage> Peer::sent_to(const Person& person) {
    std::vector<PeerMessage> found;
    for (PeerMessage& message : sent())
        if (message.chat == person.id) found.push_back(std::move(message));
    return found;
}

}  // namespace support
