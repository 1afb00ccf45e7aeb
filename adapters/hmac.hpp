#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace adapters {

// Hashes, random bytes and comparisons for proofs of authenticity, by OpenSSL. Every function may
// be called from many threads. They throw std::runtime_error if OpenSSL fails, which means that the
// machine is out of memory or of entropy.

using Sha256 = std::array<unsigned char, 32>;

Sha256 sha256(std::string_view bytes);

// HMAC-SHA-256 (RFC 2104). An empty key gives a value too: whoever checks a signature refuses an
// empty secret before.
Sha256 hmac_sha256(std::string_view key, std::string_view message);

// Whether both are the same bytes. The time depends on the lengths alone, never on what is in them;
// different lengths are never equal.
bool constant_time_equal(std::string_view left, std::string_view right);

// Bytes that nobody can guess: for handles, tokens, secrets.
std::vector<unsigned char> random_bytes(std::size_t count);

// Two lower-case digits per byte.
std::string hex(std::span<const unsigned char> bytes);

// RFC 4648 section 5 without padding: 22 characters for 16 bytes, 43 for 32.
std::string base64url(std::span<const unsigned char> bytes);

}  // namespace adapters
