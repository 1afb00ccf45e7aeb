// Fuzz target 2 of RELIABILITY.md section 5.4: decoding any bytes never throws, gives one thing or
// a reason, and every text that comes out is valid UTF-8. Built with clang and -fsanitize=fuzzer.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "adapters/telegram/decode.hpp"
#include "adapters/telegram/polling.hpp"
#include "tests/fuzz/check_decoded.hpp"

namespace {

void check(const adapters::Decoded& decoded) {
    tests::require(decoded.incoming.size() == (decoded.unreadable.empty() ? 1U : 0U));
    for (const auto& incoming : decoded.incoming) tests::require(!incoming.external_id.empty());
    tests::check_texts(decoded);
}

}  // namespace

// The name and the signature are libFuzzer's.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    check(adapters::telegram::decode(bytes, {"111", "SkpUji_bot"}));
    check(adapters::telegram::decode(bytes, {"111", ""}));
    if (const auto updates = adapters::telegram::split_updates(bytes)) {
        for (const auto& update : *updates) {
            check(adapters::telegram::decode(update.body, {"111", ""}));
        }
    }
    return 0;
}
