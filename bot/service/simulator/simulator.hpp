#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "adapters/simulator/simulator.hpp"
#include "bot/clock.hpp"
#include "bot/service/router.hpp"
#include "bot/service/service_parts.hpp"
#include "bot/service/simulator/courier.hpp"
#include "bot/service/simulator/faults.hpp"
#include "bot/service/simulator/feed.hpp"
#include "bot/service/simulator/phones.hpp"
#include "bot/service/simulator/send_rate.hpp"

namespace bot::simulator {

// The simulated platform of `serve --demo`, all its parts together. The bot knows it as a platform
// like any other; it knows the bot by its webhook. Outlives the server and the loops.
class Simulator final : public TurnWatch {
public:
    // `requests`: the file in which the demo's script is asked for what a process cannot do itself;
    // empty: there is no script. The clock outlives it.
    Simulator(const std::string& database_url, DemoClock& clock, std::string requests);

    // Takes up look and clock where an earlier process left them. Throws storage::Outage.
    void restore();

    void add_routes(Router& router);

    // The address under which the service now listens, and its own routes can be reached.
    void listens_on(std::string_view listen, std::uint16_t port);

    [[nodiscard]] const adapters::Platform& platform() const { return platform_; }
    // Only after listens_on().
    [[nodiscard]] std::unique_ptr<adapters::PlatformClient> client() const;
    Courier& courier() { return *courier_; }
    Feed& feed() { return feed_; }
    Signal& told() { return told_; }
    Signal& handed_in() { return handed_in_; }

    // Whether the bot has been told everything whose time has come.
    bool at_rest();
    // After the clock was moved.
    void clock_moved() { phones_.clock_moved(); }

    // Writes the page's log, and ends the process where the page asked for it.
    void turns_committed(const std::vector<std::pair<std::string, std::string>>& chats) override;

private:
    [[nodiscard]] bool restart_database() const;

    DemoClock& clock_;
    const std::string requests_;
    const std::string secret_;
    adapters::Simulator platform_;
    adapters::simulator::LookSwitch look_;
    Faults faults_;
    SendRate rate_;
    Signal told_, handed_in_;
    Phones phones_;
    Feed feed_;
    std::string address_;
    std::unique_ptr<Courier> courier_;
};

}  // namespace bot::simulator
