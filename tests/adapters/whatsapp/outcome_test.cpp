#include "adapters/whatsapp/outcome.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tests/adapters/describe.hpp"

namespace adapters::whatsapp {
namespace {

using tests::describe;

// An answer as the Graph API writes it.
std::string refusal(int code, const std::string& more = "") {
    return R"({"error":{"message":"x","type":"OAuthException","code":)" + std::to_string(code) +
           more + R"(,"fbtrace_id":"y"}})";
}

std::string outcome(int status, const std::string& body, int failures = 0) {
    return describe(outcome_of(HttpAnswered{status, {}, body}, failures));
}

// The codes of one row of PLATFORMS.md section 6.2, and their outcome. "#" is the code.
struct Row {
    std::vector<int> codes;
    std::string outcome;
};
const Row kTable[] = {
    {{0, 190, 3, 10, 200, 230, 299, 131'005}, "reconfigure #"},
    {{368, 130'497, 131'031, 131'037}, "reconfigure #"},
    {{131'042, 131'045, 133'010, 133'016}, "reconfigure #"},
    {{132'001, 132'015, 132'016, 131'063, 131'064}, "reconfigure # template"},
    {{4, 80'007}, "retry 300000 account"},
    {{130'429}, "retry 0 account"},
    {{131'056}, "retry 1000 conversation"},
    {{131'048}, "retry 3600000 account alarm"},
    {{131'057}, "retry 120000 account"},
    {{1, 2, 131'000, 131'016}, "retry 0 conversation maybe"},
    {{131'052, 131'053}, "retry 0 conversation"},
    {{131'026}, "gone #"},
    {{131'047}, "window"},
    {{131'049, 130'472}, "rejected held_back"},
    {{131'050}, "rejected marketing_stopped"},
    {{131'030}, "rejected not_in_test_list"},
    {{131'062}, "rejected not_to_user_id"},
    {{137'000}, "rejected key_changed"},
    {{100,
      131'008,
      131'009,
      131'021,
      131'051,
      132'000,
      132'005,
      132'007,
      132'008,
      132'012,
      135'000,
      199,
      300,
      999'999},
     "rejected #"}};

TEST(WhatsAppOutcome, FollowsTheTableInAnswersAndStatuses) {
    for (const Row& row : kTable) {
        for (const int code : row.codes) {
            std::string expected = row.outcome;
            if (const auto at = expected.find('#'); at != std::string::npos) {
                expected.replace(at, 1, std::to_string(code));
            }
            EXPECT_EQ(outcome(400, refusal(code)), expected) << code;
            EXPECT_EQ(describe(outcome_of_error({code, {}}, {})), expected) << code;
        }
    }
}

TEST(WhatsAppOutcome, KeepsTheSubcodeOfWhatTheTableDoesNotName) {
    EXPECT_EQ(outcome(400, refusal(100, R"(,"error_subcode":33)")), "rejected 100.33");
    EXPECT_EQ(outcome(400, R"({"error":{"code":"131047"}})"), "rejected no_code");
    EXPECT_EQ(outcome(400, R"({"error":{}})"), "rejected no_code");
    EXPECT_EQ(outcome(500, refusal(999'999)), "retry 0 conversation maybe");
    EXPECT_EQ(outcome(500, refusal(131'026)), "gone 131026");
}

TEST(WhatsAppOutcome, WaitsFourTimesLongerForOnePersonEachTime) {
    const std::pair<int, std::string> cases[] = {
        {-1, "1000"},
        {0, "1000"},
        {1, "4000"},
        {2, "16000"},
        {3, "64000"},
        {6, "4096000"},
        {7, "4096000"},
        {1'000'000, "4096000"}};
    for (const auto& [failures, delay] : cases) {
        EXPECT_EQ(outcome(400, refusal(131'056), failures), "retry " + delay + " conversation");
    }
}

TEST(WhatsAppOutcome, TriesMediaOnceMore) {
    EXPECT_EQ(outcome(400, refusal(131'053), 0), "retry 0 conversation");
    EXPECT_EQ(outcome(400, refusal(131'053), 1), "rejected media_refused");
}

TEST(WhatsAppOutcome, LetsRetryAfterWin) {
    const auto told = [](int code) {
        return describe(
            outcome_of(HttpAnswered{429, std::chrono::seconds{9}, refusal(code)}, /*failures=*/3)
        );
    };

    EXPECT_EQ(told(131'056), "retry 9000 conversation");
    EXPECT_EQ(told(130'429), "retry 9000 account");
    EXPECT_EQ(told(131'048), "retry 9000 account alarm");
    EXPECT_EQ(told(4), "retry 9000 account");
    EXPECT_EQ(told(131'057), "retry 9000 account");
    EXPECT_EQ(told(131'000), "retry 9000 conversation maybe");
    EXPECT_EQ(told(131'026), "gone 131026");
}

TEST(WhatsAppOutcome, ReadsStatusesWithoutAnErrorOfTheApi) {
    const std::string sent = R"({"messaging_product":"whatsapp","messages":[{"id":"wamid.A="}]})";
    const std::pair<int, std::string> without_body[] = {
        {200, "retry 0 conversation maybe"},
        {302, "reconfigure http_302"},
        {401, "reconfigure http_401"},
        {403, "reconfigure http_403"},
        {404, "reconfigure http_404"},
        {408, "retry 0 conversation maybe"},
        {413, "rejected http_413"},
        {429, "retry 0 account"},
        {500, "retry 0 conversation maybe"},
        {503, "retry 0 conversation maybe"}};
    for (const auto& [status, expected] : without_body) {
        for (const std::string body : {"", "<html>", "[]", "{}", R"({"error":"x"})"}) {
            EXPECT_EQ(outcome(status, body), expected) << status << body;
        }
    }
    EXPECT_EQ(outcome(200, sent), "sent wamid.A=");
    for (const std::string body :
         {R"({"messages":[]})",
          R"({"messages":[{}]})",
          R"({"messages":[{"id":5}]})",
          R"({"messages":[{"id":""}]})",
          R"({"messages":["x"]})"}) {
        EXPECT_EQ(outcome(200, body), "retry 0 conversation maybe") << body;
    }
    EXPECT_EQ(outcome(200, refusal(131'047)), "window");
}

TEST(WhatsAppOutcome, TellsNotSentFromInDoubt) {
    EXPECT_EQ(describe(outcome_of(HttpNotSent{HttpBarrier::Tls}, 0)), "retry 0 conversation");
    EXPECT_EQ(
        describe(outcome_of(HttpInDoubt{HttpDoubt::Timeout}, 0)), "retry 0 conversation maybe"
    );
}

}  // namespace
}  // namespace adapters::whatsapp
