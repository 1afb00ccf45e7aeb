#pragma once

#include <memory>
#include <string>

#include "bot/cli/serve.hpp"
#include "bot/config.hpp"

namespace bot {

// The whole service: HTTP server, intake, splitter, workers, senders, scheduler. Meets every part
// once. start() to stop() are for one thread.
class Service {
public:
    // Both outlive the service.
    Service(const Config& config, const ServeOptions& options);
    ~Service();
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    // Returns the port. Throws std::system_error if the address is taken.
    std::uint16_t start();

    // RELIABILITY.md rule 38: stops accepting, finishes requests, takes no new work, lets sends in
    // flight end. Returns when all of it has ended.
    void stop();

private:
    class Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace bot
