#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>

namespace bot {

// Where codes that nobody can guess come from. Randomness is an argument: tests give a seeded
// source. For one thread if the source is.
class Random {
public:
    // Fills the bytes.
    using Source = std::function<void(std::span<unsigned char>)>;
    explicit Random(Source source) : source_(std::move(source)) {}

    // The system's source, which may be used by many threads.
    static Random system();

    // "R-" and six of 31 letters and digits without look-alikes (no 0 O 1 I L).
    std::string receipt_code();

    // 128 bits as 22 characters of base64url: the key of a message's buttons, a deep link's token.
    std::string token();

    // Six digits.
    std::string activation_code();

    // Raw bytes, for keys.
    std::string bytes(std::size_t count);

    // A number from 0 to limit - 1, each as likely; limit is at least 1.
    std::uint64_t below(std::uint64_t limit);

private:
    Source source_;
};

}  // namespace bot
