#include "bot/cli/chat.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "tests/support/import_fixture.hpp"

namespace bot {
namespace {

// What depends on the date is for the dialogues: the terminal has the database's own time.
class Chat : public support::ImportFixture {
protected:
    void SetUp() override { ASSERT_TRUE(import_from(demo_folder()).stored()); }

    int talk(const std::string& nip, const std::string& lines) {
        Config config;
        config.database_url = url();
        std::istringstream input(lines);
        out_.str("");
        err_.str("");
        return run_chat(config, {.nip = nip, .input = &input}, out_, err_);
    }

    [[nodiscard]] std::string told() const { return out_.str(); }

    static constexpr char kSiti[] = "199203152015032904";
    std::ostringstream out_, err_;
};

TEST_F(Chat, AnswersTheNamedPerson) {
    EXPECT_EQ(talk(kSiti, "profil\n"), 0) << err_.str();

    EXPECT_NE(told().find("Siti Aminah"), std::string::npos) << told();
}

TEST_F(Chat, RemembersWhatItAskedWhenItIsOpenedAgain) {
    EXPECT_EQ(talk(kSiti, "lepas akun\n"), 0);
    EXPECT_EQ(told().find("Selamat datang"), std::string::npos) << told();

    EXPECT_EQ(talk(kSiti, "ya\n"), 0);

    EXPECT_NE(told().find("Akun dilepas · R-"), std::string::npos) << told();
}

TEST_F(Chat, AsksNoTerminalForAContact) {
    EXPECT_EQ(talk(kSiti, "lepas akun\nya\nhalo\n"), 0);

    EXPECT_NE(told().find("Selamat datang di SKP Bot"), std::string::npos) << told();
    EXPECT_EQ(told().find("Bagikan kontak"), std::string::npos) << told();
}

TEST_F(Chat, SaysWhoIsNobody) {
    EXPECT_EQ(talk("199203152015032999", "profil\n"), 1);
    EXPECT_EQ(talk("123", "profil\n"), 2);

    EXPECT_EQ(told(), "");
    EXPECT_NE(err_.str(), "");
}

TEST_F(Chat, SaysThatALineIsNoText) {
    EXPECT_EQ(talk(kSiti, "profil \xff\n"), 1);

    EXPECT_NE(err_.str().find("UTF-8"), std::string::npos);
}

}  // namespace
}  // namespace bot
