#pragma once

#include <chrono>
#include <string>
#include <string_view>

// What the ledgers of the stand-ins for the platforms have in common.
namespace support {

struct ApiButton {
    std::string label{};
    std::string handle{};  // comes back with the press
    std::string url{};
};

// Every call, accepted or not.
struct ApiCall {
    std::chrono::steady_clock::time_point at{};
    std::string method{};
    std::string body{};
    int status = 0;  // 0: no answer was given
    std::string description{};
};

// Whether the text holds the words, whatever their letter case (ASCII).
bool contains_words(std::string_view text, std::string_view words);

}  // namespace support
