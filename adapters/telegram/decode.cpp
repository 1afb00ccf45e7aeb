#include "adapters/telegram/decode.hpp"

#include <boost/json/value.hpp>

#include "adapters/fields.hpp"
#include "adapters/json.hpp"
#include "adapters/telegram/content.hpp"
#include "adapters/telegram/reaction.hpp"

namespace adapters::telegram {
namespace {

// Kinds that mean nothing to us, by name so that the counter has one for each. Source:
// https://core.telegram.org/bots/api#update.
constexpr std::string_view kIgnoredKinds[] = {
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "guest_message",
    "message_reaction_count",
    "inline_query",
    "chosen_inline_result",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "managed_bot",
    "subscription"};

std::string seconds_of(const std::optional<domain::Instant>& instant) {
    if (!instant) return "0";
    return std::to_string(
        std::chrono::duration_cast<std::chrono::seconds>(instant->time_since_epoch()).count()
    );
}

// Reads one update; what it finds goes into `incoming`.
class UpdateReader {
public:
    UpdateReader(const BotIdentity& us, Fields& fields) : us_(us), fields_(fields) {
        incoming_.account = us.account;
    }

    Incoming read(const json::object& update) {
        incoming_.external_id = fields_.numeric_id(update, "update_id");
        if (const auto* message = fields_.object(update, "message")) {
            read_message(*message);
        } else if (const auto* edited = fields_.object(update, "edited_message")) {
            read_edited(*edited);
        } else if (const auto* query = fields_.object(update, "callback_query")) {
            read_press(*query);
        } else if (const auto* member = fields_.object(update, "my_chat_member")) {
            read_membership(*member);
        } else if (const auto* reaction = fields_.object(update, "message_reaction")) {
            read_reaction(*reaction);
        } else {
            read_other(update);
        }
        return std::move(incoming_);
    }

private:
    void ignore(std::string_view name) { incoming_.content = Ignored{std::string(name)}; }

    // True if the sender is a bot.
    bool read_sender(const json::object& parent, std::string_view name) {
        const auto* user = fields_.object(parent, name);
        if (user == nullptr) return false;
        incoming_.sender = fields_.numeric_id(*user, "id");
        if (incoming_.sender.empty()) fields_.odd(name, "no id");
        incoming_.sender_name = fields_.text(*user, "first_name");
        const std::string last_name = fields_.text(*user, "last_name");
        if (!last_name.empty()) incoming_.sender_name += " " + last_name;
        return fields_.flag(*user, "is_bot");
    }

    void read_chat(const json::object& parent) {
        const auto* chat = fields_.object(parent, "chat");
        if (chat == nullptr) return fields_.odd("chat", "missing");
        incoming_.conversation = fields_.numeric_id(*chat, "id");
        if (incoming_.conversation.empty()) return fields_.odd("chat", "no id");
        const std::string type = fields_.text(*chat, "type");
        if (type == "channel") {
            incoming_.chat = ChatKind::Channel;
        } else if (type == "private" || (type.empty() && !incoming_.conversation.starts_with('-'))) {
            incoming_.chat = ChatKind::Private;  // old samples lack the type; groups are negative
        } else {
            incoming_.chat = ChatKind::Group;
        }
    }

    // What every message has. True if a person wrote it to us; else it is settled as ignored.
    bool read_common(const json::object& message) {
        const bool from_bot = read_sender(message, "from");
        read_chat(message);
        incoming_.message_id = fields_.numeric_id(message, "message_id");
        if (incoming_.message_id.empty()) fields_.odd("message_id", "missing");
        incoming_.sent_at = fields_.instant(message, "date");
        const std::string_view service = service_name(message);
        if (from_bot) {
            ignore("bot");
        } else if (incoming_.chat == ChatKind::Channel) {
            ignore("channel");
        } else if (!service.empty()) {
            ignore(service);
        } else if (incoming_.chat == ChatKind::Private && incoming_.sender.empty()) {
            ignore("no_sender");
        } else {
            return true;
        }
        return false;
    }

    // Whose words these are, and what they answer.
    void read_context(const json::object& message) {
        // A text by way of another bot is that bot's, as a forwarded one is its author's
        // (RELIABILITY.md section 5.1, "Tricked approval").
        incoming_.forwarded = has(message, "forward_origin") || has(message, "forward_date") ||
                              has(message, "via_bot");
        const auto* answered = fields_.object(message, "reply_to_message");
        if (answered != nullptr && service_name(*answered).empty()) {
            incoming_.reply_to = fields_.numeric_id(*answered, "message_id");
        }
    }

