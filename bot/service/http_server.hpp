#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "bot/service/http_session.hpp"
#include "bot/service/metrics.hpp"
#include "bot/service/router.hpp"

namespace bot {

struct HttpServerOptions {
    HttpTimes times;
    std::vector<std::string> hosts;  // as GuardRules::hosts
    std::vector<std::string> single_fields;
    std::size_t max_connections = 6'000;
    std::size_t connections_per_peer = 64;
    std::vector<std::string> trusted_proxies;  // addresses without a limit of their own
    int threads = 1;                           // of the network
    int slow_threads = 2;                      // for handlers that block
    std::size_t max_slow_waiting = 256;        // requests that wait for one of them; above: 503
    std::size_t large_body_bytes = std::size_t{128} << 20U;  // of bodies over 64 KiB, all together
};

// The HTTP server. Owns its threads. start() to stop() are for one thread; connections() for any.
class HttpServer {
public:
    // `metrics` must outlive the server; so must what the handlers of the router refer to.
    HttpServer(Router router, HttpServerOptions options, Metrics& metrics);
    // Stops.
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    // Listens on "address:port" ("127.0.0.1:8080", "[::1]:0") and starts the threads. Returns the
    // port, which the system chose if it was 0. Throws std::system_error if that is not possible.
    // At most once.
    std::uint16_t start(std::string_view address);

    // Takes what already waits in the queue of the socket, then closes it. Open connections end
    // after their current request, idle ones after HttpTimes::last_call. Waits only for the queue.
    void stop_accepting();

    // After stop_accepting(): waits until every connection has ended; false if the time ended
    // first.
    bool drain(std::chrono::milliseconds at_most);

    // Closes what is still open and ends the threads; waits for slow handlers that run. Handlers
    // that answer later answer into nothing. May be called again.
    void stop();

    [[nodiscard]] std::size_t connections() const;

private:
    class Core;
    std::unique_ptr<Core> core_;
};

}  // namespace bot
