#include "tests/bot/golden/render.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/string.hpp>

#include "adapters/telegram/encode.hpp"
#include "adapters/whatsapp/encode.hpp"
#include "adapters/whatsapp/media.hpp"
#include "bot/message_parts.hpp"
#include "bot/reply_message.hpp"
#include "bot/service/lampiran.hpp"
#include "bot/service/outgoing.hpp"
#include "tests/support/multipart.hpp"

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
    message.attachment = row.lampiran.sha256;
    message.attachment_name = row.lampiran.nama;
    message.attachment_type = row.lampiran.tipe;
    return message;
}

// A store that has every file.
class AnyFile : public adapters::EvidenceStore {
public:
    std::unique_ptr<adapters::EvidenceInput> begin() override { return nullptr; }
    [[nodiscard]] std::optional<std::string> read(std::string_view) const override { return "isi"; }
};

template <class Error>
json::value refusal(Error error) {
    return json::string("refused: " + std::string(name_of(error)));
}

template <class Body>
json::value parsed(const Body& body) {
    return body ? json::parse(*body) : refusal(body.error());
}

// A form by its fields, and of the file what the person gets to see.
json::object shown(const support::MultipartForm& form) {
    json::object parameters;
    for (const auto& [key, text] : form.fields) {
        const bool structured = text.starts_with('[') || text.starts_with('{');
        parameters[key] = structured ? json::parse(text) : json::value(text);
    }
    return json::object{
        {"parameters", std::move(parameters)},
        {"file",
         json::object{
             {"field", form.file->field}, {"name", form.file->name}, {"type", form.file->mime}}}};
}

json::array telegram_requests(const adapters::Outgoing& message) {
    json::array requests;
    if (!message.attachment) {
        requests.push_back(parsed(adapters::telegram::encode(message)));
        return requests;
    }
    const auto call = adapters::telegram::encode_file(message);
    if (!call) {
        requests.push_back(refusal(call.error()));
        return requests;
    }
    json::object request = shown(support::read_multipart(call->content_type, call->body).value());
    request["method"] = call->method;
    requests.emplace_back(std::move(request));
    return requests;
}

// The file goes up first, as the client does it; the message names it by the id that came back.
json::array whatsapp_requests(adapters::Outgoing message) {
    json::array requests;
    if (message.attachment && message.window == adapters::Window::Open) {
        const adapters::Attachment& file = *message.attachment;
        const auto body = adapters::whatsapp::upload_body(file.mime, file.content);
        json::object upload =
            shown(support::read_multipart(body.value().content_type, body->bytes).value());
        upload["method"] = "media";
        requests.emplace_back(std::move(upload));
        message.attachment->reference = "1000000000000001";
        message.attachment->content.clear();
    }
    requests.push_back(parsed(adapters::whatsapp::encode(message)));
    return requests;
}

template <class Requests>
json::array bodies(
    const Card& card, std::string_view address, adapters::Window window, Requests requests
) {
    json::array all;
    for (const storage::NewMessage& row : rows_of(card)) {
        // Outside the window only a notice goes; the other parts wait for the person.
        if (window == adapters::Window::Closed && row.parameters.empty()) continue;
        const storage::LaneMessage message = read_again(row, address);
        adapters::Outgoing outgoing = bot::outgoing_of(message, window);
        const AnyFile store;
        bot::attach_file(outgoing, message, &store);
        for (json::value& request : requests(outgoing)) all.push_back(std::move(request));
    }
    return all;
}

}  // namespace

json::array telegram_bodies(const Card& card) {
    return bodies(card, kChat, adapters::Window::Open, telegram_requests);
}

json::array whatsapp_bodies(const Card& card) {
    return bodies(card, kNumber, adapters::Window::Open, whatsapp_requests);
}

json::array whatsapp_templates(const Card& card) {
    return bodies(card, kNumber, adapters::Window::Closed, whatsapp_requests);
}

}  // namespace bot_test
