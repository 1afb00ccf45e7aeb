#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "bot/service/simulator/phones.hpp"
#include "bot/service/simulator/refused.hpp"

namespace bot::simulator {

// A person with his phone: what he does there. Every act is one transaction and wakes the page and
// the bot. For one thread; the phones outlive it; each call throws storage::Outage if the database
// cannot be asked.
class Person {
public:
    Person(Phones& phones, std::string address) : phones_(phones), address_(std::move(address)) {}

    // `key` as in Deed: with a known one it is that message again, whatever the text.
    Done write(
        const std::string& text, std::optional<std::int64_t> reply_to, const std::string& key
    );
    // Gives a text of his own other words, in Telegram's look; 409 for what cannot be edited. The
    // same words change nothing.
    Done edit(std::int64_t message, const std::string& text);
    // 404 without such a message, 409 if it does not show that button. In WhatsApp's look the press
    // is a message.
    Done press(std::int64_t message, const std::string& handle);
    Done react(std::int64_t message, const std::string& emoji);
    // 409 if his data has no number.
    Done share_contact();
    // All that the bot has sent so far; told to the bot in WhatsApp's look.
    void read();

private:
    // Runs `call(storage::Transaction&)`, commits, and wakes both sides.
    template <class Call>
    auto act(Call call) {
        auto result = phones_.with_transaction(call);
        phones_.news_for_all();
        return result;
    }

    Phones& phones_;
    const std::string address_;
};

}  // namespace bot::simulator
