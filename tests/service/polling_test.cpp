#include <gtest/gtest.h>

#include "tests/support/bot_world.hpp"
#include "tests/support/oracle.hpp"
#include "tests/support/wait.hpp"

// PLATFORMS.md section 2.4: without a public address the program asks for updates, and asks for the
// next ones only after it has stored the ones before.
namespace support {
namespace {

constexpr int kMessages = 250;  // more than two batches of 100

Environment polling() {
    Environment environment = BotWorld::unpaced();
    environment["SKPBOT_TELEGRAM_MODE"] = "polling";
    return environment;
}

TEST(Polling, TakesEveryUpdateOnceAlsoAfterAKill) {
    BotWorld world({.staff = 10, .environment = polling()});
    const Plan plan =
        plan_of(world.office(), 10, kMessages, "tambah realisasi rhk 1 1 laporan", world.stamps());
    // In the order of their ids, as Telegram hands them out.
    for (std::size_t round = 0; round < plan.front().size(); ++round) {
        for (const auto& chat : plan) {
            if (round < chat.size()) world.api().push_update(chat[round].body);
        }
    }
    EXPECT_TRUE(wait_until(
        [&] { return query_number(world.database_url(), "SELECT count(*) FROM inbox") > 0; },
        std::chrono::seconds{20}
    )) << world.service().log_end();

    world.service().kill9();
    world.service().start_ready();

    EXPECT_TRUE(
        wait_until([&] { return world.api().pending_updates() == 0; }, std::chrono::seconds{30})
    ) << "updates that were never confirmed";
    EXPECT_TRUE(world.wait_until_at_rest(std::chrono::seconds{60}));
    const Verdict verdict = judge_effects(world.database_url(), plan);
    EXPECT_TRUE(verdict.good()) << verdict.text();
}

TEST(Polling, SetsTheCommandsOnce) {
    BotWorld world({.staff = 1, .environment = polling()});
    const Person& person = world.office().staff(0).person;
    world.api().push_update(text_update(person, world.stamps().next(), "menu"));
    ASSERT_FALSE(world.wait_for_messages(person, 0).empty()) << world.service().log_end();

    const auto calls = world.api().calls("setMyCommands");

    ASSERT_EQ(calls.size(), 1U);
    EXPECT_EQ(calls.front().status, 200) << calls.front().description;
    EXPECT_NE(calls.front().body.find("realisasi"), std::string::npos);
}

TEST(Polling, OneOddUpdateDoesNotLoseTheOthers) {
    BotWorld world({.staff = 1, .environment = polling()});
    const Person& person = world.office().staff(0).person;
    world.api().push_update(R"({"update_id":800000000,"kind_of_2099":{"a":[1,2]}})");
    world.api().push_update(text_update(person, world.stamps().next(), "realisasi rhk 1 3 laporan")
    );

    const auto told = world.wait_for_messages(person, 0);

    ASSERT_FALSE(told.empty()) << world.service().log_end();
    EXPECT_NE(told.front().text.find("Tercatat"), std::string::npos) << told.front().text;
}

}  // namespace
}  // namespace support
