#include "bot/service/http_answer.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "bot/service/http_pending_answer.hpp"

namespace bot_test {

namespace {

using namespace std::chrono_literals;
using bot::Persistence;

constexpr std::chrono::system_clock::time_point kTime{1774832400s};

TEST(AnswerBytes, HoldsHeadAndBody) {
    bot::HttpResponse response;
    response.content_type = "text/plain";
    response.body = "halo";
    response.fields.push_back({"Cache-Control", "no-store"});

    EXPECT_EQ(
        bot::answer_bytes(response, Persistence::KeepAlive, kTime),
        "HTTP/1.1 200 OK\r\n"
        "Date: Mon, 30 Mar 2026 01:00:00 GMT\r\n"
        "Cache-Control: no-store\r\n"
        "Content-Type: text/plain\r\n"
        "X-Content-Type-Options: nosniff\r\n"
        "Content-Length: 4\r\n"
        "\r\n"
        "halo"
    );
}

TEST(AnswerBytes, SaysWhenToComeBack) {
    EXPECT_EQ(
        bot::answer_bytes(bot::unavailable_response(), Persistence::Close, kTime),
        "HTTP/1.1 503 Service Unavailable\r\n"
        "Date: Mon, 30 Mar 2026 01:00:00 GMT\r\n"
        "Content-Type: application/json\r\n"
        "X-Content-Type-Options: nosniff\r\n"
        "Retry-After: 5\r\n"
        "Connection: close\r\n"
        "Content-Length: 23\r\n"
        "\r\n"
        "{\"error\":\"unavailable\"}"
    );
}

TEST(AnswerBytes, DoesNotWriteAFieldThatCouldSplitTheAnswer) {
    for (const bot::HttpField& field :
         {bot::HttpField{"X", "a\r\nSet-Cookie: b"},
          bot::HttpField{"X\r\nY", "a"},
          bot::HttpField{"X: a", "b"},
          bot::HttpField{"", "a"}}) {
        bot::HttpResponse response;
        response.fields.push_back(field);

        const std::string bytes = bot::answer_bytes(response, Persistence::Close, kTime);

        EXPECT_TRUE(bytes.starts_with("HTTP/1.1 500 ")) << field.name;
        EXPECT_EQ(bytes.find("Set-Cookie"), std::string::npos);
    }
    bot::HttpResponse response;
    response.content_type = "text/plain\r\n\r\nbody";
    EXPECT_TRUE(bot::answer_bytes(response, Persistence::Close, kTime).starts_with("HTTP/1.1 500 ")
    );
}

TEST(PendingAnswer, TakesTheFirstAnswerAndWakesOnce) {
    int woken = 0;
    bot::PendingAnswer answer([&woken] { ++woken; });

    answer.put(bot::error_response(404, "first"));
    answer.put({});

    EXPECT_TRUE(answer.has_come());
    EXPECT_EQ(answer.end()->status, 404);
    EXPECT_EQ(woken, 1);
}

TEST(PendingAnswer, DropsWhatComesAfterTheEnd) {
    int woken = 0;
    bot::PendingAnswer answer([&woken] { ++woken; });

    EXPECT_FALSE(answer.end().has_value());
    answer.put({});

    EXPECT_FALSE(answer.has_come());
    EXPECT_EQ(woken, 0);
}

}  // namespace

}  // namespace bot_test
