#include "bot/random.hpp"

#include <algorithm>
#include <array>
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

// Evenly distributed: a byte in the incomplete last round is thrown away.
unsigned Random::below(unsigned limit) {
    const unsigned fair = 256 - 256 % limit;
    std::array<unsigned char, 1> byte{};
    do {
        source_(byte);
    } while (byte[0] >= fair);
    return byte[0] % limit;
}

std::string Random::receipt_code() {
    std::string code = "R-";
    for (int i = 0; i < 6; ++i) {
        code += kReceiptLetters[below(static_cast<unsigned>(kReceiptLetters.size()))];
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
    for (int i = 0; i < 6; ++i) code += static_cast<char>('0' + below(10));
    return code;
}

std::string Random::bytes(std::size_t count) {
    std::string text(count, '\0');
    source_({reinterpret_cast<unsigned char*>(text.data()), text.size()});
    return text;
}

}  // namespace bot
