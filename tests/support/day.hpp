#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/fake_bot_api.hpp"
#include "tests/support/process.hpp"
#include "tests/support/telegram_updates.hpp"
#include "tests/support/webhook_client.hpp"

namespace support {

// What a day is played with; all of it must outlive the day. The service runs with `--demo` and a
// clock.
struct DayParts {
    FakeBotApi& api;
    ServiceProcess& service;
    std::string database_url;
    std::string secret;
};

// Plays people who write to the bot, one after the other, and a clock that is moved by hand. Every
// step waits until the bot has nothing left to do, and adds what was said to the transcript. For
// one thread.
class Day {
public:
    // `clock` is the time at which the service was started (RFC 3339).
    Day(DayParts parts, std::string_view clock);

    // Every step throws std::runtime_error if the service does not take it or does not come to
    // rest.
    void says(const Person& person, const std::string& text);
    void shares_contact(const Person& person);
    // Answers the newest message of the bot in the person's chat.
    void replies(const Person& person, const std::string& text);
    // Presses the button with this label under the newest message that has it.
    void presses(const Person& person, const std::string& label);
    // Moves the clock forward.
    void clock_to(std::string_view rfc3339);

    // What the bot told the person in the last step, in order.
    [[nodiscard]] std::vector<SentMessage> told(const Person& person) const;
    // Whether one of these messages holds the words.
    [[nodiscard]] bool was_told(const Person& person, std::string_view words) const;

    [[nodiscard]] const std::string& transcript() const { return transcript_; }

private:
    void post(const std::string& update);
    void finish_step();
    void write(const std::string& speaker, const std::string& text);
    std::string name_of(std::int64_t chat) const;

    DayParts parts_;
    WebhookClient client_;
    Stamps stamps_;
    std::map<std::int64_t, std::string> names_;
    std::size_t known_ = 0;        // length of the ledger before the last step
    std::size_t known_after_ = 0;  // and behind it
    std::string transcript_;
};

// Seconds since 1970 of "2026-04-27T08:00:00+07:00". Throws std::runtime_error if it is not one.
std::int64_t unix_of(std::string_view rfc3339);

// Siti and Ratna of bot/demo.
const Person& siti();
const Person& ratna();

// The working day of ARCHITECTURE.md section 5: both bind, Siti reports, Ratna decides by reply, a
// reminder comes. Begins at 2026-04-27T08:00:00+07:00.
void play_working_day(Day& day);

}  // namespace support
