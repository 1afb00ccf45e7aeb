#include "bot/service/http_session.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <optional>
#include <utility>

#include "bot/service/http_answer.hpp"
#include "bot/service/http_request.hpp"
#include "bot/service/http_reservation.hpp"

#if defined(__GNUC__) && !defined(__clang__)
// With a sanitizer, g++ 12 inlines only one half of Asio's allocation of coroutine frames and takes
// the two halves for a mismatch.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
#endif

namespace bot {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;

namespace {

constexpr auto kToken = asio::as_tuple(asio::use_awaitable);

// Enough for a body of 4 MiB (RELIABILITY.md section 2.7); a default one grows without end.
constexpr std::size_t kMaxBufferBytes = 65536;
constexpr std::size_t kReadBytes = 4096;
constexpr std::size_t kBodyReadBytes = 32768;

// After an error, this much of what still arrives is read and dropped.
constexpr std::size_t kMaxDroppedBytes = 16384;

constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

using Parser = http::request_parser<http::string_body>;

// Whether Beast read the same as the guard. If not, nobody knows where the request ends.
bool agrees(const Parser& parser, const RequestHead& head) {
    const std::uint64_t length = parser.content_length().value_or(0);
    const auto target = parser.get().target();
    const auto method = parser.get().method_string();
    return parser.is_header_done() && !parser.chunked() && length == head.content_length &&
           std::string_view(target.data(), target.size()) == head.target &&
           std::string_view(method.data(), method.size()) == head.method;
}

}  // namespace

class HttpSession : public std::enable_shared_from_this<HttpSession> {
public:
    HttpSession(asio::io_context& io, AcceptedSocket socket, SessionContext& context)
        : context_(context),
          peer_(std::move(socket.peer)),
          stream_(tcp::socket(
              asio::make_strand(io), socket.is_v6 ? tcp::v6() : tcp::v4(), socket.descriptor
          )),
          buffer_(kMaxBufferBytes),
          wake_(stream_.get_executor()),
          last_call_(stream_.get_executor()) {}

    auto executor() { return stream_.get_executor(); }

    // Serves requests until the connection ends. `self` keeps the session alive meanwhile.
    static asio::awaitable<void> run(std::shared_ptr<HttpSession> self) {
        auto after = After::Keep;
        for (bool first = true; after == After::Keep && !self->closing_; first = false) {
            after = co_await self->serve_one(first);
        }
        if (after == After::Close && !self->closing_) co_await self->close_gently();
        self->stream_.close();
        self->last_call_.cancel();
    }

    // On the session's strand.
    void call_last() {
        if (streaming_) return close();
        last_call_.expires_after(context_.times.last_call);
        last_call_.async_wait([self = shared_from_this()](const boost::system::error_code& error) {
            if (!error && self->idle_) self->close();
        });
    }

    // On the session's strand.
    void close() {
        closing_ = true;
        stream_.close();
        wake_.cancel();
        last_call_.cancel();
    }

private:
    enum class After { Keep, Close, Gone };

    [[nodiscard]] std::string_view buffered() const {
        return {static_cast<const char*>(buffer_.data().data()), buffer_.size()};
    }

    // Reads until a head is there or cannot come any more; nothing if the connection ended.
    asio::awaitable<std::optional<HeadProgress>> read_head(bool first) {
        std::size_t seen = 0;
        idle_ = true;
        stream_.expires_after(first ? context_.times.request : context_.times.idle);
        while (true) {
            const HeadProgress progress = find_head(buffered(), seen);
            if (progress.state != HeadProgress::State::Incomplete) co_return progress;
            seen = buffer_.size();
            const auto [error, bytes] =
                co_await stream_.async_read_some(buffer_.prepare(kReadBytes), kToken);
            if (error) co_return std::nullopt;
            buffer_.commit(bytes);
            if (idle_ && !first) stream_.expires_after(context_.times.request);
            idle_ = false;
        }
    }

