#include "tests/support/day.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <stdexcept>

#include "tests/support/postgres.hpp"
#include "tests/support/wait.hpp"

namespace support {

namespace {

constexpr std::chrono::seconds kRestLimit{60};
constexpr char kUnfinished[] =
    "SELECT (SELECT count(*) FROM inbox WHERE state = 'new') + "
    "(SELECT count(*) FROM event WHERE state = 'open') + "
    "(SELECT count(*) FROM outbox WHERE state = 'waiting')";

std::string with_margin(const std::string& text) {
    std::string result;
    for (const char c : text) {
        result += c;
        if (c == '\n') result += "   | ";
    }
    return result;
}

std::string spoken(const SentMessage& message) {
    std::string text = message.text;
    std::string buttons;
    for (const ApiButton& button : message.buttons)
        buttons += (buttons.empty() ? "[" : " [") + button.label + "]";
    if (message.asks_for_contact) buttons = "[tombol bagikan kontak]";
    return buttons.empty() ? text : text + "\n" + buttons;
}

}  // namespace

std::int64_t unix_of(std::string_view rfc3339) {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int zone = 0;
    const int found = std::sscanf(
        std::string(rfc3339).c_str(),
        "%4d-%2u-%2uT%2d:%2d:%2d%3d:00",
        &year,
        &month,
        &day,
        &hour,
        &minute,
        &second,
        &zone
    );
    if (found != 7) throw std::runtime_error("not a time: " + std::string(rfc3339));
    const std::chrono::sys_days date = std::chrono::year{year} / month / day;
    const auto time = date + std::chrono::hours{hour - zone} + std::chrono::minutes{minute} +
                      std::chrono::seconds{second};
    return std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
}

const Person& siti() {
    static const Person person{
        .id = 5200000004, .first_name = "Siti", .last_name = "Aminah", .number = "6281255500004"};
    return person;
}

const Person& ratna() {
    static const Person person{
        .id = 5200000002,
        .first_name = "Ratna",
        .last_name = "Wulandari",
        .number = "6281255500002"};
    return person;
}

Day::Day(DayParts parts, std::string_view clock)
    : parts_(std::move(parts)),
      client_(parts_.service.port(), parts_.secret),
      stamps_(unix_of(clock)),
      known_(parts_.api.sent_count()),
      known_after_(known_),
      transcript_("[" + std::string(clock) + "]\n") {}

void Day::says(const Person& person, const std::string& text) {
    write(person.first_name, text);
    names_[person.id] = person.first_name;
    post(text_update(person, stamps_.next(), text));
}

void Day::shares_contact(const Person& person) {
    write(person.first_name, "(membagikan kontak sendiri)");
    names_[person.id] = person.first_name;
    post(contact_update(person, stamps_.next()));
}

void Day::replies(const Person& person, const std::string& text) {
    const auto sent = parts_.api.sent_to(person.id);
    if (sent.empty()) throw std::runtime_error("nothing to reply to: " + text);
    write(person.first_name, "(membalas pesan terakhir) " + text);
    post(text_update(person, stamps_.next(), text, sent.back().message_id));
}

void Day::presses(const Person& person, const std::string& label) {
    const auto sent = parts_.api.sent_to(person.id);
    for (auto message = sent.rbegin(); message != sent.rend(); ++message)
        for (const ApiButton& button : message->buttons) {
            if (button.label != label) continue;
            write(person.first_name, "(menekan tombol) " + label);
            post(press_update(person, stamps_.next(), message->message_id, button.handle));
            return;
        }
    throw std::runtime_error("no button " + label);
}

void Day::clock_to(std::string_view rfc3339) {
    transcript_ += "\n[" + std::string(rfc3339) + "]\n";
    known_ = known_after_;
    HttpClient client(parts_.service.port(), kRestLimit);
    const auto answer = client.send(
        {.method = "POST",
         .target = "/demo/clock",
         .fields = {{"Content-Type", "application/json"}},
         .body = R"({"now":")" + std::string(rfc3339) + R"("})"}
    );
    if (!answer || answer->status / 100 != 2)
        throw std::runtime_error(
            "POST /demo/clock: " + (answer ? std::to_string(answer->status) + " " + answer->body
                                           : std::string("no answer"))
        );
    stamps_.set_date(unix_of(rfc3339));
    finish_step();
}

void Day::post(const std::string& update) {
    known_ = known_after_;
    const int status = client_.post(update);
    if (status != 200) throw std::runtime_error("the webhook answered " + std::to_string(status));
    finish_step();
}

void Day::finish_step() {
    const bool at_rest = wait_until(
        [&] { return query_number(parts_.database_url, kUnfinished) == 0; },
        kRestLimit,
        std::chrono::milliseconds{20}
    );
    if (!at_rest) throw std::runtime_error("the bot does not come to rest");
    auto sent = parts_.api.sent();
    known_after_ = sent.size();
    sent.erase(sent.begin(), sent.begin() + static_cast<std::ptrdiff_t>(known_));
    // Several people are told at the same time; by name the transcript is always the same.
    std::stable_sort(sent.begin(), sent.end(), [&](const auto& left, const auto& right) {
        return name_of(left.chat) < name_of(right.chat);
    });
    for (const SentMessage& message : sent)
        write("bot kepada " + name_of(message.chat), spoken(message));
}

void Day::write(const std::string& speaker, const std::string& text) {
    transcript_ += speaker + ": " + with_margin(text) + "\n";
}

std::string Day::name_of(std::int64_t chat) const {
    const auto found = names_.find(chat);
    return found == names_.end() ? "chat " + std::to_string(chat) : found->second;
}

std::vector<SentMessage> Day::told(const Person& person) const {
    std::vector<SentMessage> messages;
    const auto sent = parts_.api.sent();
    for (std::size_t i = known_; i < std::min(known_after_, sent.size()); ++i)
        if (sent[i].chat == person.id) messages.push_back(sent[i]);
    return messages;
}

bool Day::was_told(const Person& person, std::string_view words) const {
    const auto messages = told(person);
    return std::any_of(messages.begin(), messages.end(), [&](const SentMessage& message) {
        return holds(message, words);
    });
}

void play_working_day(Day& day) {
    day.says(siti(), "/start");
    day.shares_contact(siti());
    day.says(siti(), "199203152015032904");
    day.says(ratna(), "/start");
    day.shares_contact(ratna());
    day.says(ratna(), "198204122006042902");
    day.says(siti(), "realisasi rhk 1 3 laporan");
    day.clock_to("2026-04-27T08:15:00+07:00");
    day.replies(ratna(), "setuju");
    day.clock_to("2026-04-27T08:30:00+07:00");
    day.clock_to("2026-04-28T08:00:00+07:00");
}

}  // namespace support
