#include "adapters/utf.hpp"

#include <gtest/gtest.h>

namespace adapters {
namespace {

TEST(CleanText, DropsControlsAndBidiControlsOnly) {
    EXPECT_EQ(clean_text(std::string_view("a\0b", 3)), "ab");
    EXPECT_EQ(clean_text("a\r\n\tb\x7f"), "a\n\tb");
    EXPECT_EQ(clean_text("a\u0085\u009Fb"), "ab");
    EXPECT_EQ(clean_text("\u202Aa\u202Eb\u2066c\u2069"), "abc");
    EXPECT_EQ(clean_text("\u2029\u202F\u2065\u206A\u2060"), "\u2029\u202F\u2065\u206A\u2060");
    EXPECT_EQ(clean_text("Sasaran 👩‍👩‍👧 é"), "Sasaran 👩‍👩‍👧 é");
}

TEST(CleanText, MakesAnythingValidUtf8) {
    EXPECT_EQ(clean_text("\xFF"), "\uFFFD");
    EXPECT_EQ(clean_text("\xC3"), "\uFFFD");
    EXPECT_EQ(clean_text("\xC3\x41"), "\uFFFD\x41");
    EXPECT_EQ(clean_text("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");              // a surrogate
    EXPECT_EQ(clean_text("\xC0\xAF"), "\uFFFD\uFFFD");                        // an overlong slash
    EXPECT_EQ(clean_text("\xF4\x90\x80\x80x"), "\uFFFD\uFFFD\uFFFD\uFFFDx");  // above U+10FFFF
}

TEST(IsUtf8, KnowsTheBorders) {
    EXPECT_TRUE(is_utf8(""));
    EXPECT_TRUE(is_utf8("a\u00E9\u20AC\U0010FFFF"));
    EXPECT_FALSE(is_utf8("a\x80"));
    EXPECT_FALSE(is_utf8("\xED\xBF\xBF"));
    EXPECT_FALSE(is_utf8("\xF4\x90\x80\x80"));
    EXPECT_FALSE(is_utf8("\xE2\x82"));
}

TEST(Utf16Length, CountsTwoForWhatLiesAboveFfff) {
    EXPECT_EQ(utf16_length(std::string_view{}), 0U);
    EXPECT_EQ(utf16_length("abc"), 3U);
    EXPECT_EQ(utf16_length("é€"), 2U);
    EXPECT_EQ(utf16_length("👋a"), 3U);
}

TEST(PlainPeopleText, DisarmsSignsAtTheStartOfAWord) {
    const std::pair<std::string, std::string> cases[] = {
        {"/setuju semua", "/\u2060setuju semua"},
        {"ok /setuju", "ok /\u2060setuju"},
        {"ok\n/setuju", "ok /\u2060setuju"},
        {"(/setuju)", "(/\u2060setuju)"},
        {"@pimpinan #penting", "@\u2060pimpinan #\u2060penting"},
        {"a/b c@d e#f", "a/b c@d e#f"},
        {"dan / atau", "dan / atau"},
        {"https://contoh.id/x/y", "https://contoh.id/x/y"},
        {"baris satu\r\nbaris dua", "baris satu baris dua"},
        {"a\u2028b\u2029c", "a b c"},
        {"\u202E/x", "/\u2060x"},
        {"", ""}};
    for (const auto& [text, plain] : cases) EXPECT_EQ(plain_people_text(text), plain) << text;
}

}  // namespace
}  // namespace adapters
