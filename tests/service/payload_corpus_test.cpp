#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "tests/support/bot_world.hpp"

// Whatever Telegram has ever sent to other projects gets its 200 and leaves the program alive.
namespace support {
namespace {

TEST(PayloadCorpus, EveryFileGets200AndTheChatGoesOn) {
    BotWorld world({.staff = 1, .environment = BotWorld::unpaced()});
    WebhookClient client = world.client();
    std::set<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::directory_iterator(SKPBOT_SOURCE_DIR "/tests/data/telegram"))
        if (entry.path().extension() == ".json") files.insert(entry.path());
    ASSERT_GE(files.size(), 50U) << "the recorded payloads are missing";

    for (const auto& file : files)
        EXPECT_EQ(client.post(read_text(file.string())), 200) << file.filename();

    EXPECT_TRUE(world.wait_until_worked_off(std::chrono::seconds{30})) << world.service().log_end();
    EXPECT_TRUE(world.service().running());
    EXPECT_EQ(world.api().refused().size(), 0U) << "answers that the Bot API refuses";
    const Person& person = world.office().staff(0).person;
    EXPECT_EQ(
        client.post(text_update(person, world.stamps().next(), "realisasi rhk 1 3 laporan")), 200
    );
    EXPECT_FALSE(world.wait_for_messages(person, 0).empty()) << world.service().log_end();
}

}  // namespace
}  // namespace support
