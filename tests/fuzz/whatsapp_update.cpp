// Fuzz target 2 of RELIABILITY.md section 5.4 for WhatsApp: decoding any bytes never throws, what
// has a conversation has an id too, and every text that comes out is valid UTF-8. The same bytes go
// through the checks in front: signature, challenge, address of a file, template. Built with clang
// and -fsanitize=fuzzer.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "adapters/hmac.hpp"
#include "adapters/whatsapp/decode.hpp"
#include "adapters/whatsapp/formatting.hpp"
#include "adapters/whatsapp/media.hpp"
#include "adapters/whatsapp/template.hpp"
#include "adapters/whatsapp/whatsapp.hpp"
#include "tests/fuzz/check_decoded.hpp"

namespace {

void check_decoding(std::string_view bytes) {
    const auto decoded = adapters::whatsapp::decode(bytes, "111");
    for (const auto& incoming : decoded.incoming) {
        tests::require(incoming.conversation.empty() == incoming.external_id.empty());
        tests::require(incoming.conversation.empty() == incoming.sender.empty());
    }
    tests::check_texts(decoded);
}

// No field but the right one is ever taken for a signature.
void check_signature(std::string_view bytes) {
    const adapters::WhatsApp whatsapp("111", "secret", "token");
    const std::string right = "sha256=" + adapters::hex(adapters::hmac_sha256("secret", "test"));
    tests::require(whatsapp.is_genuine({bytes, "test"}) == (bytes == right));
    tests::require(whatsapp.is_genuine({right, bytes}) == (bytes == "test"));
}

void check_challenge(std::string_view bytes) {
    const adapters::WhatsApp whatsapp("111", "secret", "token");
    const auto answer = whatsapp.answer_challenge(bytes);
    if (answer) tests::require(answer->find_first_of("<>\r\n") == std::string::npos);
    tests::require(!adapters::WhatsApp("111", "secret", "").answer_challenge(bytes));
}

}  // namespace

// The name and the signature are libFuzzer's.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    check_decoding(bytes);
    check_signature(bytes);
    check_challenge(bytes);
    adapters::whatsapp::media_address(bytes, {"https://lookaside.fbsbx.com"});
    if (const auto one = adapters::whatsapp::parse_template(bytes)) {
        adapters::whatsapp::problems_of(*one);
    }
    tests::require_text(adapters::whatsapp::unmarked(bytes));
    tests::require(!adapters::whatsapp::parameter_text(bytes).empty());
    return 0;
}
