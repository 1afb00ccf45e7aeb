#include "tests/adapters/scripted_server.hpp"

#include <poll.h>

#include <boost/asio/write.hpp>

namespace tests {
namespace {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;

}  // namespace

std::optional<Peer::Request> Peer::read_request() {
    return tests::read_request(socket_, buffer_);
}

void Peer::write(std::string_view bytes) {
    boost::system::error_code ignored;
    asio::write(socket_, asio::buffer(bytes), ignored);
}

void Peer::answer(std::string_view body, std::string_view status) {
    std::string text = "HTTP/1.1 ";
    text.append(status).append("\r\nContent-Length: ").append(std::to_string(body.size()));
    text.append("\r\nContent-Type: application/json\r\n\r\n").append(body);
    write(text);
}

bool Peer::wait_closed(std::chrono::milliseconds longest) {
    pollfd readable{socket_.native_handle(), POLLIN, 0};
    if (::poll(&readable, 1, static_cast<int>(longest.count())) <= 0) return false;
    char byte = 0;
    boost::system::error_code error;
    socket_.receive(asio::buffer(&byte, 1), 0, error);
    return static_cast<bool>(error);
}

void Peer::reset_at_end() {
    boost::system::error_code ignored;
    socket_.set_option(asio::socket_base::linger(true, 0), ignored);
}

ScriptedServer::ScriptedServer(Script script)
    : script_(std::move(script)),
      acceptor_(io_, Tcp::endpoint(asio::ip::address_v4::loopback(), 0)),
      port_(acceptor_.local_endpoint().port()),
      thread_([this] { serve(); }) {}

// The accept is woken by a connection of our own, a waiting script by the end of its connection.
ScriptedServer::~ScriptedServer() {
    stopping_ = true;
    {
        const std::lock_guard lock(mutex_);
        boost::system::error_code ignored;
        if (current_ != nullptr) current_->shutdown(Tcp::socket::shutdown_both, ignored);
    }
    asio::io_context io;
    Tcp::socket waker(io);
    boost::system::error_code ignored;
    waker.connect(Tcp::endpoint(asio::ip::address_v4::loopback(), port_), ignored);
    thread_.join();
}

std::string ScriptedServer::address() const {
    return "http://127.0.0.1:" + std::to_string(port_);
}

void ScriptedServer::serve() {
    while (!stopping_) {
        Tcp::socket socket(io_);
        acceptor_.accept(socket);
        if (stopping_) return;
        ++connections_;
        Peer peer(std::move(socket));
        {
            const std::lock_guard lock(mutex_);
            current_ = &peer.socket();
        }
        script_(peer);
        {
            const std::lock_guard lock(mutex_);
            current_ = nullptr;
        }
        // Not left to the destructor, which makes a farewell of every reset.
        boost::system::error_code ignored;
        peer.socket().close(ignored);
    }
}

}  // namespace tests
