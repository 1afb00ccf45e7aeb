#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>

namespace support {

// A person with a Telegram account; `id` is the user id and the id of the private chat.
struct Person {
    std::int64_t id = 0;
    std::string first_name{};
    std::string last_name{};
    std::string number{};  // with or without "+", as a contact card shows it
};

// What every update carries beside its content.
struct Stamp {
    std::int64_t update_id = 0;
    std::int64_t message_id = 0;
    std::int64_t date = 0;  // seconds since 1970
};

// Updates as Telegram sends them, field by field (https://core.telegram.org/bots/api#update).
// `reply_to` is the message_id of a message of the bot; 0: none.
std::string text_update(
    const Person& person, const Stamp& stamp, std::string_view text, std::int64_t reply_to = 0
);
// The person's own card, sent with the button.
std::string contact_update(const Person& person, const Stamp& stamp);
// A card of somebody else, picked from the address book.
std::string foreign_contact_update(
    const Person& person, const Stamp& stamp, const Person& somebody
);
// A press of a button under the bot's message `pressed`.
std::string press_update(
    const Person& person, const Stamp& stamp, std::int64_t pressed, std::string_view handle
);
// A file that the person sends: `file_id` as the stand-in gave it.
struct SentFile {
    std::string file_id{};
    std::string name{};  // empty: a photo
    std::string mime = "application/pdf";
    std::int64_t size = 1000;
    std::string caption{};
    std::string album{};  // media_group_id; empty: alone
};
std::string file_update(
    const Person& person, const Stamp& stamp, const SentFile& file, std::int64_t reply_to = 0
);
// The person edits an own message; `stamp.message_id` is that message.
std::string edited_update(const Person& person, const Stamp& stamp, std::string_view text);
// The person blocks the bot.
std::string blocked_update(const Person& person, const Stamp& stamp);

// Hands out update ids and message ids, each once. May be shared between threads.
class Stamps {
public:
    // `date` is the time that the updates carry.
    explicit Stamps(std::int64_t date, std::int64_t first_update_id = 800000001);

    Stamp next();
    void set_date(std::int64_t date) { date_ = date; }

private:
    std::atomic<std::int64_t> update_id_;
    std::atomic<std::int64_t> message_id_{1000001};
    std::atomic<std::int64_t> date_;
};

// Seconds since 1970 of now.
std::int64_t unix_now();

}  // namespace support
