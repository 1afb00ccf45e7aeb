#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "tests/bot/dialogue_player.hpp"

namespace {

const std::filesystem::path kFolder = std::string(SKPBOT_SOURCE_DIR) + "/tests/dialogues";

std::vector<std::string> scripts() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
        if (entry.path().extension() == ".txt") names.push_back(entry.path().stem());
    }
    std::ranges::sort(names);
    return names;
}

class Dialogues : public testing::TestWithParam<std::string> {};

TEST_P(Dialogues, GoAsWritten) {
    script::Player player;

    EXPECT_EQ(player.play(kFolder / (GetParam() + ".txt")), "");
}

INSTANTIATE_TEST_SUITE_P(All, Dialogues, testing::ValuesIn(scripts()), [](const auto& test) {
    return test.param;
});

}  // namespace
