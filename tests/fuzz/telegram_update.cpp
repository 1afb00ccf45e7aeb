// Fuzz target 2 of RELIABILITY.md section 5.4: decoding any bytes never throws, gives one thing or
// a reason, and every text that comes out is valid UTF-8. Built with clang and -fsanitize=fuzzer.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "adapters/telegram/decode.hpp"
#include "adapters/telegram/polling.hpp"
#include "adapters/utf.hpp"

namespace {

using namespace std::string_view_literals;

void require(bool holds) {
    if (!holds) std::abort();
}

void require_text(const std::string& text) {
    require(adapters::is_utf8(text));
}

// An id is valid UTF-8 too, and holds no NUL.
void require_id(const std::string& id) {
    require_text(id);
    require(id.find('\0') == std::string::npos);
}

struct CheckContent {
    void operator()(const adapters::Text& it) const {
        require_text(it.text);
        require(it.text.find_first_of("\0\r\x7F"sv) == std::string::npos);
    }
    void operator()(const adapters::Start& it) const { require(it.token.size() <= 64); }
    void operator()(const adapters::Press& it) const {
        require_id(it.handle);
        require_id(it.answer_id);
        require_id(it.pressed_message);
    }
    void operator()(const adapters::ContactCard& it) const { require_text(it.number); }
    void operator()(const adapters::File& it) const {
        require_id(it.reference);
        for (const auto& text : {it.mime, it.name, it.caption}) require_text(text);
    }
    void operator()(const adapters::Location& it) const { require_text(it.name); }
    void operator()(const adapters::Reaction& it) const {
        require_id(it.message_id);
        for (const auto& text : it.added) require_text(text);
        for (const auto& text : it.removed) require_text(text);
    }
    void operator()(const adapters::Edited& it) const { require_text(it.text); }
    void operator()(const adapters::Unsupported& it) const { require_text(it.name); }
    void operator()(const adapters::Ignored& it) const { require_text(it.name); }
    template <class Empty>
    void operator()(const Empty&) const {}
};

void check(const adapters::Decoded& decoded) {
    require(decoded.incoming.size() == (decoded.unreadable.empty() ? 1U : 0U));
    require_text(decoded.unreadable);
    for (const auto& incoming : decoded.incoming) {
        require(!incoming.external_id.empty());
        for (const auto& id :
             {incoming.account,
              incoming.external_id,
              incoming.conversation,
              incoming.sender,
              incoming.message_id,
              incoming.natural_key,
              incoming.reply_to}) {
            require_id(id);
        }
        require_text(incoming.sender_name);
        std::visit(CheckContent{}, incoming.content);
    }
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
