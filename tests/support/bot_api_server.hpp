#pragma once

#include <memory>

#include "tests/support/bot_api_state.hpp"

namespace support {

// The HTTP side of the stand-in: an acceptor and its connections on one thread of its own, kept
// alive, hundreds at once. Ends all of them when it goes out of scope.
class BotApiServer {
public:
    // Listens on 127.0.0.1 at once; `state` must outlive it.
    BotApiServer(BotApiState& state, unsigned short port);
    ~BotApiServer();
    BotApiServer(const BotApiServer&) = delete;
    BotApiServer& operator=(const BotApiServer&) = delete;

    [[nodiscard]] unsigned short port() const;

    // Lets waiting getUpdates look again.
    void wake_polls();

private:
    class Network;
    std::unique_ptr<Network> network_;
};

}  // namespace support
