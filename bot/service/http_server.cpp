#include "bot/service/http_server.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <atomic>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cerrno>
#include <future>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <unordered_map>
#include <utility>

#include "bot/service/http_sockets.hpp"
#include "bot/service/http_syntax.hpp"

namespace bot {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

constexpr auto kAsTuple = asio::as_tuple(asio::use_awaitable);

// After so many connections in a row the other work of the thread gets its turn.
constexpr int kAcceptsPerTurn = 64;

// Rest after an accept that failed for want of descriptors or memory.
constexpr std::chrono::milliseconds kAcceptPause{10};

tcp::endpoint resolve(asio::io_context& io, std::string_view address) {
    const std::string_view host = without_port(address);
    if (host.empty() || host.size() + 1 >= address.size() || address[host.size()] != ':') {
        throw std::system_error(std::make_error_code(std::errc::invalid_argument), "listen");
    }
    const bool bracketed = host.front() == '[';
    const std::string name(bracketed ? host.substr(1, host.size() - 2) : host);
    tcp::resolver resolver(io);
    const auto found = resolver.resolve(
        name,
        std::string(address.substr(host.size() + 1)),
        tcp::resolver::passive | tcp::resolver::numeric_service
    );
    return found.begin()->endpoint();
}

}  // namespace

class HttpServer::Core {
public:
    Core(Router router, HttpServerOptions options, Metrics& metrics)
        : options_(std::move(options)),
          router_(std::move(router)),
          rules_(router_.rules(options_.hosts, options_.single_fields)),
          metrics_(metrics),
          limits_(
              options_.max_connections, options_.connections_per_peer, options_.trusted_proxies
          ),
          large_bodies_(options_.large_body_bytes),
          context_{
              router_,
              rules_,
              options_.times,
              large_bodies_,
              metrics,
              log_,
              [this](std::function<void()> task) { return run_slow(std::move(task)); }},
          io_(options_.threads),
          accepting_(asio::make_strand(io_)),
          acceptor_(accepting_),
          pause_(accepting_),
          work_(io_.get_executor()),
          slow_(static_cast<std::size_t>(options_.slow_threads)) {}

    // A thread that cannot be joined ends the program, and nothing else can throw here.
    // NOLINTNEXTLINE(bugprone-exception-escape)
    ~Core() { stop(); }
    Core(const Core&) = delete;
    Core& operator=(const Core&) = delete;

    std::uint16_t start(std::string_view address) {
        const tcp::endpoint endpoint = listen(address);
        const std::uint16_t port = acceptor_.local_endpoint().port();
        is_v6_ = endpoint.protocol() == tcp::v6();
        asio::co_spawn(accepting_, accept_loop(), asio::detached);
        for (int i = 0; i < options_.threads; ++i) {
            threads_.emplace_back([this] { io_.run(); });
        }
        return port;
    }

    void stop_accepting() {
        if (threads_.empty()) return;
        std::promise<void> closed;
        asio::post(accepting_, [this, &closed] {
            if (acceptor_.is_open()) {
                while (accept_some()) {
                }
                boost::system::error_code ignored;
                acceptor_.close(ignored);
                pause_.cancel();
            }
            closed.set_value();
        });
        closed.get_future().wait();
        context_.finishing = true;
        for_each_session(finish_soon);
    }

    bool drain(std::chrono::milliseconds at_most) { return limits_.wait_until_none(at_most); }

    void stop() {
        if (threads_.empty()) return;
        stop_accepting();
        for_each_session(close_now);
        work_.reset();
        for (std::thread& thread : threads_) thread.join();
        threads_.clear();
        slow_.stop();
        slow_.join();
    }

    [[nodiscard]] std::size_t connections() const { return limits_.open(); }

private:
    tcp::endpoint listen(std::string_view address) {
        try {
            tcp::endpoint endpoint = resolve(io_, address);
            acceptor_.open(endpoint.protocol());
            acceptor_.set_option(tcp::acceptor::reuse_address(true));
            acceptor_.bind(endpoint);
            acceptor_.listen(tcp::acceptor::max_listen_connections);
            acceptor_.non_blocking(true);
            return endpoint;
        } catch (const boost::system::system_error& problem) {
            throw std::system_error(problem.code(), "listen on " + std::string(address));
        }
    }

    asio::awaitable<void> accept_loop() {
        while (acceptor_.is_open()) {
            const auto [error] = co_await acceptor_.async_wait(tcp::acceptor::wait_read, kAsTuple);
            if (error || !acceptor_.is_open()) break;
            accept_some();
            if (!short_of_descriptors_) continue;
            short_of_descriptors_ = false;
            pause_.expires_after(kAcceptPause);
            co_await pause_.async_wait(kAsTuple);
        }
    }

