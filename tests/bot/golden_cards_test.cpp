#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <set>
#include <string>

#include "bot/conversation/parse.hpp"
#include "tests/bot/golden/card.hpp"
#include "tests/bot/golden/declared_replies.hpp"
#include "tests/bot/golden/golden_file.hpp"
#include "tests/bot/golden/office.hpp"
#include "tests/bot/golden/pretty_json.hpp"
#include "tests/bot/golden/render.hpp"
#include "tests/support/bot_api_rules.hpp"
#include "tests/support/graph_api_rules.hpp"

// What people get, word by word and byte by byte: one file for each card and platform under
// tests/golden. After a change that is meant: SKPBOT_GOLDEN=write, and read what it wrote.

namespace bot_test {
namespace {

namespace json = boost::json;

// PLATFORMS.md section 4.2.
constexpr std::size_t kMostParts = 4;  // three of the text, one of the buttons alone

bool goes_to(const Card& card, Goes platform) {
    return card.goes == Goes::Everywhere || card.goes == platform;
}

std::string file_of(const Card& card) {
    return card.name + ".json";
}
std::string template_file_of(const Card& card) {
    return card.name + ".template.json";
}

void expect_no_difference(
    std::string_view platform, const std::string& file, const json::array& now
) {
    const std::string difference = golden_difference(golden_folder(platform) / file, pretty(now));
    EXPECT_TRUE(difference.empty()) << difference;
}

bool is_form(const json::value& body) {
    return body.is_object() && body.as_object().contains("file");
}

// Why Telegram would refuse the request; empty if it would not.
std::string why_telegram_refuses(const json::value& body) {
    if (!body.is_object()) return json::serialize(body);
    if (!is_form(body)) return support::why_refused("sendMessage", body.as_object()).value_or("");
    json::object parameters = body.at("parameters").as_object();
    parameters[body.at("file").at("field").as_string().c_str()] = "attach://upload";
    return support::why_refused(body.at("method").as_string().c_str(), parameters).value_or("");
}

// One line for each request that Meta would refuse.
std::string refusals(const json::array& bodies) {
    std::string text;
    for (const json::value& body : bodies) {
        if (is_form(body)) continue;  // an upload
        if (!body.is_object()) {
            text += json::serialize(body) + '\n';
        } else if (const auto error = support::why_message_refused(body.as_object())) {
            text += error->message + " " + error->details + '\n';
        }
    }
    return text;
}

std::vector<Card> cards_for(Goes platform) {
    std::vector<Card> some;
    for (const Card& card : all_cards()) {
        if (goes_to(card, platform)) some.push_back(card);
    }
    return some;
}

std::vector<Card> unasked() {
    std::vector<Card> some;
    for (const Card& card : all_cards()) {
        if (card.kind != "balasan") some.push_back(card);
    }
    return some;
}

std::string name_of(const ::testing::TestParamInfo<Card>& test) {
    return test.param.name;
}

class Telegram : public ::testing::TestWithParam<Card> {};
class WhatsApp : public ::testing::TestWithParam<Card> {};
class Template : public ::testing::TestWithParam<Card> {};
class Reply : public ::testing::TestWithParam<Card> {};

INSTANTIATE_TEST_SUITE_P(Golden, Telegram, ::testing::ValuesIn(cards_for(Goes::Telegram)), name_of);
INSTANTIATE_TEST_SUITE_P(Golden, WhatsApp, ::testing::ValuesIn(cards_for(Goes::WhatsApp)), name_of);
INSTANTIATE_TEST_SUITE_P(Golden, Template, ::testing::ValuesIn(unasked()), name_of);
INSTANTIATE_TEST_SUITE_P(Golden, Reply, ::testing::ValuesIn(all_cards()), name_of);

TEST_P(Telegram, GetsTheCardOfTheFile) {
    const json::array bodies = telegram_bodies(GetParam());

    expect_no_difference("telegram", file_of(GetParam()), bodies);
    EXPECT_LE(bodies.size(), kMostParts);
    for (const json::value& body : bodies) EXPECT_EQ(why_telegram_refuses(body), "");
}

TEST_P(WhatsApp, GetsTheCardOfTheFile) {
    const json::array bodies = whatsapp_bodies(GetParam());

    expect_no_difference("whatsapp", file_of(GetParam()), bodies);
    EXPECT_LE(bodies.size(), kMostParts);
    EXPECT_EQ(refusals(bodies), "");
}

TEST_P(Template, GoesInPlaceOfTheNoticeWhereTheWindowIsClosed) {
    const json::array bodies = whatsapp_templates(GetParam());

    EXPECT_EQ(bodies.size(), 1U);
    expect_no_difference("whatsapp", template_file_of(GetParam()), bodies);
    EXPECT_EQ(refusals(bodies), "");
}

// What stands on a card with a file lies in the message that carries it.
TEST_P(Reply, SendsTheFileThatBelongsToIt) {
    const auto forms = [](const json::array& bodies) {
        return std::count_if(bodies.begin(), bodies.end(), is_form);
    };
    const int files = GetParam().reply.berkas ? 1 : 0;

    EXPECT_EQ(forms(telegram_bodies(GetParam())), files);
    EXPECT_EQ(forms(whatsapp_bodies(GetParam())), files);
}

// Nobody is left without a next step: something to press, to answer or to write.
TEST_P(Reply, NamesTheNextStep) {
    const bot::Reply& reply = GetParam().reply;
    const bool said = reply.body.find("Contoh:") != std::string::npos ||
                      reply.body.find("ulis") != std::string::npos ||
                      reply.body.find("misalnya:") != std::string::npos ||
                      reply.body.find("hubungi") != std::string::npos ||
                      reply.body.find("Lanjut") != std::string::npos;

    EXPECT_TRUE(said || !reply.buttons.empty()) << reply.body;
}

// A button does what its command does when it is typed; so the program has to understand it.
TEST_P(Reply, HasButtonsThatAreUnderstood) {
    for (const bot::ReplyButton& button : GetParam().reply.buttons) {
        const bot::Command command = bot::parse(button.command, {hari_ini()});

        EXPECT_FALSE(std::holds_alternative<bot::TidakDipahami>(command)) << button.command;
        EXPECT_FALSE(std::holds_alternative<bot::TidakBertindak>(command)) << button.command;
        EXPECT_FALSE(std::holds_alternative<bot::BelumTersedia>(command)) << button.command;
    }
}

TEST(GoldenCards, AreThereForEveryReplyThatAHeaderDeclares) {
    std::set<std::string> covered;
    for (const Card& card : all_cards()) covered.insert(function_of(card));

    EXPECT_EQ(covered, declared_replies());
}

TEST(GoldenCards, AreTheOnlyReplies) {
    EXPECT_EQ(replies_made_elsewhere(), std::set<std::string>());
}

TEST(GoldenCards, AreAllThatTheFoldersHold) {
    std::set<std::string> telegram, whatsapp;
    for (const Card& card : all_cards()) {
        if (goes_to(card, Goes::Telegram)) telegram.insert(file_of(card));
        if (goes_to(card, Goes::WhatsApp)) whatsapp.insert(file_of(card));
        if (card.kind != "balasan") whatsapp.insert(template_file_of(card));
    }

    EXPECT_EQ(files_in(golden_folder("telegram")), telegram);
    EXPECT_EQ(files_in(golden_folder("whatsapp")), whatsapp);
}

}  // namespace
}  // namespace bot_test
