#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "storage/connection.hpp"

namespace storage {

// Where one person is on one channel.
struct ConversationAddress {
    std::string channel, account, address;
    std::string number{};  // telephone number that the platform vouches for; empty: none told
};

// The conversations of these addresses, in their order, made where they are new. One who was known
// by number alone goes on under his new address, and where only the number is told it is the
// conversation that had it last (PLATFORMS.md section 9).
std::vector<std::int64_t> ensure_conversations(
    Transaction& transaction, std::span<const ConversationAddress> addresses
);

}  // namespace storage
