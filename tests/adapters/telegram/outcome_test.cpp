#include "adapters/telegram/outcome.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tests/adapters/describe.hpp"

namespace adapters::telegram {
namespace {

// An answer as the API writes it.
std::string refusal(int code, const std::string& description, const std::string& parameters = "") {
    return R"({"ok":false,"error_code":)" + std::to_string(code) + R"(,"description":")" +
           description + "\"" + (parameters.empty() ? "" : R"(,"parameters":)" + parameters) + "}";
}

struct Case {
    int status;
    std::string body;
    std::string outcome;
};

void check(const Case& one) {
    EXPECT_EQ(tests::describe(outcome_of(HttpAnswered{one.status, {}, one.body})), one.outcome)
        << one.status << ' ' << one.body;
}

TEST(TelegramOutcome, FollowsTheTableForWhatTheApiSays) {
    const std::pair<std::string, std::string> bad_requests[] = {
        {"message is not modified: x", "sent "},
        {"query is too old and response timeout expired or query ID is invalid", "sent "},
        {"query ID is invalid", "sent "},
        {"message to edit not found", "rejected cannot_edit"},
        {"message can't be edited", "rejected cannot_edit"},
        {"message can't be deleted", "rejected cannot_edit"},
        {"message to be replied not found", "rejected reply_not_found"},
        {"chat not found", "gone chat_not_found"},
        {"private chat not found", "gone chat_not_found"},
        {"PEER_ID_INVALID", "gone chat_not_found"},
        {"group chat was upgraded to a supergroup chat", "rejected group_upgraded"},
        {"can't parse entities: x", "rejected cannot_parse_entities"},
        {"message is too long", "rejected too_long"},
        {"reply markup is too long", "rejected markup_too_long"},
        {"BUTTON_DATA_INVALID", "rejected button_data"},
        {"wrong file_id or the file is temporarily unavailable", "rejected file_refused"},
        {"file is too big", "rejected file_refused"},
        {"something new", "rejected http_400"},
        {"", "rejected http_400"}};
    for (const auto& [text, outcome] : bad_requests) {
        check({400, refusal(400, "Bad Request: " + text), outcome});
        check({400, refusal(400, text), outcome});
    }
    const std::pair<std::string, std::string> forbidden[] = {
        {"bot was blocked by the user", "gone blocked"},
        {"user is deactivated", "gone deactivated"},
        {"bot can't initiate conversation with a user", "gone not_started"},
        {"bot was kicked from the group chat", "gone kicked"},
        {"bot is not a member of the channel chat", "gone not_member"},
        {"something new", "gone http_403"}};
    for (const auto& [text, outcome] : forbidden) {
        check({403, refusal(403, "Forbidden: " + text), outcome});
    }
}

TEST(TelegramOutcome, FollowsTheTableForStatuses) {
    const Case cases[] = {
        {200, R"({"ok":true,"result":{"message_id":77}})", "sent 77"},
        {200, R"({"ok":true,"result":true})", "retry 0 conversation maybe"},
        {200, R"({"ok":true,"result":{"message_id":"77"}})", "retry 0 conversation maybe"},
        {200, R"({"ok":false})", "rejected http_200"},
        {200, "", "retry 0 conversation maybe"},
        {200, "<html>", "retry 0 conversation maybe"},
        {200, R"({"ok":tr)", "retry 0 conversation maybe"},
        {200, R"({"result":{}})", "retry 0 conversation maybe"},
        {401, refusal(401, "Unauthorized"), "reconfigure http_401"},
        {404, refusal(404, "Not Found"), "reconfigure http_404"},
        {404, "<html>", "reconfigure http_404"},
        {409,
         refusal(409, "Conflict: terminated by other getUpdates request"),
         "reconfigure conflict"},
        {302, "", "reconfigure http_302"},
        {403, "<html>", "reconfigure http_403"},
        {413, refusal(413, "Request Entity Too Large"), "rejected http_413"},
        {413, "<html>", "rejected http_413"},
        {400, "<html>", "rejected http_400"},
        {500, refusal(500, "Internal Server Error"), "retry 0 conversation maybe"},
        {502, "<html>", "retry 0 conversation maybe"},
        {504, "", "retry 0 conversation maybe"},
        {429,
         refusal(429, "Too Many Requests: retry after 14", R"({"retry_after":14})"),
         "retry 14000 account"},
        {429, refusal(429, "Too Many Requests", R"({"retry_after":"14"})"), "retry 0 account"},
        {429,
         refusal(429, "Too Many Requests", R"({"retry_after":99999999999})"),
         "retry 86400000 account"},
        {429, "<html>", "retry 0 account"}};
    for (const Case& one : cases) check(one);
}

TEST(TelegramOutcome, TakesTheStatusIfTheApiNamesNoCode) {
    check(
        {400,
         R"({"ok":false,"description":"x","parameters":{"migrate_to_chat_id":-100}})",
         "rejected group_upgraded"}
    );
    check(
        {403,
         R"({"ok":false,"description":"Forbidden: bot was blocked by the user"})",
         "gone blocked"}
    );
    check({429, R"({"ok":false,"parameters":{"retry_after":3}})", "retry 3000 account"});
}

TEST(TelegramOutcome, TakesTheHeaderIfTheBodyNamesNoTime) {
    const HttpAnswered answer{429, std::chrono::seconds{9}, "<html>"};

    EXPECT_EQ(tests::describe(outcome_of(answer)), "retry 9000 account");
}

TEST(TelegramOutcome, TellsNotSentFromInDoubt) {
    EXPECT_EQ(tests::describe(outcome_of(HttpNotSent{HttpBarrier::Name})), "retry 0 conversation");
    EXPECT_EQ(tests::describe(outcome_of(HttpNotSent{HttpBarrier::Tls})), "retry 0 conversation");
    EXPECT_EQ(
        tests::describe(outcome_of(HttpInDoubt{HttpDoubt::Timeout})), "retry 0 conversation maybe"
    );
    EXPECT_EQ(
        tests::describe(outcome_of(HttpInDoubt{HttpDoubt::TooLarge})), "retry 0 conversation maybe"
    );
}

}  // namespace
}  // namespace adapters::telegram
