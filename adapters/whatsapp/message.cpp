#include "adapters/whatsapp/message.hpp"

#include "adapters/whatsapp/content.hpp"
#include "adapters/whatsapp/sender.hpp"
#include "adapters/whatsapp/system_message.hpp"

namespace adapters::whatsapp {
namespace {

// The addresses before a change are told in the system message itself, the new ones beside them.
void read_previous(Sender& sender, const json::object& message, Fields& fields) {
    auto previous = previous_addresses(message, fields);
    if (!previous.user_id.empty()) sender.user_id = std::move(previous.user_id);
    if (!previous.parent_user_id.empty()) {
        sender.parent_user_id = std::move(previous.parent_user_id);
    }
}

void read_context(Incoming& incoming, const json::object& message, Fields& fields) {
    const auto* context = fields.object(message, "context");
    if (context == nullptr) return;
    incoming.reply_to = fields.text_id(*context, "id");
    const bool forwarded = fields.flag(*context, "forwarded");
    incoming.forwarded = fields.flag(*context, "frequently_forwarded") || forwarded;
}

}  // namespace

Incoming read_message(
    const json::object& message, const std::vector<const json::object*>& contacts, Fields& fields
) {
    Incoming incoming;
    incoming.external_id = fields.text_id(message, "id");
    if (incoming.external_id.empty()) fields.odd("message", "no id");
    incoming.message_id = incoming.external_id;
    incoming.natural_key = "m:" + incoming.external_id;
    incoming.sent_at = fields.instant_of_digits(message, "timestamp");

    Sender sender = sender_of(message, contacts, fields);
    read_previous(sender, message, fields);
    incoming.conversation = sender.conversation();
    incoming.sender = sender.address();
    incoming.further_addresses = sender.further_addresses();
    incoming.number = sender.number;
    incoming.sender_name = std::move(sender.name);
    if (incoming.sender.empty()) {
        fields.odd("message", sender.ambiguous ? "several could be the sender" : "no sender");
    }
    read_context(incoming, message, fields);

    const std::string group = fields.text_id(message, "group_id");
    if (group.empty()) {
        incoming.content = content_of(message, fields);
    } else {
        incoming.chat = ChatKind::Group;
        incoming.conversation = group;
        incoming.content = GroupMessage{};
    }
    return incoming;
}

}  // namespace adapters::whatsapp
