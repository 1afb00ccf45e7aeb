#include "tests/bench/load.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <exception>
#include <string_view>

namespace bench {

namespace {

namespace asio = boost::asio;
using asio::use_awaitable;
using asio::ip::tcp;
using Clock = std::chrono::steady_clock;

std::string request_of(const std::string& body, const std::string& secret) {
    return "POST /webhook/telegram HTTP/1.1\r\nHost: 127.0.0.1\r\n"
           "Content-Type: application/json\r\nX-Telegram-Bot-Api-Secret-Token: " +
           secret + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

// The bytes that belong to the answer at the front of `received`; 0 if it is not whole yet.
std::size_t answer_length(std::string_view received) {
    constexpr std::string_view kLength = "Content-Length: ";
    const auto head_end = received.find("\r\n\r\n");
    if (head_end == std::string_view::npos) return 0;
    const auto field = received.substr(0, head_end).find(kLength);
    std::size_t body = 0;
    if (field != std::string_view::npos)
        for (std::size_t i = field + kLength.size(); received[i] >= '0' && received[i] <= '9'; ++i)
            body = body * 10 + static_cast<std::size_t>(received[i] - '0');
    const std::size_t whole = head_end + 4 + body;
    return received.size() >= whole ? whole : 0;
}

// Everything that the connections of one load share; one thread.
struct Load {
    const support::Plan& plan;
    const LoadOptions& options;
    asio::io_context io{1};
    long started = 0;
    LoadFigures figures{};
};

asio::awaitable<bool> post(tcp::socket& socket, const std::string& request, std::string& received) {
    co_await asio::async_write(socket, asio::buffer(request), use_awaitable);
    for (;;) {
        if (const std::size_t length = answer_length(received)) {
            const bool good = received.compare(9, 3, "200") == 0;
            received.erase(0, length);
            co_return good;
        }
        char chunk[2048];
        const std::size_t count =
            co_await socket.async_read_some(asio::buffer(chunk), use_awaitable);
        received.append(chunk, count);
    }
}

asio::awaitable<void> play(Load& load, std::size_t connection) {
    tcp::socket socket(load.io);
    co_await socket.async_connect(
        {asio::ip::address_v4::loopback(), load.options.port}, use_awaitable
    );
    socket.set_option(tcp::no_delay(true));
    asio::steady_timer timer(load.io);
    std::string received;
    const auto step = static_cast<std::size_t>(load.options.connections);
    bool more = true;
    for (std::size_t turn = 0; more; ++turn) {
        more = false;
        for (std::size_t chat = connection; chat < load.plan.size(); chat += step) {
            if (turn >= load.plan[chat].size()) continue;
            more = true;
            auto begin = Clock::now();
            if (load.options.per_second > 0) {
                begin = load.figures.begin +
                        std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(
                            static_cast<double>(load.started++) / load.options.per_second
                        ));
                timer.expires_at(begin);
                co_await timer.async_wait(use_awaitable);
            }
            const bool good = co_await post(
                socket, request_of(load.plan[chat][turn].body, load.options.secret), received
            );
            load.figures.times.push_back(
                std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin)
            );
            ++(good ? load.figures.answered_200 : load.figures.answered_otherwise);
        }
    }
}

}  // namespace

LoadFigures send_load(const support::Plan& plan, const LoadOptions& options) {
    Load load{.plan = plan, .options = options};
    load.figures.begin = Clock::now();
    std::exception_ptr failure;
    for (std::size_t i = 0; i < static_cast<std::size_t>(options.connections); ++i)
        asio::co_spawn(load.io, play(load, i), [&](std::exception_ptr error) {
            if (error) failure = error;
        });
    load.io.run();
    if (failure) std::rethrow_exception(failure);
    return std::move(load.figures);
}

}  // namespace bench
