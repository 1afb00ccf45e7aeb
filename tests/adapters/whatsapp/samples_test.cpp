#include "tests/adapters/samples.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <filesystem>
#include <map>
#include <string>

#include "adapters/whatsapp/decode.hpp"
#include "tests/adapters/describe.hpp"

namespace adapters::whatsapp {
namespace {

// The number to which the sample came: each source has its own. Empty if it names none.
std::string number_of(const std::string& body) {
    boost::json::error_code error;
    const auto value = boost::json::parse(body, error);
    const auto* number =
        value.find_pointer("/entry/0/changes/0/value/metadata/phone_number_id", error);
    return number != nullptr ? std::string(number->as_string()) : std::string();
}

Decoded sample(const std::string& name) {
    const std::string body = tests::read_file(tests::data_folder() / "whatsapp" / (name + ".json"));
    return decode(body, number_of(body));
}

TEST(WhatsAppSamples, DecodeToTheKindInTheTable) {
    const auto expected = tests::expected_kinds("whatsapp");

    std::map<std::string, std::string> found;
    for (const auto& entry :
         std::filesystem::directory_iterator(tests::data_folder() / "whatsapp")) {
        if (entry.path().extension() != ".json") continue;
        found[entry.path().filename()] = tests::describe(sample(entry.path().stem()));
    }

    EXPECT_EQ(found.size(), 110U);
    for (const auto& [file, kind] : expected) EXPECT_EQ(found[file], kind) << file;
    EXPECT_EQ(found.size(), expected.size());
}

TEST(WhatsAppSamples, AreSetAsideForAnotherNumber) {
    const std::string body =
        tests::read_file(tests::data_folder() / "whatsapp" / "meta_text_message.json");

    EXPECT_EQ(tests::describe(decode(body, "1")), "unreadable phone_number_id: not ours");
}

TEST(WhatsAppSamples, CarryWhatTheirMessageSays) {
    const Incoming text = sample("pywa_reply").incoming.at(0);
    EXPECT_EQ(text.account, "15550100004");
    EXPECT_EQ(text.external_id, "wamid.xyzxyz");
    EXPECT_EQ(text.message_id, "wamid.xyzxyz");
    EXPECT_EQ(text.natural_key, "m:wamid.xyzxyz");
    EXPECT_EQ(text.conversation, "US.13491208655302741918");
    EXPECT_EQ(text.sender, "15550100002");
    EXPECT_EQ(
        text.further_addresses,
        (std::vector<std::string>{"US.13491208655302741918", "US.ENT.11815799212886844830"})
    );
    EXPECT_EQ(text.sender_name, "Test Name");
    EXPECT_EQ(text.reply_to, "wamid.xyzxyz==");
    EXPECT_EQ(text.sent_at, domain::Instant{std::chrono::seconds{1'697'044'746}});
    EXPECT_EQ(std::get<Text>(text.content).text, "replied text");

    const Incoming nameless = sample("netflie_msg_text_5").incoming.at(0);
    EXPECT_EQ(nameless.conversation, "BSUID_123");
    EXPECT_EQ(nameless.sender, "BSUID_123");
    EXPECT_TRUE(nameless.further_addresses.empty());

    const Incoming other = sample("netflie_msg_text_6").incoming.at(0);
    EXPECT_EQ(other.conversation, "PHONE_NUMBER");  // the contact is somebody else
    EXPECT_EQ(other.sender_name, "");

    const auto press =
        std::get<Press>(sample("pywa_callback_selection_callback").incoming.at(0).content);
    EXPECT_EQ(press.handle, "callback_data");
    EXPECT_EQ(press.pressed_message, "wamid.xyzxyz");
    EXPECT_EQ(press.answer_id, "");

    const auto document = std::get<File>(sample("pywa_document").incoming.at(0).content);
    EXPECT_EQ(document.reference, "1234567890987654321");
    EXPECT_EQ(document.mime, "application/pdf");
    EXPECT_EQ(document.name, "filename.pdf");
    EXPECT_EQ(document.caption, "caption");

    const auto reaction = std::get<Reaction>(sample("pywa_reaction").incoming.at(0).content);
    EXPECT_EQ(reaction.message_id, "wamid.yzxyzx=");
    EXPECT_EQ(reaction.added, std::vector<std::string>{"😮"});
    EXPECT_TRUE(reaction.replaces);
    const auto removed = std::get<Reaction>(sample("pywa_unreaction_empty").incoming.at(0).content);
    EXPECT_TRUE(removed.added.empty());
    EXPECT_TRUE(removed.replaces);
}

TEST(WhatsAppSamples, CarryWhatTheirChangeAndStatusSay) {
    for (const std::string name : {"meta_system_message", "piusalfred_msg_system"}) {
        const Incoming change = sample(name).incoming.at(0);
        const bool meta = name == "meta_system_message";
        EXPECT_EQ(change.sender, meta ? "16505551234" : "15550002222");
        EXPECT_EQ(
            std::get<AddressChanged>(change.content).new_addresses,
            std::vector<std::string>{meta ? "12195555358" : "15550003333"}
        );
    }

    const DeliveryReport report = sample("pywa_message_status_with_tracker").reports.at(0);
    EXPECT_EQ(report.account, "15550100004");
    EXPECT_EQ(report.message_id, "wamid.xyzxyz");
    EXPECT_EQ(report.external_id, "wamid.xyzxyz:sent:15550100002");
    EXPECT_EQ(report.recipient, "15550100002");
    EXPECT_EQ(report.tracker, "some data");
    EXPECT_EQ(report.price_category, "service");
    EXPECT_EQ(report.at, domain::Instant{std::chrono::seconds{1'698'266'945}});
    EXPECT_FALSE(report.failure);
    EXPECT_EQ(sample("whaloc_status_sent").reports.at(0).price_type, "regular");

    EXPECT_EQ(
        sample("pywa_template_quality_update_yellow").events.at(0).at,
        domain::Instant{std::chrono::seconds{1'674'864'290}}
    );
}

}  // namespace
}  // namespace adapters::whatsapp
