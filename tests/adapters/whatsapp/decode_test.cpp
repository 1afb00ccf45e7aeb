#include "adapters/whatsapp/decode.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tests/adapters/describe.hpp"

namespace adapters::whatsapp {
namespace {

using tests::describe;

const std::string kUs = "111";

std::string change(const std::string& value, const std::string& field = "messages") {
    return R"({"field":")" + field + R"(","value":)" + value + "}";
}

std::string body_with(const std::string& changes) {
    return R"({"object":"whatsapp_business_account","entry":[{"id":"9","time":1774832400,)"
           R"("changes":[)" +
           changes + "]}]}";
}

// A change that came to that number and has these members too.
std::string value_with(const std::string& members, const std::string& number = kUs) {
    return R"({"messaging_product":"whatsapp","metadata":{"phone_number_id":")" + number + "\"}," +
           members + "}";
}

std::string message_of(const std::string& members, const std::string& id = "wamid.A=") {
    return R"({"id":")" + id + R"(","from":"628110001","timestamp":"1774832400",)" + members + "}";
}

std::string body_of_messages(const std::string& messages, const std::string& contacts = "") {
    const std::string list = contacts.empty() ? "" : R"("contacts":[)" + contacts + "],";
    return body_with(change(value_with(list + R"("messages":[)" + messages + "]")));
}

std::string body_of(const std::string& members) {
    return body_of_messages(message_of(members));
}

template <class T>
T content(const std::string& members) {
    const Decoded decoded = decode(body_of(members), kUs);
    EXPECT_EQ(decoded.unreadable, "") << members;
    const T* found =
        decoded.incoming.empty() ? nullptr : std::get_if<T>(&decoded.incoming.front().content);
    EXPECT_NE(found, nullptr) << members << " is " << describe(decoded);
    return found != nullptr ? *found : T{};
}

TEST(WhatsAppDecode, LoopsOverEverything) {
    const std::string text = R"("type":"text","text":{"body":"a"})";
    const std::string statuses = R"("statuses":[{"id":"w1","status":"sent","recipient_id":"1"},)"
                                 R"({"id":"w1","status":"delivered","recipient_id":"1"},)"
                                 R"({"id":"w1","status":"warned","recipient_id":"1"}])";
    const std::string mixed =
        change(value_with(
            R"("messages":[)" + message_of(text) + "," + message_of(text, "wamid.B") + "]," +
            statuses
        )) +
        "," +
        change(
            R"({"event":"PAUSED","message_template_name":"skp_disetujui"})",
            "message_template_status_update"
        ) +
        "," + change(value_with(R"("messages":[)" + message_of(text, "wamid.C") + "]"));
    std::string body = body_with(mixed);
    const std::string second_entry = R"(,{"id":"9","changes":[)" + change("{}", "calls") + "]}]}";
    body.replace(body.size() - 2, 2, second_entry);

    const Decoded decoded = decode(body, kUs);

    EXPECT_EQ(
        describe(decoded),
        "text; text; ignored status; text; ignored calls; sent; delivered; "
        "template paused of skp_disetujui, stops template"
    );
    EXPECT_EQ(decoded.incoming.at(1).external_id, "wamid.B");
    EXPECT_EQ(decoded.incoming.at(3).external_id, "wamid.C");
    EXPECT_EQ(decoded.reports.at(1).external_id, "w1:delivered:1");
}

TEST(WhatsAppDecode, GivesTheSameMessageTwiceIfItComesTwice) {
    const std::string text = message_of(R"("type":"text","text":{"body":"a"})");

    const Decoded decoded = decode(body_of_messages(text + "," + text), kUs);

    ASSERT_EQ(decoded.incoming.size(), 2U);
    EXPECT_EQ(decoded.incoming[0].external_id, decoded.incoming[1].external_id);
}

TEST(WhatsAppDecode, DoesNotLoseTheRestForOneOddPart) {
    const std::string text = R"("type":"text","text":{"body":"a"})";
    const std::string odd[] = {
        message_of(text, "a\\u0000b"),
        R"({"type":"text","text":{"body":"a"},"from":"1"})",
        "5",
        R"({"id":"x","from":"1","timestamp":"tomorrow",)" + text + "}",
        R"({"id":"x","from":"1","timestamp":"-5",)" + text + "}",
        R"({"id":"x","from":"1","timestamp":1.5,)" + text + "}",
        R"({"id":"x",)" + text + "}",
        R"({"id":"x","from":[],)" + text + "}",
        R"({"id":"x","from":"1","type":"text"})",
        R"({"id":"x","from":"1","type":"image","image":{}})",
        R"({"id":"x","from":"1","type":"reaction","reaction":{"emoji":"x"}})",
        R"({"id":"x","from":"1","type":"revoke","revoke":{}})",
        R"({"id":"x","from":"1","type":"interactive","interactive":{"button_reply":{}}})",
        R"({"id":"x","from":"1","type":"system","system":{"type":"user_changed_number"}})"};
    for (const std::string& one : odd) {
        const Decoded decoded = decode(body_of_messages(one + "," + message_of(text)), kUs);

        EXPECT_NE(decoded.unreadable, "") << one;
        ASSERT_EQ(decoded.incoming.size(), 1U) << one;
        EXPECT_EQ(decoded.incoming[0].external_id, "wamid.A=");
    }
}

TEST(WhatsAppDecode, TakesOnlyWhatCameToOurNumber) {
    const std::string text =
        R"("messages":[)" + message_of(R"("type":"text","text":{"body":"a"})") + "]";
    const std::string ours = change(value_with(text));

    EXPECT_EQ(
        describe(decode(body_with(change(value_with(text, "222")) + "," + ours), kUs)),
        "text; unreadable phone_number_id: not ours"
    );
    EXPECT_EQ(
        describe(decode(body_with(change("{" + text + "}")), kUs)), "unreadable metadata: missing"
    );
}

TEST(WhatsAppDecode, FindsTheSenderByIdAndNeverByPosition) {
    const std::string text = R"("type":"text","text":{"body":"a"})";
    const std::string stranger =
        R"({"wa_id":"628119999","user_id":"ID.9","profile":{"name":"Orang Lain"}})";
    const std::string person =
        R"({"wa_id":"628110001","user_id":"ID.1","parent_user_id":"ID.ENT.1","profile":{"name":"Budi"}})";
    const std::string nameless = R"({"user_id":"ID.1","profile":{"username":"budi"}})";
    struct Case {
        std::string from, contacts, conversation, sender, further, name;
    };
    const Case cases[] = {
        {R"("from":"628110001",)",
         stranger + "," + person,
         "ID.1",
         "628110001",
         "ID.1 ID.ENT.1 ",
         "Budi"},
        {R"("from":"628110001",)", stranger, "628110001", "628110001", "", ""},
        {R"("from":"628110001",)", "", "628110001", "628110001", "", ""},
        {R"("from":628110001,)", person, "ID.1", "628110001", "ID.1 ID.ENT.1 ", "Budi"},
        {R"("from":"628110001","from_user_id":"ID.1",)", "", "ID.1", "628110001", "ID.1 ", ""},
        {R"("from_user_id":"ID.1",)", stranger + "," + nameless, "ID.1", "ID.1", "", "budi"},
        {R"("from_user_id":"ID.1",)", person, "ID.1", "628110001", "ID.1 ID.ENT.1 ", "Budi"},
        {R"("from":"ID.1",)", stranger + "," + nameless, "ID.1", "ID.1", "", "budi"},
        {"", nameless, "ID.1", "ID.1", "", "budi"}};
    for (const Case& one : cases) {
        const std::string message = "{" + one.from + R"("id":"w",)" + text + "}";
        const Decoded decoded = decode(body_of_messages(message, one.contacts), kUs);

        ASSERT_EQ(decoded.incoming.size(), 1U) << message << one.contacts;
        const Incoming& incoming = decoded.incoming[0];
        std::string further;
        for (const auto& address : incoming.further_addresses) further += address + " ";
        EXPECT_EQ(incoming.conversation, one.conversation) << message << one.contacts;
        EXPECT_EQ(incoming.sender, one.sender) << message << one.contacts;
        EXPECT_EQ(further, one.further) << message << one.contacts;
        EXPECT_EQ(incoming.sender_name, one.name) << message << one.contacts;
    }
    EXPECT_EQ(
        describe(
            decode(body_of_messages(R"({"id":"w",)" + text + "}", stranger + "," + person), kUs)
        ),
        "unreadable message: several could be the sender"
    );
}

TEST(WhatsAppDecode, ReadsWhatHasNoSample) {
    const std::pair<std::string, std::string> cases[] = {
        {R"("type":"edit","edit":{"original_message_id":"w0","message":{"type":"text","text":{"body":"b"}}})",
         "edited"},
        {R"("type":"edit","edit":{"original_message_id":"w0","message":{"type":"image","image":{"caption":"b"}}})",
         "edited"},
        {R"("type":"edit","edit":{"original_message_id":"w0"})", "ignored edit"},
        {R"("type":"system","system":{"type":"customer_identity_changed"})", "identity changed"},
        {R"("type":"system","system":{"type":"something_new"})", "ignored system"},
        {R"("type":"request_welcome")", "start"},
        {R"("type":"hologram","hologram":{})", "unsupported unknown"},
        {R"("text":{"body":"x"})", "unsupported unknown"},
        {R"("type":"location","location":{"latitude":"1","longitude":2})", "unsupported location"},
        {R"("type":"location","location":{"latitude":1,"longitude":2})", "location"},
        {R"("type":"contacts","contacts":[])", "unsupported contacts"},
        {R"("type":"contacts","contacts":[{},{"phones":[{},{"phone":"+62"}]}])", "card"},
        {R"("type":"button","button":{"text":"Ya"})", "text"},
        {R"("type":"interactive","interactive":{"type":"new_reply"})", "unsupported interactive"},
        {R"("type":"text","text":{"body":"x"},"group_id":"g1")", "group"},
        {R"("type":"text","text":{"body":"x"},"context":{"frequently_forwarded":true})",
         "text forwarded"}};
    for (const auto& [members, kind] : cases) {
        EXPECT_EQ(describe(decode(body_of(members), kUs)), kind) << members;
    }
}

TEST(WhatsAppDecode, KeepsAGroupApartFromThePrivateChat) {
    const Decoded decoded =
        decode(body_of(R"("type":"text","text":{"body":"x"},"group_id":"g1")"), kUs);

    ASSERT_EQ(decoded.incoming.size(), 1U);
    EXPECT_EQ(decoded.incoming[0].chat, ChatKind::Group);
    EXPECT_EQ(decoded.incoming[0].conversation, "g1");
    EXPECT_EQ(decoded.incoming[0].sender, "628110001");
}

TEST(WhatsAppDecode, NamesOldAndNewAddressesOfAChange) {
    const std::string change_of_id =
        R"({"id":"w","type":"system","system":{"type":"user_changed_user_id",)"
        R"("previous_user_id":"ID.1","user_id":"ID.2"}})";
    const std::string change_of_number =
        R"({"id":"w","from":"628110001","type":"system","system":{"type":"user_changed_number",)"
        R"("previous_user_id":"ID.1","wa_id":"628110002","user_id":"ID.2"}})";

    const Incoming id = decode(body_of_messages(change_of_id), kUs).incoming.at(0);
    EXPECT_EQ(id.conversation, "ID.1");
    EXPECT_EQ(std::get<AddressChanged>(id.content).new_addresses, std::vector<std::string>{"ID.2"});
    const Incoming number = decode(body_of_messages(change_of_number), kUs).incoming.at(0);
    EXPECT_EQ(number.sender, "628110001");
    EXPECT_EQ(number.conversation, "ID.1");
    EXPECT_EQ(
        std::get<AddressChanged>(number.content).new_addresses,
        (std::vector<std::string>{"628110002", "ID.2"})
    );
}

TEST(WhatsAppDecode, NamesTheMessageThatIsCorrectedOrTakenBack) {
    const auto edited = content<Edited>(
        R"("type":"edit","edit":{"original_message_id":"w0","message":{"text":{"body":"b"}}})"
    );
    EXPECT_EQ(edited.text, "b");
    EXPECT_EQ(edited.message_id, "w0");
    EXPECT_EQ(
        content<Revoked>(R"("type":"revoke","revoke":{"original_message_id":"w0"})").message_id,
        "w0"
    );
}

TEST(WhatsAppDecode, CleansTheText) {
    const auto text =
        content<Text>(R"("type":"text","text":{"body":"a\u0000b\u0007\r\n\tc\ud83dd\u202E"})");

    EXPECT_EQ(text.text, "ab\n\tc\uFFFDd");
}

TEST(WhatsAppDecode, ReadsWhatHappensToTheAccount) {
    const auto event = [](const std::string& field, const std::string& value) {
        return describe(decode(body_with(change(value, field)), kUs));
    };

    EXPECT_EQ(
        event(
            "account_update",
            R"({"event":"DISABLED_UPDATE","ban_info":{"waba_ban_state":"DISABLE"}})"
        ),
        "account ban_disable, stops account"
    );
    EXPECT_EQ(
        event("account_update", R"({"event":"ACCOUNT_RESTRICTION"})"),
        "account account_restriction, stops account"
    );
    for (const std::string status : {"PAUSED", "DISABLED", "REJECTED"}) {
        const std::string described = event(
            "message_template_status_update",
            R"({"message_template_name":"t","event":")" + status + "\"}"
        );
        EXPECT_TRUE(described.ends_with("of t, stops template")) << described;
    }
    EXPECT_EQ(
        event("message_template_status_update", R"({"event":"odd word!"})"), "template unknown"
    );
    EXPECT_EQ(event("phone_number_quality_update", R"({"event":"FLAGGED"})"), "quality flagged");
    EXPECT_EQ(
        describe(decode(
            body_with(change(value_with(R"("errors":[{"code":131031},{"code":130429}])"))), kUs
        )),
        "account error_131031, stops account; account error_130429"
    );
}

