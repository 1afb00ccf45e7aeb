#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <variant>

#include "bot/conversation/parse.hpp"

namespace {

// Of the signs of CONVERSATION.md section 1, so that letters stand before digits as in chat
// spelling ("g", "tdk", "rhk1").
std::string random_code(std::mt19937& random) {
    constexpr std::string_view kSigns = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    std::string code = "R-";
    for (int i = 0; i < 6; ++i) code += kSigns[random() % kSigns.size()];
    return code;
}

TEST(ReceiptCodeTest, NoCodeIsReadAsWords) {
    std::mt19937 random(7);
    for (int i = 0; i < 20'000; ++i) {
        const std::string code = i == 0 ? "R-G9TVDV" : random_code(random);
        const auto undo = bot::parse("urungkan " + code, {});
        ASSERT_TRUE(std::holds_alternative<bot::Urungkan>(undo)) << code;
        ASSERT_EQ(std::get<bot::Urungkan>(undo).kode, code);
        const auto look = bot::parse("bukti " + code, {});
        ASSERT_TRUE(std::holds_alternative<bot::LihatKwitansi>(look)) << code;
        ASSERT_EQ(std::get<bot::LihatKwitansi>(look).kode, code);
    }
}

TEST(ReceiptCodeTest, WordsAroundACodeStillCount) {
    const auto refused = bot::parse("jangan urungkan R-G9TVDV", {});
    EXPECT_TRUE(std::holds_alternative<bot::TidakBertindak>(refused));
}

}  // namespace
