#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/bot/dialogue_player.hpp"

namespace {

using std::string_view_literals::operator""sv;

std::string times(std::size_t count, std::string_view part) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += part;
    return text;
}

// What no command is made of, whole and around a command. The longest message of a platform has
// 4,096 characters.
std::vector<std::string> bad_inputs() {
    std::vector<std::string> texts = {
        " ",
        "\n\n\n",
        "?",
        "😀😀😀😀😀😀",
        "👎",
        "жжжж жжжж",
        "شكرا جزيلا",
        "你好世界",
        "\u202Esetuju",
        "set\u200Buju",
        "r\u200Bhk 1 3 laporan",
        "rhk 1 \u202E3 laporan",
        "ѕеtuju",
        "rhk 1 ３ lap\u00ADoran\u2066",
        "rhk 1 3 laporan\x01",
        "kembalikan 1\x02: foto",
        "-1",
        "rhk -1 3 laporan",
        "'; DROP TABLE realisasi; --",
        "<b>setuju</b>",
        "{\"text\": \"setujui 1\"}",
        "%s%n%x",
        "../../etc/passwd",
    };
    for (const std::string_view part :
         {"a"sv,
          "9"sv,
          "é"sv,
          "界"sv,
          "😀"sv,
          "\u202E"sv,
          "\u200D"sv,
          "- "sv,
          "rhk "sv,
          "99 "sv,
          "\n"sv,
          ";"sv,
          "Z\u0301"sv}) {
        const std::size_t characters = part.size() > 1 && part[1] == ' ' ? 2048 : 4096;
        texts.push_back(times(part == "rhk " ? 1024 : characters, part));
    }
    return texts;
}

// Everything that an action would change.
std::string counts_of(const script::Player& player) {
    return support::query_text(
        player.database_url(),
        "SELECT (SELECT count(*) FROM ledger) || ' ' || (SELECT count(*) FROM receipt) || ' ' || "
        "(SELECT count(*) FROM realisasi_versi) || ' ' || (SELECT count(*) FROM alamat WHERE "
        "berakhir_pada IS NULL)"
    );
}

void expect_words_and_no_action(script::Player& player, const std::string& who) {
    for (const std::string& text : bad_inputs()) {
        const std::string before = counts_of(player);

        const std::string answer = player.say(who, text);

        EXPECT_GT(answer.size(), 10U) << text.substr(0, 80);
        EXPECT_EQ(counts_of(player), before) << text.substr(0, 80);
    }
}

class BadInput : public testing::Test {
protected:
    BadInput() {
        for (const char* name : {"Ratna", "Siti"}) player_.say(name, "menu");
        player_.wait(std::chrono::hours{24 * 85});
    }
    script::Player player_;
};

TEST_F(BadInput, IsAnsweredInWordsAndChangesNothing) {
    expect_words_and_no_action(player_, "Siti");
}

TEST_F(BadInput, DoesNotFillAForm) {
    ASSERT_NE(player_.say("Siti", "realisasi rhk 1"), "");

    expect_words_and_no_action(player_, "Siti");
}

TEST_F(BadInput, IsNoReasonForADecision) {
    player_.say("Siti", "rhk 1 3 laporan");
    player_.wait(std::chrono::minutes{11});
    ASSERT_NE(player_.say("Ratna", "tinjau").find("1. "), std::string::npos);
    ASSERT_NE(player_.say("Ratna", "kembalikan 1").find("alasan"), std::string::npos);

    const std::string before = counts_of(player_);
    for (const std::string_view text :
         {"😀😀😀😀😀😀"sv,
          "\u202Efoto kurang jelas"sv,
          "foto\u200Bkurang jelas"sv,
          "....."sv,
          "123456"sv,
          "?????"sv,
          "foto kurang jelas\x01"sv}) {
        EXPECT_NE(player_.say("Ratna", std::string(text)), "") << text;
        EXPECT_EQ(counts_of(player_), before) << text;
    }
    EXPECT_NE(player_.say("Ratna", times(4096, "a")), "");
    EXPECT_EQ(counts_of(player_), before);
}

// A form that an older version of the program left in the database goes on; one that nobody can
// read is given up, with a word about it.
TEST_F(BadInput, OldFormsGoOnAndUnreadableOnesAreGivenUp) {
    const auto leave = [this](const std::string& dialogue) {
        support::query(
            player_.database_url(),
            "UPDATE conversation SET dialogue = '" + dialogue +
                "', dialogue_at = '2026-03-28' WHERE address = 'Siti'"
        );
    };
    leave(R"({"dialog":"realisasi","butir":[{"rhk":2,"nilai":"150"}],"ke":0,"apa":1,"v":1})");
    EXPECT_NE(player_.say("Siti", "kuantitas").find("Kuantitas: 150 berkas"), std::string::npos);

    leave(R"({"dialog":"rahasia","v":99})");
    const std::string answer = player_.say("Siti", "3 laporan");
    EXPECT_TRUE(answer.starts_with("Isian yang tertunda tidak dapat dilanjutkan")) << answer;
    EXPECT_NE(answer.find("Untuk RHK yang mana?"), std::string::npos);
}

}  // namespace
