#pragma once

#include <memory>
#include <string>
#include <vector>

#include "tests/support/fake_bot_api.hpp"
#include "tests/support/office.hpp"
#include "tests/support/postgres.hpp"
#include "tests/support/process.hpp"
#include "tests/support/webhook_client.hpp"

namespace support {

// What a world is made of.
struct WorldOptions {
    int staff = 10;
    std::string cluster_url{};  // empty: the shared cluster
    std::string binary = skpbot_binary();
    std::string defect{};  // DEFECT=…, for the binary with the named defects
    std::vector<std::string> serve_arguments{};
    Environment environment{};    // on top of what every world sets
    std::string import_folder{};  // empty: a made-up office with `staff` people, all bound
};

// Everything around one service: a fresh database, an office in it, people whose chats are bound,
// the stand-in for the Bot API, and the service itself, running and ready. For one thread, except
// where a part says otherwise.
class BotWorld {
public:
    // Throws std::runtime_error with the output of the program if it cannot be set up.
    explicit BotWorld(WorldOptions options);

    FakeBotApi& api() { return api_; }
    [[nodiscard]] const FakeBotApi& api() const { return api_; }
    ServiceProcess& service() { return service_; }
    const Office& office() const { return office_; }
    Stamps& stamps() { return stamps_; }
    [[nodiscard]] const std::string& database_url() const { return database_.url(); }
    [[nodiscard]] const Environment& environment() const { return environment_; }

    // A connection of its own, with the right secret.
    [[nodiscard]] WebhookClient client(std::chrono::milliseconds limit = std::chrono::seconds{30})
        const;

    // Runs another command of the same program on the same database.
    [[nodiscard]] CommandResult command(const std::vector<std::string>& arguments) const;

    // Whether within the limit nothing was left to do: no body to split, no message to work on.
    bool wait_until_worked_off(std::chrono::milliseconds limit) const;
    // The same, and no message left to send.
    bool wait_until_at_rest(std::chrono::milliseconds limit) const;

    // Waits until the chat has got more than `known` messages; empty if the limit was over first.
    [[nodiscard]] std::vector<SentMessage> wait_for_messages(
        const Person& person,
        std::size_t known,
        std::chrono::milliseconds limit = std::chrono::seconds{20}
    ) const;

    // Settings for tests that count messages: the stand-in has no limit per second.
    static Environment unpaced();

    static const std::string& token();
    static const std::string& secret();
    static const std::string& account();

private:
    TestDatabase database_;
    FakeBotApi api_;
    Office office_;
    Stamps stamps_;
    TemporaryFolder folder_;
    std::string binary_;
    Environment environment_;
    ServiceProcess service_;
};

// The year that it is, for an office whose period is open today.
int this_year();

}  // namespace support
