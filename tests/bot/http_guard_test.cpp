#include "bot/service/http_guard.hpp"

#include <gtest/gtest.h>

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <set>

#include "tests/bot/http_hostile_requests.hpp"

namespace bot_test {

namespace {

using bot::check_head;
using bot::find_head;
using State = bot::HeadProgress::State;

// Status of the guard for bytes that come at the start of a connection; 0 if it lets them pass.
int status_of(const std::string& bytes) {
    const auto progress = find_head(bytes);
    const std::string head =
        progress.state == State::Complete ? bytes.substr(0, progress.length) : bytes;
    const auto result = check_head(head, hostile_test_rules());
    return result ? 0 : result.error().status;
}

class HttpGuardRefuses : public testing::TestWithParam<HostileRequest> {};

TEST_P(HttpGuardRefuses, WithTheRightStatus) {
    EXPECT_EQ(status_of(GetParam().bytes), GetParam().status);
}

INSTANTIATE_TEST_SUITE_P(
    All,
    HttpGuardRefuses,
    testing::ValuesIn(hostile_requests()),
    [](const auto& test) { return test.param.name; }
);

// Whether Beast alone would serve a request of these bytes.
bool beast_takes(const std::string& bytes) {
    namespace http = boost::beast::http;
    http::request_parser<http::string_body> parser;
    boost::system::error_code error;
    parser.eager(true);
    parser.put(boost::asio::buffer(bytes), error);
    return !error && parser.is_header_done();
}

TEST(HttpGuard, KnowsEnoughHostileRequests) {
    std::set<std::string> names;
    int taken_by_beast = 0;
    for (const HostileRequest& request : hostile_requests()) {
        names.insert(request.name);
        if (beast_takes(request.bytes)) ++taken_by_beast;
    }

    EXPECT_EQ(names.size(), hostile_requests().size());
    EXPECT_GE(names.size(), 220U);
    // The control of E4: without the guard at least nine of them would get through.
    EXPECT_GE(taken_by_beast, 9);
    RecordProperty("hostile_requests", static_cast<int>(names.size()));
    RecordProperty("taken_by_beast", taken_by_beast);
}

struct GoodRequest {
    std::string name;
    std::string bytes;
};

class HttpGuardPasses : public testing::TestWithParam<GoodRequest> {};

TEST_P(HttpGuardPasses, WhatCanBeReadInOneWayOnly) {
    EXPECT_EQ(status_of(GetParam().bytes), 0);
}

const std::string kLength = "Content-Length: 5\r\n";

INSTANTIATE_TEST_SUITE_P(
    All,
    HttpGuardPasses,
    testing::Values(
        GoodRequest{"Post", post_with(kLength)},
        GoodRequest{"NoBlankAfterColon", post_with("Content-Length:5\r\n")},
        GoodRequest{"BlanksAroundValue", post_with("Content-Length: \t 5 \t\r\n")},
        GoodRequest{"LowerCaseNames", post_with("content-length: 5\r\ncontent-type: a/b\r\n")},
        GoodRequest{"EmptyBody", post_with("Content-Length: 0\r\n")},
        GoodRequest{"BodyAtTheLimit", post_with("Content-Length: 1048576\r\n")},
        GoodRequest{"EmptyValue", post_with(kLength + "X:\r\n")},
        GoodRequest{"TabInValue", post_with(kLength + "X: a\tb\r\n")},
        GoodRequest{"Utf8InValue", post_with(kLength + "User-Agent: \xc3\xa4\r\n")},
        GoodRequest{"ColonInValue", post_with(kLength + "X: a:b\r\n")},
        GoodRequest{"UnknownFieldTwice", post_with(kLength + "X: a\r\nX: b\r\n")},
        GoodRequest{"ConnectionList", post_with(kLength + "Connection: keep-alive, TE,\r\n")},
        GoodRequest{"Get", "GET /healthz HTTP/1.1\r\nHost: bot.example\r\n\r\n"},
        GoodRequest{
            "GetWithLengthZero",
            "GET /healthz HTTP/1.1\r\nHost: bot.example\r\nContent-Length: 0\r\n\r\n"},
        GoodRequest{"HostWithPort", "GET /healthz HTTP/1.1\r\nHost: bot.example:8080\r\n\r\n"},
        GoodRequest{"HostInUpperCase", "GET /healthz HTTP/1.1\r\nHost: BOT.Example\r\n\r\n"},
        GoodRequest{"HostLast", "GET /healthz HTTP/1.1\r\nX: y\r\nHost: bot.example\r\n\r\n"},
        GoodRequest{
            "Challenge",
            "GET /webhook/whatsapp?hub.mode=subscribe&hub.verify_token=a%2Fb&"
            "hub.challenge=1158201444 HTTP/1.1\r\nHost: bot.example\r\n\r\n"},
        GoodRequest{"EmptyQuery", "GET /healthz? HTTP/1.1\r\nHost: bot.example\r\n\r\n"}
    ),
    [](const auto& test) { return test.param.name; }
);

TEST(HttpGuard, SaysWhatTheHeadHolds) {
    const std::string bytes =
        "GET /webhook/whatsapp?hub.mode=subscribe HTTP/1.1\r\n"
        "Host: bot.example\r\n"
        "X-Test:  a b \r\n"
        "Connection: Close\r\n"
        "\r\n";

    const auto head = check_head(bytes, hostile_test_rules());

    ASSERT_TRUE(head);
    EXPECT_EQ(head->method, "GET");
    EXPECT_EQ(head->target, "/webhook/whatsapp?hub.mode=subscribe");
    EXPECT_EQ(head->path, "/webhook/whatsapp");
    EXPECT_EQ(head->query, "hub.mode=subscribe");
    EXPECT_EQ(head->route, 2U);
    EXPECT_EQ(head->content_length, 0U);
    EXPECT_FALSE(head->keep_alive);
    EXPECT_FALSE(head->expects_continue);
    ASSERT_EQ(head->fields.size(), 3U);
    EXPECT_EQ(head->fields[1].name, "X-Test");
    EXPECT_EQ(head->fields[1].value, "a b");
}

TEST(HttpGuard, ReadsLengthAndExpectation) {
    const std::string bytes = post_with("Content-Length: 1234\r\nExpect: 100-Continue\r\n");

    const auto head = check_head(bytes, hostile_test_rules());

    ASSERT_TRUE(head);
    EXPECT_EQ(head->content_length, 1234U);
    EXPECT_TRUE(head->expects_continue);
    EXPECT_TRUE(head->keep_alive);
}

TEST(HttpGuard, TakesEveryHostIfNoneIsConfigured) {
    bot::GuardRules rules = hostile_test_rules();
    rules.hosts.clear();

    EXPECT_TRUE(check_head("GET /healthz HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n", rules));
    EXPECT_TRUE(check_head("GET /healthz HTTP/1.1\r\nHost: any.example\r\n\r\n", rules));
    EXPECT_FALSE(check_head("GET /healthz HTTP/1.1\r\n\r\n", rules));
    EXPECT_FALSE(check_head("GET /healthz HTTP/1.1\r\nHost: a b\r\n\r\n", rules));
}

TEST(HttpGuard, NamesTheMethodsOfThePath) {
    const auto head = check_head(
        "PUT /webhook/whatsapp HTTP/1.1\r\nHost: bot.example\r\n\r\n", hostile_test_rules()
    );

    ASSERT_FALSE(head);
    EXPECT_EQ(head.error().status, 405);
    EXPECT_EQ(head.error().allow, "POST, GET");
}

TEST(HttpGuard, FindsTheClosestRoute) {
    bot::GuardRules rules;
    rules.routes = {{"GET", "/demo/*", 0}, {"GET", "/demo/deep/*", 0}, {"GET", "/demo/clock", 0}};
    const auto route_of = [&rules](const std::string& path) {
        const auto head = check_head("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n", rules);
        return head ? static_cast<int>(head->route) : -head.error().status;
    };

    EXPECT_EQ(route_of("/demo/x"), 0);
    EXPECT_EQ(route_of("/demo/x/y"), 0);
    EXPECT_EQ(route_of("/demo/deep/x"), 1);
    EXPECT_EQ(route_of("/demo/clock"), 2);
    EXPECT_EQ(route_of("/demo"), -404);
    EXPECT_EQ(route_of("/demos"), -404);
}

TEST(HttpGuard, CountsTheLimitsExactly) {
    std::string fields = "Content-Length: 0\r\n";
    for (int i = 0; i < 62; ++i) fields += "X: y\r\n";
    const std::string empty = post_with("Content-Length: 0\r\nX: \r\n");
    const std::string room(bot::kMaxHeadBytes - empty.size(), 'y');
    const std::string target = "/healthz?" + std::string(bot::kMaxTargetBytes - 9, 'a');

    EXPECT_EQ(status_of(post_with(fields)), 0);
    EXPECT_EQ(status_of(post_with("Content-Length: 0\r\nX: " + room + "\r\n")), 0);
    EXPECT_EQ(status_of(post_with("Content-Length: 0\r\nX: " + room + "y\r\n")), 431);
    EXPECT_EQ(status_of("GET " + target + " HTTP/1.1\r\nHost: bot.example\r\n\r\n"), 0);
    EXPECT_EQ(status_of("GET " + target + "a HTTP/1.1\r\nHost: bot.example\r\n\r\n"), 414);
}

TEST(HttpGuard, FindsTheHeadWhereverItIsCut) {
    const std::string head = post_with("Content-Length: 5\r\nX: y\r\n");
    const std::string bytes = head + "\r\n\r\nabc\n";

    for (std::size_t cut = 0; cut < head.size(); ++cut) {
        ASSERT_EQ(find_head(bytes.substr(0, cut)).state, State::Incomplete) << cut;
        const auto progress = find_head(bytes, cut);
        ASSERT_EQ(progress.state, State::Complete) << cut;
        ASSERT_EQ(progress.length, head.size()) << cut;
    }
}

TEST(HttpGuard, SeesAtOnceWhatCannotBecomeAHead) {
    EXPECT_EQ(find_head("GET / HTTP/1.1\n").state, State::Broken);
    EXPECT_EQ(find_head("GET / HTTP/1.1\rX").state, State::Broken);
    EXPECT_EQ(find_head(std::string_view("GET\0", 4)).state, State::Broken);
    EXPECT_EQ(find_head("GET\rX", 4).state, State::Broken);
    EXPECT_EQ(find_head("GET / HTTP/1.1\r").state, State::Incomplete);
}

TEST(HttpGuard, WantsExactlyOneHead) {
    const std::string head = post_with("Content-Length: 5\r\n");

    EXPECT_EQ(check_head(head + "x", hostile_test_rules()).error().status, 400);
    EXPECT_EQ(
        check_head(head.substr(0, head.size() - 1), hostile_test_rules()).error().status, 400
    );
    EXPECT_EQ(check_head("", hostile_test_rules()).error().status, 400);
}

}  // namespace

}  // namespace bot_test
