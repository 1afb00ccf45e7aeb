#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "adapters/platform.hpp"
#include "bot/service/simulator/phones.hpp"

namespace bot::simulator {

// One thing that a person does with his phone.
struct Deed {
    std::string address;
    adapters::Content content;
    std::optional<std::int64_t> reply_to{};
    std::string shown{};      // of the message that it makes, as JSON; empty: it makes none
    std::int64_t edited = 0;  // the message that it changes; 0: none
    std::optional<storage::Kabar> also{};
    std::string word;  // for the log: "Pesan"
    // The page's mark of the message; empty: it gave none. Another one with a known mark is that
    // message once more, and nothing happens.
    std::string key{};
};

// Shows the message, puts the webhook body where the courier finds it, in the way that the armed
// fault wants, and writes the page's log. The id of the message; 0 if it makes none.
std::int64_t do_deed(storage::Transaction& transaction, Phones& phones, const Deed& deed);

}  // namespace bot::simulator
