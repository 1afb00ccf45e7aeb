#include "adapters/telegram/telegram.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace adapters {
namespace {

const std::string kSecret = "uji-rahasia_0123456789abcdefghijklmnop";

TEST(Telegram, KnowsItsOwn) {
    const Telegram telegram("123456:AA-bb_cc", kSecret);

    EXPECT_EQ(telegram.name(), "telegram");
    EXPECT_EQ(telegram.account(), "123456");
    EXPECT_EQ(telegram.signature_field(), "X-Telegram-Bot-Api-Secret-Token");
    EXPECT_TRUE(telegram.is_genuine({kSecret, "{}"}));
    EXPECT_EQ(telegram.decode(R"({"update_id":1})").incoming.at(0).account, "123456");
}

TEST(Telegram, RefusesEveryOtherSecret) {
    const Telegram telegram("1:a", kSecret);

    EXPECT_FALSE(telegram.is_genuine({"", "{}"}));
    EXPECT_FALSE(telegram.is_genuine({{}, "{}"}));
    EXPECT_FALSE(telegram.is_genuine({kSecret + "a", "{}"}));
    EXPECT_FALSE(telegram.is_genuine({kSecret.substr(1), "{}"}));
    EXPECT_FALSE(telegram.is_genuine({kSecret + kSecret, "{}"}));
    EXPECT_FALSE(telegram.is_genuine({kSecret + std::string(1, '\0'), "{}"}));
    for (std::size_t i = 0; i < kSecret.size() * 8; ++i) {
        std::string flipped = kSecret;
        flipped[i / 8] = static_cast<char>(flipped[i / 8] ^ (1 << (i % 8)));
        EXPECT_FALSE(telegram.is_genuine({flipped, "{}"})) << i;
    }
}

TEST(Telegram, TakesNothingForGenuineWithoutASecret) {
    const Telegram telegram("1:a", "");

    EXPECT_FALSE(telegram.is_genuine({"", "{}"}));
    EXPECT_FALSE(telegram.is_genuine({"a", "{}"}));
}

TEST(Telegram, RefusesATokenOrSecretWithOtherCharacters) {
    for (const std::string token :
         {"", "1", ":", "1:", ":a", "a:b", "1:a/b", "1:a\r\nb", "1:a:b", "1 :a"}) {
        try {
            const Telegram telegram(token, kSecret);
            ADD_FAILURE() << token;
        } catch (const std::invalid_argument& error) {
            EXPECT_EQ(std::string(error.what()).find("1:a"), std::string::npos);
        }
    }
    EXPECT_THROW(Telegram("1:a", "a b"), std::invalid_argument);
    EXPECT_THROW(Telegram("1:a", std::string(257, 'a')), std::invalid_argument);
}

}  // namespace
}  // namespace adapters
