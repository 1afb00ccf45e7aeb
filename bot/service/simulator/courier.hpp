#pragma once

#include <memory>
#include <string>

#include "adapters/http_client.hpp"
#include "bot/service/loop.hpp"
#include "bot/service/simulator/phones.hpp"

namespace bot::simulator {

// Brings what people did on their phones to the bot, as a platform does: one webhook after the
// other over HTTP, again until the bot says 200. What it has not said 200 to is still there after a
// kill. Its steps run on one thread.
class Courier {
public:
    // `address` is the service's own. Phones and faults outlive it.
    Courier(Phones& phones, const Faults& faults, std::string address, std::string secret);

    StepResult step();
    void reset();

private:
    bool hand_over(const storage::AntarPonsel& delivery);
    void arrived(const storage::AntarPonsel& delivery);

    Phones& phones_;
    const Faults& faults_;
    const std::string address_, secret_;
    std::unique_ptr<adapters::HttpClient> http_;
    bool refused_before_ = false;
    std::string last_;  // the body that was taken last
};

}  // namespace bot::simulator
