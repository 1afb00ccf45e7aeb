#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace support {

// How an answer leaves the server. After all but Whole the connection ends.
enum class Delivery {
    Whole,
    Truncated,    // fewer bytes than Content-Length says
    WrongLength,  // more bytes than Content-Length says
    Slow,         // one byte after the other
    Huge,         // 50 MB instead of the body
    Hang,         // no answer at all, the connection stays open
    Reset,        // TCP reset instead of an answer
};

struct ServedRequest {
    std::string method{};
    std::string target{};
    std::map<std::string, std::string> fields{};  // names in lower case; of a repeated one the last
    std::string body{};
};

struct ServedAnswer {
    int status = 200;
    std::string body{};
    std::string content_type = "application/json";
    std::string fields{};  // further header lines, each with its CR LF
    Delivery delivery = Delivery::Whole;
    std::chrono::milliseconds latency{0};
    std::function<void()> written{};  // called once the whole answer is with the kernel
};

// The HTTP side of a stand-in for a platform: an acceptor on 127.0.0.1 and its connections on one
// thread of its own, kept alive, hundreds at once. Ends all of them when it goes out of scope.
class StandInServer {
public:
    // Called on the server's thread. Nothing: there is no answer yet; it is asked again after
    // wake(), and after 50 seconds with `last`, when it must give one.
    enum class Try { First, Last };
    using Handler = std::function<std::optional<ServedAnswer>(const ServedRequest&, Try)>;

    // Listens at once; `port` 0 takes a free one.
    StandInServer(Handler handler, unsigned short port);
    ~StandInServer();
    StandInServer(const StandInServer&) = delete;
    StandInServer& operator=(const StandInServer&) = delete;

    [[nodiscard]] unsigned short port() const;

    // Lets requests without an answer be tried again.
    void wake();

private:
    class Network;
    std::unique_ptr<Network> network_;
};

}  // namespace support
