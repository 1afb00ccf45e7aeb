#include <gtest/gtest.h>

#include <thread>

#include "tests/support/bot_world.hpp"
#include "tests/support/wait.hpp"

// PLATFORMS.md section 4.1: who waits for an answer over a second sees that it is being written.
namespace support::chat_action {
namespace {

constexpr std::chrono::seconds kPatience{20};

// While it lives no realisasi can be written.
class HeldTable {
public:
    explicit HeldTable(const std::string& url) : url_(url) {
        query(url_, "CREATE TABLE let_go (held boolean)");
        holder_ = std::thread([this] {
            query(
                url_,
                "DO $$ BEGIN LOCK TABLE realisasi IN EXCLUSIVE MODE; "
                "WHILE NOT EXISTS (SELECT FROM let_go) LOOP PERFORM pg_sleep(0.02); END LOOP; "
                "END $$"
            );
        });
    }
    ~HeldTable() {
        query(url_, "INSERT INTO let_go VALUES (true)");
        holder_.join();
    }
    HeldTable(const HeldTable&) = delete;
    HeldTable& operator=(const HeldTable&) = delete;

    [[nodiscard]] bool holds() const {
        return query_number(
                   url_,
                   "SELECT count(*) FROM pg_locks WHERE relation = 'realisasi'::regclass "
                   "AND mode = 'ExclusiveLock' AND granted"
               ) > 0;
    }

private:
    std::string url_;
    std::thread holder_;
};

TEST(ChatActions, TypingIsShownWhileASlowAnswerIsWritten) {
    BotWorld world({.staff = 1, .environment = BotWorld::unpaced()});
    const Person& person = world.office().staff(0).person;
    {
        const HeldTable held(world.database_url());
        ASSERT_TRUE(wait_until([&] { return held.holds(); }, kPatience));
        ASSERT_EQ(
            world.client().post(
                text_update(person, world.stamps().next(), "realisasi rhk 1 3 laporan")
            ),
            200
        );
        EXPECT_TRUE(
            wait_until([&] { return !world.api().calls("sendChatAction").empty(); }, kPatience)
        ) << world.service().log_end();
        EXPECT_TRUE(world.api().sent_to(person.id).empty()) << "it came before the answer";
    }

    ASSERT_TRUE(world.wait_until_at_rest(kPatience)) << world.service().log_end();
    ASSERT_EQ(world.api().sent_to(person.id).size(), 1U);
    EXPECT_TRUE(holds(world.api().sent_to(person.id)[0], "Tercatat"));
    const auto calls = world.api().calls("sendChatAction");
    ASSERT_EQ(calls.size(), 1U);
    EXPECT_EQ(calls[0].status, 200) << calls[0].description;
    EXPECT_EQ(
        calls[0].body, R"({"chat_id":)" + std::to_string(person.id) + R"(,"action":"typing"})"
    );
}

}  // namespace
}  // namespace support::chat_action
