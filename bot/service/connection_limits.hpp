#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace bot {

// How many connections are open, in all and per peer address (RELIABILITY.md section 2.7). Shared
// by all threads; lives as long as the server.
class ConnectionLimits {
public:
    // `unlimited_peers`: addresses of proxies, for which only the total counts.
    ConnectionLimits(
        std::size_t total, std::size_t per_peer, const std::vector<std::string>& unlimited_peers
    );

    enum class Verdict { Admitted, TooMany, TooManyOfPeer };

    // Counts the connection if there is room. Only after Admitted leave() must follow.
    Verdict enter(const std::string& peer);
    void leave(const std::string& peer);

    [[nodiscard]] std::size_t open() const;

    // Waits until no connection is open; false if the time ended first.
    bool wait_until_none(std::chrono::steady_clock::duration at_most);

private:
    const std::size_t total_;
    const std::size_t per_peer_;
    const std::unordered_set<std::string> unlimited_;
    mutable std::mutex mutex_;
    std::condition_variable none_open_;
    std::size_t open_ = 0;
    std::unordered_map<std::string, std::size_t> by_peer_;
};

// A number of bytes that large bodies may take in memory at once, all together. Shared by all
// threads.
class BodyBudget {
public:
    explicit BodyBudget(std::size_t bytes) : left_(bytes) {}

    // Takes the bytes; false and nothing taken if there are not so many left.
    bool take(std::size_t bytes);
    void give_back(std::size_t bytes);

private:
    std::mutex mutex_;
    std::size_t left_;
};

}  // namespace bot