    asio::awaitable<After> serve_one(bool first) {
        const std::optional<HeadProgress> progress = co_await read_head(first);
        idle_ = false;
        if (!progress) co_return After::Gone;
        const std::string_view bytes = buffered().substr(
            0,
            progress->state == HeadProgress::State::Complete ? progress->length : kMaxHeadBytes + 1
        );
        const auto head = check_head(bytes, context_.rules);
        if (!head) co_return co_await refuse(head.error());
        co_return co_await serve(*head);
    }

    // The head points into the buffer: it ends with the first byte that the parser takes.
    asio::awaitable<After> serve(const RequestHead& head) {
        HttpRequest request = to_request(head, peer_);
        const std::size_t route = head.route;
        const bool wants_more = head.keep_alive;
        const bool expects_continue = head.expects_continue;
        const std::uint64_t length = head.content_length;

        Reservation reservation(context_.large_bodies);
        if (!reservation.take(length)) {
            co_return co_await write(unavailable_response(), After::Close);
        }
        Parser parser;
        parser.header_limit(kMaxHeadBytes);
        parser.body_limit(length);
        boost::system::error_code failure;
        const std::size_t taken = parser.put(buffer_.data(), failure);
        if (failure || !agrees(parser, head)) {
            co_return co_await refuse(Refusal{400, "parser", {}});
        }
        buffer_.consume(taken);
        if (!co_await read_body(parser, expects_continue && buffer_.size() < length)) {
            co_return After::Gone;
        }
        request.body = std::move(parser.get().body());

        HttpResponse response = co_await answer(std::move(request), route);
        if (response.delivery == Delivery::Lost) co_return After::Gone;
        if (response.stream) co_return co_await write_stream(std::move(response));
        const bool keep = response.status < 400 && wants_more && buffer_.size() == 0 &&
                          !context_.finishing && !closing_;
        co_return co_await write(std::move(response), keep ? After::Keep : After::Close);
    }

    asio::awaitable<bool> read_body(Parser& parser, bool say_continue) {
        if (say_continue) {
            const auto [error, bytes] =
                co_await asio::async_write(stream_, asio::buffer(kContinue), kToken);
            if (error) co_return false;
        }
        boost::system::error_code failure;
        while (!parser.is_done() && !failure) {
            if (buffer_.size() == 0) {
                const auto [error, bytes] =
                    co_await stream_.async_read_some(buffer_.prepare(kBodyReadBytes), kToken);
                if (error) co_return false;
                buffer_.commit(bytes);
            }
            buffer_.consume(parser.put(buffer_.data(), failure));
        }
        co_return !failure;
    }

    // Has the request answered by its route's handler, or says 503 if that takes too long.
    asio::awaitable<HttpResponse> answer(HttpRequest request, std::size_t route) {
        const auto pending = std::make_shared<PendingAnswer>([weak = weak_from_this()] {
            const auto self = weak.lock();
            if (!self) return;
            asio::post(self->executor(), [self] { self->wake_.cancel(); });
        });
        call_handler(
            context_.router.handler(route),
            std::move(request),
            pending,
            context_.run_slow,
            context_.log
        );
        const auto end = std::chrono::steady_clock::now() + context_.times.answer;
        // A cancelled wait may belong to an earlier answer, hence the loop.
        while (!pending->has_come() && !closing_ && std::chrono::steady_clock::now() < end) {
            wake_.expires_at(end);
            co_await wake_.async_wait(kToken);
        }
        std::optional<HttpResponse> response = pending->end();
        if (!response) {
            context_.metrics.count(kHttpRefusals, {"answer_time"});
            co_return unavailable_response();
        }
        co_return std::move(*response);
    }

    asio::awaitable<After> refuse(Refusal refusal) {
        context_.metrics.count(kHttpRefusals, {refusal.reason});
        if (const auto held_back = context_.log.admit("refused " + peer_)) {
            spdlog::warn(fmt::format(
                "request refused peer={} status={} reason={} bytes={} held_back={}",
                peer_,
                refusal.status,
                refusal.reason,
                buffer_.size(),
                *held_back
            ));
        }
        HttpResponse response = error_response(refusal.status, status_text(refusal.status));
        if (!refusal.allow.empty()) response.fields.push_back({"Allow", refusal.allow});
        // Who asks with HEAD takes no body.
        if (buffered().starts_with("HEAD ")) response.body.clear();
        co_return co_await write(std::move(response), After::Close);
    }

