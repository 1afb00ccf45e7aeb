#include "adapters/hmac.hpp"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/rand.h>

#include <stdexcept>

namespace adapters {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::string_view kBase64Url =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

// OpenSSL takes a null pointer for "none"; an empty view may hold one.
const unsigned char* start_of(std::string_view bytes) {
    static constexpr unsigned char kNothing = 0;
    return bytes.empty() ? &kNothing : reinterpret_cast<const unsigned char*>(bytes.data());
}

}  // namespace

Sha256 sha256(std::string_view bytes) {
    Sha256 digest{};
    unsigned int written = 0;
    if (EVP_Digest(start_of(bytes), bytes.size(), digest.data(), &written, EVP_sha256(), nullptr) !=
            1 ||
        written != digest.size()) {
        throw std::runtime_error("SHA-256 failed");
    }
    return digest;
}

Sha256 hmac_sha256(std::string_view key, std::string_view message) {
    Sha256 digest{};
    std::size_t written = 0;
    const unsigned char* done = EVP_Q_mac(
        nullptr,
        "HMAC",
        nullptr,
        "SHA256",
        nullptr,
        start_of(key),
        key.size(),
        start_of(message),
        message.size(),
        digest.data(),
        digest.size(),
        &written
    );
    if (done == nullptr || written != digest.size()) {
        throw std::runtime_error("HMAC-SHA-256 failed");
    }
    return digest;
}

bool constant_time_equal(std::string_view left, std::string_view right) {
    return left.size() == right.size() &&
           CRYPTO_memcmp(start_of(left), start_of(right), left.size()) == 0;
}

std::vector<unsigned char> random_bytes(std::size_t count) {
    std::vector<unsigned char> bytes(count);
    if (count != 0 && RAND_bytes(bytes.data(), static_cast<int>(count)) != 1) {
        throw std::runtime_error("no random bytes");
    }
    return bytes;
}

std::string hex(std::span<const unsigned char> bytes) {
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const unsigned byte : bytes) {
        text += kHexDigits[byte >> 4U];
        text += kHexDigits[byte & 15U];
    }
    return text;
}

std::string base64url(std::span<const unsigned char> bytes) {
    std::string text;
    text.reserve((bytes.size() * 4 + 2) / 3);
    unsigned waiting = 0;
    unsigned bits = 0;
    for (const unsigned byte : bytes) {
        waiting = (waiting << 8U) | byte;
        for (bits += 8; bits >= 6; bits -= 6) {
            text += kBase64Url[(waiting >> (bits - 6)) & 63U];
        }
    }
    if (bits != 0) text += kBase64Url[(waiting << (6 - bits)) & 63U];
    return text;
}

}  // namespace adapters
