#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "bot/log.hpp"
#include "bot/service/connection_limits.hpp"
#include "bot/service/http_guard.hpp"
#include "bot/service/http_pending_answer.hpp"
#include "bot/service/metrics.hpp"
#include "bot/service/router.hpp"

namespace boost::asio {
class io_context;
}

namespace bot {

// Times of one connection (RELIABILITY.md section 2.7).
struct HttpTimes {
    // For head and body together; the first one starts with the connection.
    std::chrono::milliseconds request{10'000};
    // For the handler, and again for writing the answer.
    std::chrono::milliseconds answer{10'000};
    // Between an answer and the first byte of the next request.
    std::chrono::milliseconds idle{15'000};
    // For the other side to close after an error, so that it can read the answer.
    std::chrono::milliseconds linger{1'000};
    // How long an idle connection still takes a request after the server was told to finish.
    std::chrono::milliseconds last_call{1'000};
};

// What all sessions of a server share. Outlives them.
struct SessionContext {
    const Router& router;
    const GuardRules& rules;
    const HttpTimes& times;
    BodyBudget& large_bodies;
    Metrics& metrics;
    LimitedLog& log;
    RunSlow run_slow;
    // Set when the server finishes: no answer keeps its connection.
    std::atomic<bool> finishing{false};
};

struct AcceptedSocket {
    int descriptor = -1;
    bool is_v6 = false;
    std::string peer;  // the address without port
};

// One connection: reads a request, guards it, has it answered, again and again. Runs on the threads
// of the io_context; the functions below may be called from any thread.
class HttpSession;

// Takes over the socket. Nothing is read before start_session().
std::shared_ptr<HttpSession> make_session(
    boost::asio::io_context& io, AcceptedSocket socket, SessionContext& context
);

// `ended` is called once, on a thread of the io_context, when the connection is closed.
void start_session(const std::shared_ptr<HttpSession>& session, std::function<void()> ended);

// Ends after the request that is being read or answered; if there is none, after the last call.
void finish_soon(const std::shared_ptr<HttpSession>& session);

// Closes without waiting for anything.
void close_now(const std::shared_ptr<HttpSession>& session);

}  // namespace bot
