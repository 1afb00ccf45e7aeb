#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "bot/cli/whatsapp.hpp"
#include "tests/support/fake_graph_api.hpp"
#include "tests/support/process.hpp"

namespace {

constexpr char kTemplates[] = SKPBOT_SOURCE_DIR "/adapters/whatsapp/templates";

class WhatsappCommand : public ::testing::Test {
protected:
    int run(bot::TemplatesAction action, const std::string& folder = kTemplates) {
        out_.str("");
        err_.str("");
        return bot::run_whatsapp(config_, {action, folder}, out_, err_);
    }

    void configure() {
        const support::GraphAccount& account = graph_.account();
        config_.whatsapp.token = account.token;
        config_.whatsapp.app_secret = account.app_secret;
        config_.whatsapp.verify_token = "verify";
        config_.whatsapp.phone_id = account.phone_number_id;
        config_.whatsapp.business_id = account.business_account_id;
        config_.whatsapp.api = graph_.address();
    }

    support::FakeGraphApi graph_;
    bot::Config config_;
    std::ostringstream out_, err_;
};

TEST_F(WhatsappCommand, CheckNeedsNoAccount) {
    EXPECT_EQ(run(bot::TemplatesAction::Check), 0) << err_.str();
    EXPECT_NE(out_.str().find(", 0 problems"), std::string::npos) << out_.str();
}

TEST_F(WhatsappCommand, CheckNamesWhatIsWrongWithAFile) {
    const support::TemporaryFolder folder;
    std::filesystem::copy(kTemplates, folder.path());
    std::ofstream(folder.path() + "/batas_skp.json") << "{";

    EXPECT_EQ(run(bot::TemplatesAction::Check, folder.path()), 1);
    EXPECT_NE(err_.str().find("batas_skp.json: not readable"), std::string::npos) << err_.str();
}

TEST_F(WhatsappCommand, PushHandsInWhatIsMissingAndNothingTwice) {
    configure();
    EXPECT_EQ(run(bot::TemplatesAction::Check), 1) << "nothing is there yet";
    EXPECT_NE(out_.str().find("MISSING"), std::string::npos);

    EXPECT_EQ(run(bot::TemplatesAction::Push), 0) << err_.str();
    const auto handed_in = graph_.calls("POST message_templates").size();
    EXPECT_GT(handed_in, 20U);
    EXPECT_EQ(run(bot::TemplatesAction::Push), 0) << err_.str();
    EXPECT_EQ(graph_.calls("POST message_templates").size(), handed_in);
}

TEST_F(WhatsappCommand, CheckShowsWhatMetaDecided) {
    configure();
    ASSERT_EQ(run(bot::TemplatesAction::Push), 0) << err_.str();
    for (const auto& file : std::filesystem::directory_iterator(kTemplates))
        graph_.set_template_status(file.path().stem(), "APPROVED");
    EXPECT_EQ(run(bot::TemplatesAction::Check), 0) << out_.str();

    graph_.set_template_status("batas_skp", "PAUSED");
    EXPECT_EQ(run(bot::TemplatesAction::Check), 1);
    EXPECT_NE(out_.str().find("batas_skp                PAUSED"), std::string::npos) << out_.str();
}

TEST_F(WhatsappCommand, PushWithoutAnAccountOrATokenSaysSo) {
    EXPECT_EQ(run(bot::TemplatesAction::Push), 2);
    EXPECT_FALSE(err_.str().empty());

    configure();
    graph_.set_token_expired(true);
    EXPECT_EQ(run(bot::TemplatesAction::Push), 1);
    EXPECT_EQ(err_.str().find(graph_.account().token), std::string::npos);
}

}  // namespace
