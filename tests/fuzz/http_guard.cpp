// Fuzz target 1 of RELIABILITY.md section 5.4: what the guard lets through, Beast reads in the same
// way, however the bytes are cut.
#include "bot/service/http_guard.hpp"

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

namespace http = boost::beast::http;
using State = bot::HeadProgress::State;

void require(bool condition) {
    if (!condition) std::abort();
}

bot::GuardRules rules() {
    return {
        {},
        {"X-Telegram-Bot-Api-Secret-Token", "X-Hub-Signature-256"},
        {{"POST", "/webhook/telegram", 1 << 20},
         {"GET", "/webhook/whatsapp", 0},
         {"GET", "/demo/*", 0}}};
}

void compare_with_beast(std::string_view head, const bot::RequestHead& read) {
    http::request_parser<http::string_body> parser;
    parser.body_limit(read.content_length);
    boost::system::error_code error;
    const std::size_t taken = parser.put(boost::asio::buffer(head), error);
    require(!error && parser.is_header_done() && taken == head.size());
    require(parser.content_length().value_or(0) == read.content_length);
    require(!parser.chunked());
    const auto target = parser.get().target();
    require(std::string_view(target.data(), target.size()) == read.target);
    require(parser.get().keep_alive() == read.keep_alive);
    require(parser.get().count(http::field::host) == 1);
}

}  // namespace

// The name is libFuzzer's.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const bot::GuardRules guard_rules = rules();
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const bot::HeadProgress progress = bot::find_head(bytes);
    // Seeing the bytes in two pieces makes no difference.
    if (bot::find_head(bytes.substr(0, size / 2)).state == State::Incomplete) {
        const bot::HeadProgress again = bot::find_head(bytes, size / 2);
        require(again.state == progress.state && again.length == progress.length);
    }
    if (progress.state != State::Complete) {
        require(!bot::check_head(bytes, guard_rules));
        return 0;
    }
    const std::string_view head = bytes.substr(0, progress.length);
    if (const auto read = bot::check_head(head, guard_rules)) compare_with_beast(head, *read);
    return 0;
}
