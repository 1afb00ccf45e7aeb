#include "tests/support/telegram_updates.hpp"

#include <boost/json.hpp>
#include <chrono>

#include "tests/support/telegram_bot_user.hpp"

namespace support {

namespace {

namespace json = boost::json;

json::object user(const Person& person) {
    json::object user{
        {"id", person.id},
        {"is_bot", false},
        {"first_name", person.first_name},
        {"language_code", "id"}};
    if (!person.last_name.empty()) user["last_name"] = person.last_name;
    return user;
}

json::object chat(const Person& person) {
    json::object chat{{"id", person.id}, {"first_name", person.first_name}, {"type", "private"}};
    if (!person.last_name.empty()) chat["last_name"] = person.last_name;
    return chat;
}

json::object bot_message(const Person& person, std::int64_t message_id, std::int64_t date) {
    return {
        {"message_id", message_id},
        {"from", telegram_bot_user()},
        {"chat", chat(person)},
        {"date", date},
        {"text", "…"}};
}

json::object message(const Person& person, const Stamp& stamp) {
    return {
        {"message_id", stamp.message_id},
        {"from", user(person)},
        {"chat", chat(person)},
        {"date", stamp.date}};
}

std::string update(const Stamp& stamp, std::string_view kind, json::object content) {
    return json::serialize(json::object{{"update_id", stamp.update_id}, {kind, std::move(content)}}
    );
}

json::object card(const Person& person) {
    json::object card{
        {"phone_number", person.number}, {"first_name", person.first_name}, {"user_id", person.id}};
    if (!person.last_name.empty()) card["last_name"] = person.last_name;
    return card;
}

}  // namespace

std::string text_update(
    const Person& person, const Stamp& stamp, std::string_view text, std::int64_t reply_to
) {
    json::object content = message(person, stamp);
    if (reply_to != 0) content["reply_to_message"] = bot_message(person, reply_to, stamp.date);
    content["text"] = text;
    if (text.starts_with('/')) {
        const auto length = std::min(text.find(' '), text.size());
        content["entities"] =
            json::array{json::object{{"offset", 0}, {"length", length}, {"type", "bot_command"}}};
    }
    return update(stamp, "message", std::move(content));
}

std::string file_update(
    const Person& person, const Stamp& stamp, const SentFile& file, std::int64_t reply_to
) {
    json::object content = message(person, stamp);
    if (reply_to != 0) content["reply_to_message"] = bot_message(person, reply_to, stamp.date);
    json::object told{
        {"file_id", file.file_id},
        {"file_unique_id", "u" + file.file_id},
        {"file_size", file.size}};
    if (file.name.empty()) {
        told["width"] = 800;
        told["height"] = 600;
        content["photo"] = json::array{
            json::object{
                {"file_id", "kecil"},
                {"file_unique_id", "k"},
                {"file_size", 90},
                {"width", 80},
                {"height", 60}},
            told};
    } else {
        told["file_name"] = file.name;
        told["mime_type"] = file.mime;
        content["document"] = told;
    }
    if (!file.caption.empty()) content["caption"] = file.caption;
    if (!file.album.empty()) content["media_group_id"] = file.album;
    return update(stamp, "message", std::move(content));
}

std::string contact_update(const Person& person, const Stamp& stamp) {
    json::object content = message(person, stamp);
    content["contact"] = card(person);
    return update(stamp, "message", std::move(content));
}

std::string foreign_contact_update(
    const Person& person, const Stamp& stamp, const Person& somebody
) {
    json::object content = message(person, stamp);
    content["contact"] = card(somebody);
    return update(stamp, "message", std::move(content));
}

std::string press_update(
    const Person& person, const Stamp& stamp, std::int64_t pressed, std::string_view handle
) {
    json::object content{
        {"id", std::to_string(4000000000000000000 + stamp.update_id)},
        {"from", user(person)},
        {"message", bot_message(person, pressed, stamp.date)},
        {"chat_instance", std::to_string(-5000000000000000000 + person.id)},
        {"data", handle}};
    return update(stamp, "callback_query", std::move(content));
}

std::string edited_update(const Person& person, const Stamp& stamp, std::string_view text) {
    json::object content = message(person, stamp);
    content["edit_date"] = stamp.date;
    content["text"] = text;
    return update(stamp, "edited_message", std::move(content));
}

std::string blocked_update(const Person& person, const Stamp& stamp) {
    const json::object bot = telegram_bot_user();
    json::object content{
        {"chat", chat(person)},
        {"from", user(person)},
        {"date", stamp.date},
        {"old_chat_member", json::object{{"user", bot}, {"status", "member"}}},
        {"new_chat_member", json::object{{"user", bot}, {"status", "kicked"}, {"until_date", 0}}}};
    return update(stamp, "my_chat_member", std::move(content));
}

Stamps::Stamps(std::int64_t date, std::int64_t first_update_id)
    : update_id_(first_update_id), date_(date) {}

Stamp Stamps::next() {
    return {.update_id = update_id_++, .message_id = message_id_++, .date = date_};
}

std::int64_t unix_now() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::seconds>(now).count();
}

}  // namespace support