    void read_message(const json::object& message) {
        const bool of_a_person = read_common(message);
        incoming_.natural_key = "m:" + incoming_.message_id;
        if (!of_a_person) return;
        read_context(message);
        if (incoming_.chat == ChatKind::Group) {
            incoming_.content = GroupMessage{};
        } else {
            incoming_.content = content_of(message, us_.user_name, incoming_.sender, fields_);
        }
    }

    void read_edited(const json::object& message) {
        const bool of_a_person = read_common(message);
        if (has(message, "edit_date")) incoming_.sent_at = fields_.instant(message, "edit_date");
        incoming_.natural_key = "e:" + incoming_.message_id + ":" + seconds_of(incoming_.sent_at);
        if (!of_a_person) return;
        read_context(message);
        const bool has_text = has(message, "text") || has(message, "caption");
        if (incoming_.chat == ChatKind::Group) return ignore("group_edit");
        if (!has_text) return ignore("edited_message");
        const auto name = has(message, "text") ? "text" : "caption";
        incoming_.content = Edited{fields_.text(message, name)};
    }

    void read_press(const json::object& query) {
        const bool from_bot = read_sender(query, "from");
        incoming_.conversation = incoming_.sender;
        Press press;
        press.answer_id = fields_.text_id(query, "id");
        press.handle = fields_.text_id(query, "data");
        incoming_.natural_key = "p:" + press.answer_id;
        if (press.answer_id.empty()) fields_.odd("callback_query", "no id");
        if (incoming_.sender.empty()) fields_.odd("callback_query", "no sender");
        if (const auto* pressed = fields_.object(query, "message")) {
            press.pressed_message = fields_.numeric_id(*pressed, "message_id");
            read_chat(*pressed);
            incoming_.conversation = incoming_.sender;
        }
        if (from_bot) return ignore("bot");
        incoming_.content = std::move(press);
    }

    void read_membership(const json::object& change) {
        const bool from_bot = read_sender(change, "from");
        read_chat(change);
        incoming_.sent_at = fields_.instant(change, "date");
        const std::string before = status_of(change, "old_chat_member");
        const std::string after = status_of(change, "new_chat_member");
        if (from_bot || incoming_.chat != ChatKind::Private) return ignore("my_chat_member");
        if (after == "kicked" && before != "kicked") {
            incoming_.content = Blocked{};
        } else if (before == "kicked" && after == "member") {
            incoming_.content = Unblocked{};
        } else {
            ignore("my_chat_member");
        }
    }

    std::string status_of(const json::object& change, std::string_view name) {
        const auto* member = fields_.object(change, name);
        return member != nullptr ? fields_.text(*member, "status") : std::string();
    }

    void read_reaction(const json::object& change) {
        const bool from_bot = read_sender(change, "user");
        read_chat(change);
        incoming_.sent_at = fields_.instant(change, "date");
        Reaction reaction;
        reaction.message_id = fields_.numeric_id(change, "message_id");
        if (reaction.message_id.empty()) fields_.odd("message_reaction", "no message_id");
        incoming_.natural_key = "r:" + reaction.message_id + ":" + seconds_of(incoming_.sent_at);
        const auto before = emoji_list(change, "old_reaction", fields_);
        const auto after = emoji_list(change, "new_reaction", fields_);
        reaction.added = without(after, before);
        reaction.removed = without(before, after);
        if (from_bot) return ignore("bot");
        // Ids of messages begin anew in each group: one could pass for a message of ours.
        if (incoming_.chat != ChatKind::Private) return ignore("group_reaction");
        if (incoming_.sender.empty()) return ignore("message_reaction");
        incoming_.content = std::move(reaction);
    }

    void read_other(const json::object& update) {
        ignore("unknown");
        for (const std::string_view kind : kIgnoredKinds) {
            if (has(update, kind)) return ignore(kind);
        }
    }

    const BotIdentity& us_;
    Fields& fields_;
    Incoming incoming_;
};

Decoded unreadable(std::string why) {
    return {.incoming = {}, .unreadable = std::move(why)};
}

}  // namespace

Decoded decode(std::string_view body, const BotIdentity& us) {
    const auto value = parse_json_limited(body);
    if (!value) return unreadable("no JSON within the limits");
    const auto* update = value->if_object();
    if (update == nullptr) return unreadable("no object");
    if (!has(*update, "update_id")) return unreadable("no update_id");

    Fields fields;
    Incoming incoming = UpdateReader(us, fields).read(*update);
    if (!fields.problem().empty()) return unreadable(fields.problem());
    Decoded decoded;
    decoded.incoming.push_back(std::move(incoming));
    return decoded;
}

}  // namespace adapters::telegram
