#include "bot/actions/activation.hpp"

#include "adapters/hmac.hpp"

namespace bot {

std::string activation_hash(std::string_view key, std::string_view nip, std::string_view code) {
    const auto hash = adapters::hmac_sha256(key, std::string(nip) + ":" + std::string(code));
    return {hash.begin(), hash.end()};
}

std::string link_hash(std::string_view token) {
    const auto hash = adapters::sha256(token);
    return {hash.begin(), hash.end()};
}

}  // namespace bot
