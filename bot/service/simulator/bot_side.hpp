#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "bot/service/simulator/phones.hpp"
#include "bot/service/simulator/refused.hpp"

namespace bot::simulator {

// What the bot sends.
struct FromBot {
    std::string address, mark, shown;
    std::optional<std::int64_t> reply_to;
    bool approved_words = false;  // of a template
};

// What the bot does with the phones, each call one transaction. Shared by all threads; the phones
// outlive it; each call throws storage::Outage if the database cannot be asked.
class BotSide {
public:
    explicit BotSide(Phones& phones) : phones_(phones) {}

    // Shown once per mark, and told as delivered in WhatsApp's look; 409 if the window of
    // WhatsApp's look is closed.
    Done show(const FromBot& message);
    // The person's messages up to that one are read, and an answer is being written.
    void seen(std::int64_t message);
    void remove_buttons(const std::string& address, std::int64_t message);

private:
    Phones& phones_;
};

}  // namespace bot::simulator
