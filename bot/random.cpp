#include "bot/random.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <string_view>

#include "adapters/hmac.hpp"

namespace bot {
namespace {
constexpr std::string_view kReceiptLetters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
}

Random Random::system() {
    return Random([](std::span<unsigned char> bytes) {
        std::ranges::copy(adapters::random_bytes(bytes.size()), bytes.begin());
    });
}

// Evenly distributed: a draw in the incomplete last round is thrown away.
std::uint64_t Random::below(std::uint64_t limit) {
    constexpr auto kHighest = std::numeric_limits<std::uint64_t>::max();
    const std::uint64_t fair = kHighest - kHighest % limit;
    std::array<unsigned char, sizeof(std::uint64_t)> bytes{};
    std::uint64_t drawn = 0;
    do {
        source_(bytes);
        drawn = std::bit_cast<std::uint64_t>(bytes);
    } while (drawn >= fair);
    return drawn % limit;
}

std::string Random::receipt_code() {
    std::string code = "R-";
    for (int i = 0; i < 6; ++i) {
        code += kReceiptLetters[below(kReceiptLetters.size())];
    }
    return code;
}

std::string Random::token() {
    std::array<unsigned char, 16> bytes{};
    source_(bytes);
    return adapters::base64url(bytes);
}

std::string Random::activation_code() {
    std::string code;
    for (int i = 0; i < 6; ++i) code += static_cast<char>('0' + static_cast<int>(below(10)));
    return code;
}

std::string Random::bytes(std::size_t count) {
    std::string text(count, '\0');
    source_({reinterpret_cast<unsigned char*>(text.data()), text.size()});
    return text;
}

}  // namespace bot
