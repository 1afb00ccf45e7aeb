#include "adapters/http_client.hpp"

#include <gtest/gtest.h>

#include <future>
#include <stdexcept>
#include <utility>

#include "tests/adapters/scripted_server.hpp"

namespace adapters {
namespace {

using std::chrono::milliseconds;
using tests::Peer;
using tests::ScriptedServer;

HttpOptions quick() {
    HttpOptions options;
    options.connect_deadline = milliseconds{2'000};
    options.call_deadline = milliseconds{300};
    options.answer_bytes = 4096;
    return options;
}

HttpDoubt doubt_of(const HttpResult& result) {
    const auto* doubt = std::get_if<HttpInDoubt>(&result);
    EXPECT_NE(doubt, nullptr) << "index " << result.index();
    return doubt != nullptr ? doubt->doubt : HttpDoubt{};
}

// Plays the script for one POST under short deadlines.
HttpResult post_to(const ScriptedServer::Script& script) {
    ScriptedServer server(script);
    HttpClient client(server.address(), quick());
    return client.post_json("/x", "{}");
}

void answer_all(Peer& peer) {
    while (peer.read_request()) peer.answer("{}");
}

TEST(HttpClient, SendsThePostAndGivesTheAnswerBack) {
    Peer::Request seen;
    ScriptedServer server([&](Peer& peer) {
        if (auto request = peer.read_request()) seen = *request;
        peer.answer(R"({"ok":true})", "418 Teapot");
    });
    HttpClient client(server.address() + "/v1/", quick());

    const HttpResult result = client.post_json("/bot1:a/send", R"({"a":1})");

    ASSERT_TRUE(std::holds_alternative<HttpAnswered>(result));
    EXPECT_EQ(std::get<HttpAnswered>(result).status, 418);
    EXPECT_EQ(std::get<HttpAnswered>(result).body, R"({"ok":true})");
    EXPECT_EQ(seen.method_string(), "POST");
    EXPECT_EQ(seen.target(), "/v1/bot1:a/send");
    EXPECT_EQ(seen["Host"], server.address().substr(7));
    EXPECT_EQ(seen["Content-Type"], "application/json");
    EXPECT_EQ(seen["Content-Length"], "7");
    EXPECT_EQ(seen.body(), R"({"a":1})");
}

TEST(HttpClient, SendsAGetWithoutBody) {
    Peer::Request seen;
    ScriptedServer server([&](Peer& peer) {
        if (auto request = peer.read_request()) seen = *request;
        peer.answer("{}");
    });
    HttpClient client(server.address(), quick());

    const HttpResult result = client.get("/123?fields=url");

    EXPECT_TRUE(std::holds_alternative<HttpAnswered>(result));
    EXPECT_EQ(seen.method_string(), "GET");
    EXPECT_EQ(seen.target(), "/123?fields=url");
    EXPECT_EQ(seen.count("Content-Length"), 0U);
}

TEST(HttpClient, UsesOneConnectionForManyCalls) {
    ScriptedServer server(answer_all);
    HttpClient client(server.address(), quick());

    for (int i = 0; i < 20; ++i) {
        EXPECT_TRUE(std::holds_alternative<HttpAnswered>(client.post_json("/x", "{}")));
    }

    EXPECT_EQ(server.connections(), 1);
}

TEST(HttpClient, ConnectsAnewAfterConnectionClose) {
    ScriptedServer server([](Peer& peer) {
        peer.read_request();
        peer.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
        peer.wait_closed();
    });
    HttpClient client(server.address(), quick());

    for (int i = 0; i < 3; ++i) {
        EXPECT_TRUE(std::holds_alternative<HttpAnswered>(client.post_json("/x", "{}")));
    }

    EXPECT_EQ(server.connections(), 3);
}

TEST(HttpClient, ConnectsAnewIfTheServerClosedBetweenTwoCalls) {
    std::promise<void> closed;
    ScriptedServer server([&, first = true](Peer& peer) mutable {
        peer.read_request();
        peer.answer("{}");
        peer.socket().close();
        if (std::exchange(first, false)) closed.set_value();
    });
    HttpClient client(server.address(), quick());

    EXPECT_TRUE(std::holds_alternative<HttpAnswered>(client.post_json("/x", "{}")));
    closed.get_future().wait();

    EXPECT_TRUE(std::holds_alternative<HttpAnswered>(client.post_json("/x", "{}")));
    EXPECT_EQ(server.connections(), 2);
}

TEST(HttpClient, ConnectsAnewAfterTheIdleLimit) {
    ScriptedServer server(answer_all);
    HttpOptions options = quick();
    options.idle_limit = milliseconds{-1};
    HttpClient client(server.address(), options);

    for (int i = 0; i < 2; ++i) {
        EXPECT_TRUE(std::holds_alternative<HttpAnswered>(client.post_json("/x", "{}")));
    }

    EXPECT_EQ(server.connections(), 2);
}

TEST(HttpClient, DropsAConnectionThatSaysMoreThanAsked) {
    ScriptedServer server([](Peer& peer) {
        peer.read_request();
        peer.write(
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]"
        );
        peer.wait_closed();
    });
    HttpClient client(server.address(), quick());

    for (int i = 0; i < 2; ++i) {
        const HttpResult result = client.post_json("/x", "{}");
        ASSERT_TRUE(std::holds_alternative<HttpAnswered>(result));
        EXPECT_EQ(std::get<HttpAnswered>(result).body, "{}");
    }

    EXPECT_EQ(server.connections(), 2);
}

TEST(HttpClient, FollowsNoRedirect) {
    ScriptedServer server([](Peer& peer) {
        peer.read_request();
        peer.write(
            "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"
        );
    });
    HttpClient client(server.address(), quick());

    const HttpResult result = client.post_json("/x", "{}");

    ASSERT_TRUE(std::holds_alternative<HttpAnswered>(result));
    EXPECT_EQ(std::get<HttpAnswered>(result).status, 302);
    EXPECT_EQ(server.connections(), 1);
}

TEST(HttpClient, ReadsRetryAfterInDigitsOnly) {
    const std::pair<std::string, std::optional<int>> cases[] = {
        {"14", 14},
        {"0", 0},
        {"", std::nullopt},
        {"-1", std::nullopt},
        {"9999999", std::nullopt},
        {"Fri, 31 Dec 1999 23:59:59 GMT", std::nullopt}};
    for (const auto& [value, expected] : cases) {
        const HttpResult result = post_to([&](Peer& peer) {
            peer.read_request();
            peer.write(
                "HTTP/1.1 429 Too Many Requests\r\nRetry-After: " + value +
                "\r\nContent-Length: 0\r\n\r\n"
            );
        });

        ASSERT_TRUE(std::holds_alternative<HttpAnswered>(result)) << value;
        const auto wait = std::get<HttpAnswered>(result).retry_after;
        EXPECT_EQ(wait.has_value(), expected.has_value()) << value;
        EXPECT_EQ(wait.value_or(std::chrono::seconds{0}).count(), expected.value_or(0)) << value;
    }
}

TEST(HttpClient, IsInDoubtIfTheServerSaysNothing) {
    const auto started = std::chrono::steady_clock::now();

    const HttpResult result = post_to([](Peer& peer) {
        peer.read_request();
        peer.wait_closed();
    });

    EXPECT_EQ(doubt_of(result), HttpDoubt::Timeout);
    EXPECT_LT(std::chrono::steady_clock::now() - started, milliseconds{2'000});
}

TEST(HttpClient, IsInDoubtIfTheAnswerTricklesBeyondTheDeadline) {
    const HttpResult result = post_to([](Peer& peer) {
        peer.read_request();
        peer.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
        do {
            peer.write(" ");
        } while (!peer.wait_closed(milliseconds{20}));
    });

    EXPECT_EQ(doubt_of(result), HttpDoubt::Timeout);
}

TEST(HttpClient, IsInDoubtIfTheConnectionIsReset) {
    const HttpResult result = post_to([](Peer& peer) {
        peer.read_request();
        peer.reset_at_end();
    });

    EXPECT_EQ(doubt_of(result), HttpDoubt::Reset);
}

TEST(HttpClient, IsInDoubtIfTheAnswerIsCutShort) {
    for (const std::string_view answer :
         {"", "HTTP/1.1 20", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{}"}) {
        const HttpResult result = post_to([&](Peer& peer) {
            peer.read_request();
            peer.write(answer);
        });

        EXPECT_EQ(doubt_of(result), HttpDoubt::Truncated) << answer;
    }
}

TEST(HttpClient, IsInDoubtIfTheAnswerIsTooLarge) {
    const std::string long_body(5'000, ' ');
    const std::string long_field = "HTTP/1.1 200 OK\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n";
    const std::string answers[] = {
        "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + long_body,
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1388\r\n" + long_body +
            "\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\n" + long_body,
        long_field,
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;" + std::string(100'000, 'x')};
    for (const std::string& answer : answers) {
        const HttpResult result = post_to([&](Peer& peer) {
            peer.read_request();
            peer.write(answer);
            peer.wait_closed();
        });

        EXPECT_EQ(doubt_of(result), HttpDoubt::TooLarge) << answer.substr(0, 60);
    }
}

TEST(HttpClient, IsInDoubtIfTheAnswerIsNoHttp) {
    for (const std::string_view answer : {"SSH-2.0-x\r\n\r\n", "HTTP/1.1 100 Continue\r\n\r\n"}) {
        const HttpResult result = post_to([&](Peer& peer) {
            peer.read_request();
            peer.write(answer);
            peer.wait_closed();
        });

        EXPECT_EQ(doubt_of(result), HttpDoubt::Malformed) << answer;
    }
}

TEST(HttpClient, WorksAgainAfterAFailure) {
    int round = 0;
    ScriptedServer server([&](Peer& peer) {
        if (round++ == 0) return peer.reset_at_end();
        answer_all(peer);
    });
    HttpClient client(server.address(), quick());

    client.post_json("/x", "{}");

    EXPECT_TRUE(std::holds_alternative<HttpAnswered>(client.post_json("/x", "{}")));
}

TEST(HttpClient, SaysNotSentIfNobodyListens) {
    unsigned short port = 0;
    {
        const ScriptedServer gone([](Peer&) {});
        port = gone.port();
    }
    HttpClient client("http://127.0.0.1:" + std::to_string(port), quick());

    const HttpResult result = client.post_json("/x", "{}");

    ASSERT_TRUE(std::holds_alternative<HttpNotSent>(result));
    EXPECT_EQ(std::get<HttpNotSent>(result).barrier, HttpBarrier::Connect);
}

TEST(HttpClient, SaysNotSentIfTheNameIsUnknown) {
    HttpClient client("http://nobody.invalid:8080", quick());

    const HttpResult result = client.post_json("/x", "{}");

    ASSERT_TRUE(std::holds_alternative<HttpNotSent>(result));
    EXPECT_EQ(std::get<HttpNotSent>(result).barrier, HttpBarrier::Name);
}

TEST(HttpClient, SaysNotSentIfTheServerSpeaksNoTls) {
    ScriptedServer server([](Peer& peer) {
        peer.write("HTTP/1.1 400 Bad Request\r\n\r\n");
        peer.wait_closed();
    });
    HttpClient client("https://127.0.0.1:" + std::to_string(server.port()), quick());

    const HttpResult result = client.post_json("/x", "{}");

    ASSERT_TRUE(std::holds_alternative<HttpNotSent>(result));
    EXPECT_EQ(std::get<HttpNotSent>(result).barrier, HttpBarrier::Tls);
}

TEST(HttpClient, RefusesAPathThatCouldBreakOut) {
    HttpClient client("http://127.0.0.1:9", quick());

    for (const std::string_view path :
         {"", "x", "/a b", "/a\r\nX: y", "/../x", "/a%0d", "/a#b", "http://x/", "/\xC3\xA9"}) {
        EXPECT_THROW(client.post_json(path, "{}"), std::invalid_argument) << path;
    }
}

TEST(HttpClient, RefusesABadBaseAddress) {
    for (const std::string_view address :
         {"",
          "127.0.0.1",
          "ftp://x",
          "http://",
          "http://a b",
          "http://x:0",
          "http://x:65536",
          "http://x:8a",
          "http://u@x",
          "http://[::1",
          "https://x/a b",
          "https://x/?a=b",
          "http://x\r\ny"}) {
        EXPECT_THROW(HttpClient{address}, std::invalid_argument) << address;
    }
}

}  // namespace
}  // namespace adapters
