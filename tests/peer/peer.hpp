#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/command.hpp"
#include "tests/support/ledger.hpp"
#include "tests/support/telegram_updates.hpp"
#include "tests/support/webhook_client.hpp"

namespace support {

// A message of the bot as the peer keeps it.
struct PeerMessage {
    std::int64_t chat = 0;
    std::int64_t message_id = 0;
    std::string text{};
    std::vector<ApiButton> buttons{};
};

// telegram-test-api in a process of its own (tests/peer/peer.js), and the people who chat through
// it. Ends with this object. For one thread.
class Peer {
public:
    // Webhooks for `public_address` are posted to `local_address`. NODE_PATH has to name the
    // folder that tests/peer/run.sh installs. Throws std::runtime_error if the peer does not start.
    Peer(std::string token, const std::string& public_address, const std::string& local_address);

    // "http://127.0.0.1:<port>"
    [[nodiscard]] const std::string& address() const { return address_; }

    // What a person does, at `date` (seconds since 1970). Throws std::runtime_error if the peer
    // does not take it.
    void says(
        const Person& person, std::int64_t date, std::string_view text, std::int64_t reply_to = 0
    );
    void shares_contact(const Person& person, std::int64_t date);
    void presses(
        const Person& person, std::int64_t date, const PeerMessage& message, std::size_t button
    );

    // Everything the bot has sent, oldest first.
    [[nodiscard]] std::vector<PeerMessage> sent();
    [[nodiscard]] std::vector<PeerMessage> sent_to(const Person& person);

    [[nodiscard]] std::string log() const;

private:
    std::string post(const std::string& route, const std::string& body);

    std::string token_;
    TemporaryFolder folder_;
    Child node_;
    std::string address_;
    HttpClient client_;
};

}  // namespace support
