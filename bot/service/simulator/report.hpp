#pragma once

#include <string>
#include <vector>

#include "adapters/simulator/receipt.hpp"
#include "bot/service/simulator/phones.hpp"

namespace bot::simulator {

// Tells the bot how far these messages of its have come, where the platform of the look does:
// WhatsApp; Telegram never says. Goes its own way to the bot: the faults are for what people do.
// Within the caller's transaction; the caller wakes the courier.
void report(
    storage::SimulatorStore& store,
    const Phones& phones,
    const std::string& address,
    adapters::DeliveryStatus status,
    std::vector<adapters::simulator::Receipt::Message> messages
);

}  // namespace bot::simulator
