#include "tests/support/graph_ledger.hpp"

#include <boost/json.hpp>

#include "tests/support/json_fields.hpp"

namespace support {

namespace {

namespace json = boost::json;

void read_media(SentWhatsApp& message, const json::object& media) {
    message.media_id = text_or_empty(media, "id");
    message.file_name = text_or_empty(media, "filename");
}

void read_action(SentWhatsApp& message, const json::object& action) {
    if (message.kind == "button") {
        for (const json::value& value : action.at("buttons").as_array()) {
            const json::object& reply = value.as_object().at("reply").as_object();
            message.buttons.push_back(
                {.label = text_or_empty(reply, "title"), .handle = text_or_empty(reply, "id")}
            );
        }
    } else if (message.kind == "list") {
        message.opener = text_or_empty(action, "button");
        for (const json::value& section : action.at("sections").as_array())
            for (const json::value& value : section.as_object().at("rows").as_array())
                message.buttons.push_back(
                    {.label = text_or_empty(value.as_object(), "title"),
                     .handle = text_or_empty(value.as_object(), "id")}
                );
    } else {
        const json::object& parameters = action.at("parameters").as_object();
        message.buttons.push_back(
            {.label = text_or_empty(parameters, "display_text"),
             .url = text_or_empty(parameters, "url")}
        );
    }
}

void read_interactive(SentWhatsApp& message, const json::object& content) {
    message.kind = text_or_empty(content, "type");
    message.text = text_or_empty(content.at("body").as_object(), "text");
    if (const auto* header = object_of(content, "header"))
        if (const auto* media = object_of(*header, text_or_empty(*header, "type")))
            read_media(message, *media);
    read_action(message, content.at("action").as_object());
}

}  // namespace

SentWhatsApp ledger_entry(const json::object& body) {
    SentWhatsApp message;
    message.kind = text_or_empty(body, "type");
    message.tracker = text_or_empty(body, "biz_opaque_callback_data");
    if (const auto* context = object_of(body, "context"))
        message.reply_to = text_or_empty(*context, "message_id");
    const json::object& content = body.at(message.kind).as_object();
    if (message.kind == "text") {
        message.text = text_or_empty(content, "body");
    } else if (message.kind == "interactive") {
        read_interactive(message, content);
    } else if (message.kind == "template") {
        message.template_name = text_or_empty(content, "name");
    } else {
        read_media(message, content);
        message.text = text_or_empty(content, "caption");
    }
    return message;
}

}  // namespace support