TEST(WhatsAppDecode, GivesAFailedStatusItsOutcome) {
    const std::pair<std::string, std::string> cases[] = {
        {R"(,"errors":[{"code":131026}])", "failed gone 131026"},
        {R"(,"errors":[{"code":131047}])", "failed window"},
        {R"(,"errors":[])", "failed rejected failed"},
        {"", "failed rejected failed"}};
    for (const auto& [errors, kind] : cases) {
        const std::string status =
            R"("statuses":[{"id":"w","status":"failed","recipient_id":"1")" + errors + "}]";
        EXPECT_EQ(describe(decode(body_with(change(value_with(status))), kUs)), kind);
    }
}

// RELIABILITY.md section 4, A7, and rule 33.
TEST(WhatsAppDecode, SaysOfPoisonThatItIsUnreadable) {
    const std::string bodies[] = {
        "",
        "{",
        "[]",
        "null",
        "{}",
        R"({"object":"page","entry":[]})",
        R"({"object":"whatsapp_business_account"})",
        R"({"object":"whatsapp_business_account","entry":{}})",
        R"({"object":"whatsapp_business_account","entry":[5]})",
        R"({"object":"whatsapp_business_account","entry":[{"changes":5}]})",
        R"({"object":"whatsapp_business_account","entry":[],"x":1e999999999})",
        R"({"object":"whatsapp_business_account","entry":[],"x":)" + std::string(100'000, '[') +
            std::string(100'000, ']') + "}",
        body_with("{}"),
        body_with(R"({"field":"messages"})"),
        body_with(change("[]")),
        body_with(change(value_with(R"("messages":{})"))),
        body_with(change(value_with(R"("statuses":[{"status":"sent"}])"))),
        body_of(R"("type":"text","text":{"body":"\xff"})") + "\xff",
        body_of(R"("type":"text","text":"x")"),
        body_of(R"("type":"a\u0000b")")};
    for (const std::string& body : bodies) {
        const Decoded decoded = decode(body, kUs);

        EXPECT_NE(decoded.unreadable, "") << body.substr(0, 200);
        EXPECT_TRUE(decoded.incoming.empty()) << body.substr(0, 200);
    }
}

}  // namespace
}  // namespace adapters::whatsapp