    asio::awaitable<After> write(HttpResponse response, After after) {
        context_.metrics.count(kHttpRequests, {std::to_string(response.status)});
        const std::string bytes = answer_bytes(
            std::move(response),
            after == After::Keep ? Persistence::KeepAlive : Persistence::Close,
            std::chrono::system_clock::now()
        );
        stream_.expires_after(context_.times.answer);
        const auto [error, written] =
            co_await asio::async_write(stream_, asio::buffer(bytes), kToken);
        co_return error ? After::Gone : after;
    }

    // An answer without end: ends with its stream, with the reader, and at once when the server
    // finishes. Who reads slowly has the time of an answer for each piece.
    asio::awaitable<After> write_stream(HttpResponse response) {
        const auto stream = response.stream;
        context_.metrics.count(kHttpRequests, {std::to_string(response.status)});
        std::string bytes =
            answer_bytes(std::move(response), Persistence::Close, std::chrono::system_clock::now());
        streaming_ = true;
        while (!bytes.empty() && !closing_ && !context_.finishing) {
            stream_.expires_after(context_.times.answer);
            const auto [error, written] =
                co_await asio::async_write(stream_, asio::buffer(bytes), kToken);
            if (error) break;
            bytes = co_await next_piece(*stream);
        }
        co_return After::Gone;
    }

    asio::awaitable<std::string> next_piece(HttpStream& stream) {
        const auto pending = std::make_shared<PendingAnswer>([weak = weak_from_this()] {
            const auto self = weak.lock();
            if (!self) return;
            asio::post(self->executor(), [self] { self->wake_.cancel(); });
        });
        stream.next([pending](std::string piece) {
            HttpResponse carrier;
            carrier.body = std::move(piece);
            pending->put(std::move(carrier));
        });
        while (!pending->has_come() && !closing_) {
            wake_.expires_at(asio::steady_timer::time_point::max());
            co_await wake_.async_wait(kToken);
        }
        const auto come = pending->end();
        co_return come ? come->body : std::string();
    }

    // Closing with unread bytes makes the kernel send a reset, which may overtake the answer.
    asio::awaitable<void> close_gently() {
        boost::system::error_code ignored;
        stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
        buffer_.clear();
        stream_.expires_after(context_.times.linger);
        for (std::size_t dropped = 0; dropped < kMaxDroppedBytes;) {
            const auto [error, bytes] =
                co_await stream_.async_read_some(buffer_.prepare(kReadBytes), kToken);
            if (error) break;
            dropped += bytes;
        }
    }

    SessionContext& context_;
    const std::string peer_;
    beast::tcp_stream stream_;
    beast::flat_buffer buffer_;
    asio::steady_timer wake_;
    asio::steady_timer last_call_;
    bool idle_ = true;  // no byte of the next request has come
    bool streaming_ = false;
    bool closing_ = false;
};

std::shared_ptr<HttpSession> make_session(
    asio::io_context& io, AcceptedSocket socket, SessionContext& context
) {
    return std::make_shared<HttpSession>(io, std::move(socket), context);
}

void start_session(const std::shared_ptr<HttpSession>& session, std::function<void()> ended) {
    asio::co_spawn(
        session->executor(),
        HttpSession::run(session),
        [session, ended = std::move(ended)](const std::exception_ptr& problem) {
            if (problem) {
                session->close();
                spdlog::error("http session failed");
            }
            ended();
        }
    );
}

void finish_soon(const std::shared_ptr<HttpSession>& session) {
    asio::post(session->executor(), [session] { session->call_last(); });
}

void close_now(const std::shared_ptr<HttpSession>& session) {
    asio::post(session->executor(), [session] { session->close(); });
}

}  // namespace bot
