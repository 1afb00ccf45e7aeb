#include "tests/bot/http_hostile_requests.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <ostream>
#include <tuple>
#include <utility>

namespace bot_test {

namespace {

using Cases = std::vector<HostileRequest>;

constexpr const char* kRest = " HTTP/1.1\r\nHost: bot.example\r\nContent-Length: 0\r\n\r\n";

void add(Cases& cases, std::string name, std::string bytes, int status = 400) {
    cases.push_back({std::move(name), std::move(bytes), status});
}

void add_line(Cases& cases, std::string name, const std::string& line, int status = 400) {
    add(cases, std::move(name), post_with(line + "\r\n"), status);
}

// Request lines that are refused as a whole.
void add_request_lines(Cases& cases) {
    const std::string host = "\r\nHost: bot.example\r\nContent-Length: 0\r\n\r\n";
    const std::vector<std::tuple<const char*, std::string, int>> lines = {
        {"EmptyLineFirst", "\r\nPOST /webhook/telegram HTTP/1.1", 400},
        {"BlankFirst", " POST /webhook/telegram HTTP/1.1", 400},
        {"TabFirst", "\tPOST /webhook/telegram HTTP/1.1", 400},
        {"BlankAtTheEnd", "POST /webhook/telegram HTTP/1.1 ", 400},
        {"TwoBlanksAfterMethod", "POST  /webhook/telegram HTTP/1.1", 400},
        {"TwoBlanksBeforeVersion", "POST /webhook/telegram  HTTP/1.1", 400},
        {"TabAfterMethod", "POST\t/webhook/telegram HTTP/1.1", 400},
        {"TabBeforeVersion", "POST /webhook/telegram\tHTTP/1.1", 400},
        {"VerticalTab", "POST\x0b/webhook/telegram HTTP/1.1", 400},
        {"FormFeed", "POST /webhook/telegram\x0cHTTP/1.1", 400},
        {"NoVersion", "POST /webhook/telegram", 400},
        {"NoTarget", "POST HTTP/1.1", 400},
        {"OnlyMethod", "POST", 400},
        {"OnlyVersion", "HTTP/1.1", 400},
        {"FourParts", "POST /webhook/telegram x HTTP/1.1", 400},
        {"BlankInPath", "POST /webhook/tele gram HTTP/1.1", 400},
        {"LowerCaseVersion", "POST /webhook/telegram http/1.1", 400},
        {"MixedCaseVersion", "POST /webhook/telegram Http/1.1", 400},
        {"LongMinorVersion", "POST /webhook/telegram HTTP/1.10", 400},
        {"LongMajorVersion", "POST /webhook/telegram HTTP/01.1", 400},
        {"NoMinorVersion", "POST /webhook/telegram HTTP/1", 400},
        {"CommaVersion", "POST /webhook/telegram HTTP/1,1", 400},
        {"SignedVersion", "POST /webhook/telegram HTTP/+1.1", 400},
        {"OtherProtocol", "POST /webhook/telegram HTTQ/1.1", 400},
        {"Shoutcast", "POST /webhook/telegram ICY/1.1", 400},
        {"LettersAsVersion", "POST /webhook/telegram HTTP/a.b", 400},
        {"Version00", "POST /webhook/telegram HTTP/0.0", 505},
        {"Version09", "POST /webhook/telegram HTTP/0.9", 505},
        {"Version10", "POST /webhook/telegram HTTP/1.0", 505},
        {"Version12", "POST /webhook/telegram HTTP/1.2", 505},
        {"Version19", "POST /webhook/telegram HTTP/1.9", 505},
        {"Version20", "POST /webhook/telegram HTTP/2.0", 505},
        {"Version30", "POST /webhook/telegram HTTP/3.0", 505},
        {"Preface20", "PRI * HTTP/2.0", 505},
        {"AbsoluteForm", "POST http://bot.example/webhook/telegram HTTP/1.1", 400},
        {"AuthorityForm", "CONNECT bot.example:443 HTTP/1.1", 400},
        {"AsteriskForm", "OPTIONS * HTTP/1.1", 400},
        {"EmptyTarget", "POST  HTTP/1.1", 400},
        {"RelativePath", "POST webhook/telegram HTTP/1.1", 400},
        {"EmptyMethod", " /webhook/telegram HTTP/1.1", 400},
        {"BracketInMethod", "PO(ST /webhook/telegram HTTP/1.1", 400},
        {"ColonInMethod", "POST: /webhook/telegram HTTP/1.1", 400},
        {"NulInMethod", std::string("PO\0ST /webhook/telegram HTTP/1.1", 32), 400},
        {"NulInVersion", std::string("POST /webhook/telegram HTTP/1.1\0", 32), 400},
        {"HighByteInMethod", "P\xc3\x96ST /webhook/telegram HTTP/1.1", 400},
        {"CarriageReturnInLine", "POST /webhook/telegram\r HTTP/1.1", 400},
        {"LineFeedInLine", "POST /webhook/telegram\n HTTP/1.1", 400},
    };
    for (const auto& [name, line, status] : lines) add(cases, name, line + host, status);
}

// Targets that are not a plain path, and paths and methods that are not ours.
void add_targets(Cases& cases) {
    const std::vector<std::tuple<const char*, std::string, int>> targets = {
        {"Fragment", "/webhook/telegram#x", 400},
        {"EncodedSlash", "/webhook%2ftelegram", 400},
        {"EncodedLetter", "/webhook/telegra%6d", 400},
        {"EncodedNul", "/webhook/telegram%00", 400},
        {"EncodedDots", "/webhook/%2e%2e/webhook/telegram", 400},
        {"EncodedTwice", "/webhook/%252e%252e/telegram", 400},
        {"EncodedLineEnd", "/webhook/telegram%0d%0aHost:x", 400},
        {"LonePercent", "/webhook/telegram%", 400},
        {"TwoSlashesFirst", "//webhook/telegram", 400},
        {"TwoSlashes", "/webhook//telegram", 400},
        {"Dot", "/webhook/./telegram", 400},
        {"DotDot", "/x/../webhook/telegram", 400},
        {"DotAtTheEnd", "/webhook/telegram/.", 400},
        {"DotDotAtTheEnd", "/webhook/telegram/..", 400},
        {"OnlyDotDot", "/..", 400},
        {"Backslash", "/webhook\\telegram", 400},
        {"QuotationMark", "/webhook/telegram\"", 400},
        {"LessThan", "/webhook/<telegram", 400},
        {"GreaterThan", "/webhook/telegram>", 400},
        {"Caret", "/webhook/^telegram", 400},
        {"BackQuote", "/webhook/`telegram", 400},
        {"Brace", "/webhook/{telegram}", 400},
        {"Bar", "/webhook/|telegram", 400},
        {"Bracket", "/webhook/[telegram]", 400},
        {"DeleteInPath", "/webhook/telegram\x7f", 400},
        {"HighByteInPath", "/webhook/telegr\xc3\xa4m", 400},
        {"FullWidthSlash", "/webhook\xef\xbc\x8ftelegram", 400},
        {"NulInPath", std::string("/webhook/telegram\0", 18), 400},
        {"HashInQuery", "/webhook/telegram?a#b", 400},
        {"BadPercentInQuery", "/webhook/telegram?a=%zz", 400},
        {"CutPercentInQuery", "/webhook/telegram?a=%4", 400},
        {"HighByteInQuery", "/webhook/telegram?a=\xff", 400},
        {"BackslashInQuery", "/webhook/telegram?a=\\", 400},
        {"LongTarget", "/" + std::string(bot::kMaxTargetBytes, 'a'), 414},
        {"LongQuery", "/webhook/telegram?" + std::string(bot::kMaxTargetBytes, 'a'), 414},
        {"Target64KiB", "/" + std::string(64 * 1024, 'a'), 431},
        {"SlashAtTheEnd", "/webhook/telegram/", 404},
        {"OtherCase", "/Webhook/Telegram", 404},
        {"PathParameter", "/webhook/telegram;a=b", 404},
        {"Longer", "/webhook/telegrams", 404},
        {"Shorter", "/webhook/telegra", 404},
        {"Root", "/", 404},
        {"Unknown", "/admin", 404},
        {"PostOnGet", "/healthz", 405},
    };
    for (const auto& [name, target, status] : targets) {
        add(cases, fmt::format("Target{}", name), "POST " + target + kRest, status);
    }
    for (const char* method :
         {"GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "post", "Post", "POSTS"}) {
        add(cases,
            fmt::format("Method{}", method),
            method + std::string(" /webhook/telegram") + kRest,
            405);
    }
}

// The ways in which the end of the body can be said twice, or not at all.
void add_framing(Cases& cases) {
    const std::vector<std::tuple<const char*, std::string, int>> lines = {
        {"Chunked", "Transfer-Encoding: chunked", 501},
        {"ChunkedLowerName", "transfer-encoding: chunked", 501},
        {"ChunkedUpperName", "TRANSFER-ENCODING: CHUNKED", 501},
        {"Identity", "Transfer-Encoding: identity", 501},
        {"GzipChunked", "Transfer-Encoding: gzip, chunked", 501},
        {"ChunkedTwice", "Transfer-Encoding: chunked, chunked", 501},
        {"ChunkedThenIdentity", "Transfer-Encoding: chunked, identity", 501},
        {"EmptyEncoding", "Transfer-Encoding:", 501},
        {"UnknownEncoding", "Transfer-Encoding: xchunked", 501},
        {"QuotedChunked", "Transfer-Encoding: \"chunked\"", 501},
        {"TabbedChunked", "Transfer-Encoding:\tchunked", 501},
        {"ChunkedParameter", "Transfer-Encoding: chunked;a=b", 501},
        {"EncodingTwice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", 501},
        {"EncodingThenLength", "Transfer-Encoding: chunked\r\nContent-Length: 5", 501},
        {"LengthThenEncoding", "Content-Length: 5\r\nTransfer-Encoding: chunked", 501},
        {"BlankBeforeColon", "Transfer-Encoding : chunked", 400},
        {"TabBeforeColon", "Transfer-Encoding\t: chunked", 400},
        {"BlankBeforeName", " Transfer-Encoding: chunked", 400},
        {"Underscore", "Transfer_Encoding: chunked", 400},
        {"VerticalTabBeforeValue",
         "Transfer-Encoding:\x0b"
         "chunked",
         400},
        {"NulBeforeValue", std::string("Transfer-Encoding:\0chunked", 26), 400},
        {"NulInName", std::string("Transfer-\0Encoding: chunked", 27), 400},
        {"FoldedEncoding", "Transfer-Encoding:\r\n chunked", 400},
        {"FoldedName", "Transfer-Encoding\r\n : chunked", 400},
        {"HiddenByLineFeed", "X: y\nTransfer-Encoding: chunked", 400},
        {"HiddenByReturn", "X: y\rTransfer-Encoding: chunked", 400},
        {"HiddenByTwoReturns", "X: y\r\r\nTransfer-Encoding: chunked", 400},
        {"LengthTwiceSame", "Content-Length: 5\r\nContent-Length: 5", 400},
        {"LengthTwiceOther", "Content-Length: 5\r\nContent-Length: 6", 400},
        {"LengthTwiceCase", "Content-Length: 5\r\ncontent-length: 0", 400},
        {"LengthThenAlias", "Content-Length: 5\r\nContent_Length: 0", 400},
        {"LengthAlias", "Content_Length: 5", 400},
        {"LengthList", "Content-Length: 5, 5", 400},
        {"LengthListOther", "Content-Length: 5,6", 400},
        {"LengthEmpty", "Content-Length:", 400},
        {"LengthBlank", "Content-Length:  \t ", 400},
        {"LengthPlus", "Content-Length: +5", 400},
        {"LengthMinus", "Content-Length: -5", 400},
        {"LengthMinusZero", "Content-Length: -0", 400},
        {"LengthPoint", "Content-Length: 5.0", 400},
        {"LengthExponent", "Content-Length: 5e0", 400},
        {"LengthHex", "Content-Length: 0x5", 400},
        {"LengthOctal", "Content-Length: 05", 400},
        {"LengthZeros", "Content-Length: 000", 400},
        {"LengthTwoNumbers", "Content-Length: 5 5", 400},
        {"LengthUnderscore", "Content-Length: 1_0", 400},
        {"LengthSemicolon", "Content-Length: 5;", 400},
        {"LengthQuoted", "Content-Length: \"5\"", 400},
        {"LengthLetters", "Content-Length: five", 400},
        {"LengthArabicDigit", "Content-Length: \xd9\xa5", 400},
        {"LengthFullWidthDigit", "Content-Length: \xef\xbc\x95", 400},
        {"LengthNul", std::string("Content-Length: 5\0", 18), 400},
        {"LengthFolded", "Content-Length:\r\n 5", 400},
        {"LengthBlankBeforeColon", "Content-Length : 5", 400},
        {"LengthFormFeed",
         "Content-Length: \x0c"
         "5",
         400},
        {"LengthOverLimit", "Content-Length: 1048577", 413},
        {"Length100MB", "Content-Length: 104857600", 413},
        {"Length32Bits", "Content-Length: 4294967296", 413},
        {"Length64Bits", "Content-Length: 18446744073709551616", 413},
        {"LengthMinusOneIn64Bits", "Content-Length: 18446744073709551615", 413},
        {"LengthManyDigits", "Content-Length: " + std::string(500, '9'), 413},
        {"LengthMissing", "X: y", 411},
        {"GzipBody", "Content-Length: 5\r\nContent-Encoding: gzip", 415},
        {"IdentityBody", "Content-Length: 5\r\nContent-Encoding: identity", 415},
        {"EmptyContentEncoding", "Content-Length: 5\r\nContent-Encoding:", 415},
        {"OtherExpectation", "Content-Length: 5\r\nExpect: 200-ok", 417},
        {"EmptyExpectation", "Content-Length: 5\r\nExpect:", 417},
        {"ListedExpectation", "Content-Length: 5\r\nExpect: 100-continue, x", 417},
        {"ExpectationTwice",
         "Content-Length: 5\r\nExpect: 100-continue\r\nExpect: 100-continue",
         400},
        {"HopByHopLength", "Content-Length: 5\r\nConnection: Content-Length", 400},
        {"HopByHopAlias", "Content-Length: 5\r\nConnection: content_length", 400},
        {"HopByHopHost", "Content-Length: 5\r\nConnection: close, host", 400},
        {"HopByHopSecret", "Content-Length: 5\r\nConnection: X-Telegram-Bot-Api-Secret-Token", 400},
        {"BadConnection", "Content-Length: 5\r\nConnection: a b", 400},
    };
    for (const auto& [name, line, status] : lines)
        add_line(cases, fmt::format("Framing{}", name), line, status);
    add(cases,
        "GetWithBody",
        "GET /healthz HTTP/1.1\r\nHost: bot.example\r\nContent-Length: 5\r\n\r\nGET /",
        413);
    add(cases,
        "GetWithBadLength",
        "GET /healthz HTTP/1.1\r\nHost: bot.example\r\nContent-Length: x\r\n\r\n");
    add(cases,
        "GetWithChunks",
        "GET /healthz HTTP/1.1\r\nHost: bot.example\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        501);
    add(cases,
        "OnlyLineFeeds",
        "POST /webhook/telegram HTTP/1.1\nHost: bot.example\nContent-Length: 0\n\n");
    add(cases,
        "LineFeedAtTheEnd",
        "POST /webhook/telegram HTTP/1.1\r\nHost: bot.example\r\nContent-Length: 0\r\n\n");
    add(cases,
        "OnlyReturns",
        "POST /webhook/telegram HTTP/1.1\rHost: bot.example\rContent-Length: 0\r\r");
    add(cases, "NothingAtAll", "\r\n\r\n");
    add(cases, "TlsHello", std::string("\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03", 11));
}

// Host, and fields that must not come twice.
void add_hosts_and_doubles(Cases& cases) {
    const std::vector<std::tuple<const char*, std::string, int>> hosts = {
        {"Missing", "", 400},
        {"Empty", "Host:\r\n", 400},
        {"Blank", "Host:   \r\n", 400},
        {"TwiceSame", "Host: bot.example\r\nHost: bot.example\r\n", 400},
        {"TwiceOther", "Host: bot.example\r\nHost: evil.example\r\n", 400},
        {"TwiceCase", "Host: bot.example\r\nhOST: evil.example\r\n", 400},
        {"List", "Host: bot.example, evil.example\r\n", 400},
        {"WithUser", "Host: a@bot.example\r\n", 400},
        {"WithPath", "Host: bot.example/x\r\n", 400},
        {"WithScheme", "Host: http://bot.example\r\n", 400},
        {"WithQuery", "Host: bot.example?x\r\n", 400},
        {"WithBlank", "Host: bot.example evil.example\r\n", 400},
        {"WithPercent", "Host: bot%2eexample\r\n", 400},
        {"EmptyPort", "Host: bot.example:\r\n", 400},
        {"LetterPort", "Host: bot.example:http\r\n", 400},
        {"ZeroPort", "Host: bot.example:0\r\n", 400},
        {"LargePort", "Host: bot.example:65536\r\n", 400},
        {"TwoPorts", "Host: bot.example:80:80\r\n", 400},
        {"OnlyPort", "Host: :80\r\n", 400},
        {"OpenBracket", "Host: [::1\r\n", 400},
        {"NameInBrackets", "Host: [bot.example]\r\n", 400},
        {"HighByte", "Host: b\xc3\xb6t.example\r\n", 400},
        {"BlankBeforeColon", "Host : bot.example\r\n", 400},
        {"Folded", "Host:\r\n bot.example\r\n", 400},
        {"Long", "Host: " + std::string(300, 'a') + "\r\n", 400},
        {"Other", "Host: evil.example\r\n", 421},
        {"OtherWithOurs", "Host: bot.example.evil.example\r\n", 421},
        {"DotAtTheEnd", "Host: bot.example.\r\n", 421},
        {"Address", "Host: 127.0.0.1\r\n", 421},
        {"Address6", "Host: [::1]:8080\r\n", 421},
    };
    for (const auto& [name, lines, status] : hosts) {
        add(cases,
            fmt::format("Host{}", name),
            "POST /webhook/telegram HTTP/1.1\r\n" + lines + "Content-Length: 0\r\n\r\n",
            status);
    }
    for (const std::string name :
         {"Content-Type",
          "X-Telegram-Bot-Api-Secret-Token",
          "X-Hub-Signature-256",
          "Authorization"}) {
        const std::string line = "Content-Length: 0\r\n" + name + ": a\r\n";
        std::string label;
        for (const char c : name) label += c == '-' ? "" : std::string(1, c);
        add_line(cases, "Twice" + label, line + name + ": a");
        add_line(cases, "TwiceOther" + label, line + name + ": b");
        if (name.find('-') != std::string::npos) {
            std::string alias = name;
            alias[alias.find('-')] = '_';
            add_line(cases, "Alias" + label, "Content-Length: 0\r\n" + alias + ": a");
        }
    }
}

// Every byte that must not stand in a name or a value, and fields that are none.
void add_fields(Cases& cases) {
    const std::string length = "Content-Length: 0\r\n";
    for (int byte = 0; byte < 0x20; ++byte) {
        const std::string raw(1, static_cast<char>(byte));
        add_line(cases, fmt::format("ByteInName{:02x}", byte), length + "X" + raw + "Y: z");
        if (byte != '\t') {
            add_line(cases, fmt::format("ByteInValue{:02x}", byte), length + "X: y" + raw + "z");
        }
    }
    for (const char byte : std::string("\"(),/;<=>?@[\\]{}\x7f\x80\xff ")) {
        add_line(
            cases,
            fmt::format("ByteInName{:02x}", static_cast<unsigned char>(byte)),
            length + "X" + byte + "Y: z"
        );
    }
    add_line(cases, "ByteInValue7f", length + "X: y\x7fz");
    add_line(cases, "FieldWithoutColon", length + "Nonsense");
    add_line(cases, "FieldWithoutName", length + ": value");
    add_line(cases, "FieldOnlyColon", length + ":");
    add_line(cases, "FieldFolded", length + "X: y\r\n z");
    add_line(cases, "FieldFoldedByTab", length + "X: y\r\n\tz");
    add_line(cases, "FieldFoldedBlank", length + "X: y\r\n ");
    add(cases,
        "FieldFoldedFirst",
        "POST /webhook/telegram HTTP/1.1\r\n X: y\r\nHost: bot.example\r\nContent-Length: 0\r\n\r\n"
    );
    std::string many;
    for (int i = 0; i < 63; ++i) many += fmt::format("X{}: y\r\n", i);
    add(cases, "Fields65", post_with(length + many), 431);
    many.clear();
    for (int i = 0; i < 100'000; ++i) many += fmt::format("X{}: y\r\n", i);
    add(cases, "Fields100000", post_with(length + many), 431);
    add_line(cases, "Value8KiB", length + "X: " + std::string(bot::kMaxHeadBytes, 'y'), 431);
    add_line(cases, "Name8KiB", length + std::string(bot::kMaxHeadBytes, 'X') + ": y", 431);
}

}  // namespace

void PrintTo(const HostileRequest& request, std::ostream* out) {
    *out << request.name;
}

bot::GuardRules hostile_test_rules() {
    constexpr std::uint64_t kMebibyte = std::uint64_t{1} << 20U;
    return {
        {"bot.example"},
        {"X-Telegram-Bot-Api-Secret-Token", "X-Hub-Signature-256"},
        {{"POST", "/webhook/telegram", kMebibyte},
         {"POST", "/webhook/whatsapp", 4 * kMebibyte},
         {"GET", "/webhook/whatsapp", 0},
         {"GET", "/healthz", 0},
         {"GET", "/smuggled", 0}}};
}

std::string post_with(const std::string& lines) {
    return "POST /webhook/telegram HTTP/1.1\r\nHost: bot.example\r\n" + lines + "\r\n";
}

std::vector<HostileRequest> hostile_requests() {
    Cases cases;
    add_request_lines(cases);
    add_targets(cases);
    add_framing(cases);
    add_hosts_and_doubles(cases);
    add_fields(cases);
    return cases;
}

}  // namespace bot_test