    // Takes in what waits, at most one turn of it. False if nothing more waits or can be taken.
    bool accept_some() {
        const int listening = acceptor_.native_handle();
        for (int i = 0; i < kAcceptsPerTurn; ++i) {
            const TakenSocket taken = take_connection(listening);
            if (taken.descriptor >= 0) {
                admit(taken.descriptor, taken.peer);
            } else if (is_shortage(taken.error)) {
                short_of_descriptors_ = true;
                report_shortage();
                if (!reserve_.turn_away_next(listening)) return false;
            } else if (taken.error == EAGAIN || taken.error == EBADF || taken.error == EINVAL) {
                return false;
            }
            // Everything else is the end of that one connection.
        }
        return true;
    }

    void report_shortage() {
        metrics_.count(kHttpConnectionsRefused, {"descriptors"});
        if (const auto held_back = log_.admit("accept")) {
            spdlog::error(
                fmt::format("connection refused reason=descriptors held_back={}", *held_back)
            );
        }
    }

    void admit(int descriptor, const std::string& peer) {
        const ConnectionLimits::Verdict verdict = limits_.enter(peer);
        if (verdict != ConnectionLimits::Verdict::Admitted) {
            const bool of_peer = verdict == ConnectionLimits::Verdict::TooManyOfPeer;
            metrics_.count(kHttpConnectionsRefused, {of_peer ? "peer" : "total"});
            turn_away(descriptor);
            return;
        }
        send_at_once(descriptor);
        std::shared_ptr<HttpSession> session;
        try {
            session = make_session(io_, {descriptor, is_v6_, peer}, context_);
        } catch (const std::exception&) {
            // The kernel watches no further socket.
            short_of_descriptors_ = true;
            turn_away(descriptor);
            limits_.leave(peer);
            return;
        }
        open_session(session, peer);
    }

    void open_session(const std::shared_ptr<HttpSession>& session, const std::string& peer) {
        HttpSession* const key = session.get();
        {
            const std::lock_guard lock(mutex_);
            sessions_.emplace(key, session);
        }
        metrics_.set(kHttpConnections, static_cast<double>(limits_.open()));
        start_session(session, [this, key, peer] {
            {
                const std::lock_guard lock(mutex_);
                sessions_.erase(key);
            }
            limits_.leave(peer);
            metrics_.set(kHttpConnections, static_cast<double>(limits_.open()));
        });
    }

    template <class Action>
    void for_each_session(Action action) {
        const std::lock_guard lock(mutex_);
        for (const auto& [key, weak] : sessions_) {
            if (const auto session = weak.lock()) action(session);
        }
    }

    bool run_slow(std::function<void()> task) {
        if (slow_waiting_.fetch_add(1) >= options_.max_slow_waiting) {
            --slow_waiting_;
            return false;
        }
        asio::post(slow_, [this, task = std::move(task)] {
            task();
            --slow_waiting_;
        });
        return true;
    }

    const HttpServerOptions options_;
    const Router router_;
    const GuardRules rules_;
    Metrics& metrics_;
    LimitedLog log_;
    ConnectionLimits limits_;
    BodyBudget large_bodies_;
    SessionContext context_;
    std::mutex mutex_;
    std::unordered_map<HttpSession*, std::weak_ptr<HttpSession>> sessions_;
    std::atomic<std::size_t> slow_waiting_{0};

    asio::io_context io_;
    asio::strand<asio::io_context::executor_type> accepting_;
    tcp::acceptor acceptor_;
    asio::steady_timer pause_;
    asio::executor_work_guard<asio::io_context::executor_type> work_;
    asio::thread_pool slow_;
    std::vector<std::thread> threads_;
    ReserveDescriptor reserve_;
    bool is_v6_ = false;
    bool short_of_descriptors_ = false;
};

HttpServer::HttpServer(Router router, HttpServerOptions options, Metrics& metrics)
    : core_(std::make_unique<Core>(std::move(router), std::move(options), metrics)) {}

HttpServer::~HttpServer() = default;

std::uint16_t HttpServer::start(std::string_view address) {
    return core_->start(address);
}
void HttpServer::stop_accepting() {
    core_->stop_accepting();
}
bool HttpServer::drain(std::chrono::milliseconds at_most) {
    return core_->drain(at_most);
}
void HttpServer::stop() {
    core_->stop();
}
std::size_t HttpServer::connections() const {
    return core_->connections();
}

}  // namespace bot
