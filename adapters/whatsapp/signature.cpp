#include "adapters/whatsapp/signature.hpp"

#include <optional>

#include "adapters/hmac.hpp"

namespace adapters::whatsapp {
namespace {

constexpr std::string_view kPrefix = "sha256=";

std::optional<unsigned> digit_of(char c) {
    if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10U;
    return std::nullopt;
}

std::optional<Sha256> parse(std::string_view field) {
    Sha256 digest{};
    if (!field.starts_with(kPrefix)) return std::nullopt;
    field.remove_prefix(kPrefix.size());
    if (field.size() != digest.size() * 2) return std::nullopt;
    for (std::size_t i = 0; i < digest.size(); ++i) {
        const auto high = digit_of(field[2 * i]);
        const auto low = digit_of(field[2 * i + 1]);
        if (!high || !low) return std::nullopt;
        digest[i] = static_cast<unsigned char>(*high * 16U + *low);
    }
    return digest;
}

std::string_view bytes_of(const Sha256& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

}  // namespace

bool is_signed(std::string_view field, std::string_view body, std::string_view secret) {
    const auto told = parse(field);
    if (!told || secret.empty()) return false;
    return constant_time_equal(bytes_of(*told), bytes_of(hmac_sha256(secret, body)));
}

}  // namespace adapters::whatsapp
