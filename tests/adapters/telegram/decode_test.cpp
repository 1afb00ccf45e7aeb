#include "adapters/telegram/decode.hpp"

#include <gtest/gtest.h>

#include <string>

#include "adapters/utf.hpp"

namespace adapters::telegram {
namespace {

const BotIdentity kUs{"111", "SkpUji_bot"};

// An update with a message of a private chat that has these members too.
std::string message_with(const std::string& members) {
    return R"({"update_id":5,"message":{"message_id":7,"date":1774832400,)"
           R"("from":{"id":42,"is_bot":false,"first_name":"Budi"},)"
           R"("chat":{"id":42,"type":"private"},)" +
           members + "}}";
}

std::string text_update(const std::string& json_string) {
    return message_with("\"text\":" + json_string);
}

Incoming only(const std::string& body, const BotIdentity& us = kUs) {
    Decoded decoded = decode(body, us);
    EXPECT_EQ(decoded.unreadable, "");
    EXPECT_EQ(decoded.incoming.size(), 1U);
    return decoded.incoming.empty() ? Incoming{} : std::move(decoded.incoming.front());
}

template <class T>
T content(const std::string& body, const BotIdentity& us = kUs) {
    const Incoming incoming = only(body, us);
    const T* found = std::get_if<T>(&incoming.content);
    EXPECT_NE(found, nullptr) << body << " is of kind " << incoming.content.index();
    return found != nullptr ? *found : T{};
}

TEST(TelegramDecode, ReadsATextWithEverythingAroundIt) {
    const Incoming incoming = only(
        message_with(R"("text":"rhk 1 2 dokumen","reply_to_message":{"message_id":3,"text":"x"})")
    );

    EXPECT_EQ(incoming.account, "111");
    EXPECT_EQ(incoming.external_id, "5");
    EXPECT_EQ(incoming.conversation, "42");
    EXPECT_EQ(incoming.sender, "42");
    EXPECT_EQ(incoming.sender_name, "Budi");
    EXPECT_EQ(incoming.message_id, "7");
    EXPECT_EQ(incoming.natural_key, "m:7");
    EXPECT_EQ(incoming.reply_to, "3");
    EXPECT_EQ(incoming.sent_at, domain::Instant{std::chrono::seconds{1'774'832'400}});
    EXPECT_EQ(incoming.chat, ChatKind::Private);
    EXPECT_FALSE(incoming.forwarded);
    EXPECT_EQ(std::get<Text>(incoming.content).text, "rhk 1 2 dokumen");
}

TEST(TelegramDecode, CleansTheText) {
    const std::pair<std::string, std::string> cases[] = {
        {R"("a\u0000b\u0007\r\n\tc")", "ab\n\tc"},
        {R"("\u202Eabc\u2066")", "abc"},
        {R"("x\ud83dy")", "x\uFFFDy"},
        {R"("\ud83d\udc4b")", "👋"},
        {R"("")", ""}};
    for (const auto& [json, text] : cases) {
        EXPECT_EQ(content<Text>(text_update(json)).text, text) << json;
    }
}

TEST(TelegramDecode, ReadsCommands) {
    const std::pair<std::string, std::string> texts[] = {
        {"/bantuan", "/bantuan"},
        {"/bantuan@SkpUji_bot", "/bantuan"},
        {"/bantuan@skpuji_BOT rhk 1", "/bantuan rhk 1"},
        {"/startx", "/startx"},
        {"start abc", "start abc"},
        {"halo @other", "halo @other"}};
    for (const auto& [sent, text] : texts) {
        EXPECT_EQ(content<Text>(text_update('"' + sent + '"')).text, text);
    }
    EXPECT_EQ(content<Ignored>(text_update(R"("/bantuan@other_bot")")).name, "other_bot");
    const BotIdentity nameless{"111", ""};
    EXPECT_EQ(content<Text>(text_update(R"("/bantuan@other_bot x")"), nameless).text, "/bantuan x");
}

TEST(TelegramDecode, ReadsStartWithItsToken) {
    const std::string longest(64, 'a');
    const std::pair<std::string, std::string> starts[] = {
        {"/start", ""},
        {"/start ", ""},
        {"/START", ""},
        {"/start abc_DEF-123", "abc_DEF-123"},
        {"/start@SkpUji_bot abc", "abc"},
        {"/start  abc ", "abc"},
        {"/start\\nabc", "abc"},
        {"/start " + longest, longest},
        {"/start " + longest + "a", ""},
        {"/start a b", ""},
        {"/start a.b", ""}};
    for (const auto& [text, token] : starts) {
        EXPECT_EQ(content<Start>(text_update('"' + text + '"')).token, token) << text;
    }
}

TEST(TelegramDecode, TrustsACardOnlyIfItIsTheSendersOwn) {
    const std::string number = R"("contact":{"phone_number":"+628123","first_name":"B")";

    EXPECT_TRUE(content<ContactCard>(message_with(number + R"(,"user_id":42})")).own);
    EXPECT_FALSE(content<ContactCard>(message_with(number + R"(,"user_id":43})")).own);
    EXPECT_FALSE(content<ContactCard>(message_with(number + "}")).own);
    EXPECT_EQ(content<ContactCard>(message_with(number + "}")).number, "+628123");
}

TEST(TelegramDecode, ReadsFiles) {
    const File document = content<File>(message_with(
        R"("caption":"bukti","document":{"file_id":"F","file_name":"a\u0000\u202eb.pdf",)"
        R"("mime_type":"application/pdf","file_size":3000000000})"
    ));
    EXPECT_EQ(document.kind, FileKind::Document);
    EXPECT_EQ(document.reference, "F");
    EXPECT_EQ(document.name, "ab.pdf");
    EXPECT_EQ(document.mime, "application/pdf");
    EXPECT_EQ(document.size_bytes, 3'000'000'000);
    EXPECT_EQ(document.caption, "bukti");

    EXPECT_EQ(content<File>(message_with(R"("video_note":{"file_id":"V"})")).kind, FileKind::Video);
    EXPECT_EQ(content<File>(message_with(R"("audio":{"file_id":"A"})")).kind, FileKind::Audio);
}

TEST(TelegramDecode, MarksWhatSomebodyElseWrote) {
    EXPECT_TRUE(only(message_with(R"("text":"setuju","forward_origin":{})")).forwarded);
    EXPECT_TRUE(only(message_with(R"("text":"setuju","forward_date":1)")).forwarded);
    EXPECT_TRUE(only(message_with(R"("text":"setuju","via_bot":{"id":1})")).forwarded);
}

TEST(TelegramDecode, RepliesOnlyToMessagesOfPeople) {
    const std::string service =
        R"("text":"x","reply_to_message":{"message_id":3,"pinned_message":{}})";

    EXPECT_EQ(only(message_with(service)).reply_to, "");
}

TEST(TelegramDecode, ReadsABlockAndItsEnd) {
    const auto change = [](const std::string& before,
                           const std::string& after,
                           const std::string& type = "private") {
        return R"({"update_id":1,"my_chat_member":{"chat":{"id":42,"type":")" + type +
               R"("},"from":{"id":42},"date":1,"old_chat_member":{"status":")" + before +
               R"("},"new_chat_member":{"status":")" + after + R"("}}})";
    };

    content<Blocked>(change("member", "kicked"));
    content<Unblocked>(change("kicked", "member"));
    EXPECT_EQ(content<Ignored>(change("kicked", "kicked")).name, "my_chat_member");
    EXPECT_EQ(content<Ignored>(change("member", "kicked", "group")).name, "my_chat_member");
}

TEST(TelegramDecode, ReadsAPressWithoutItsMessage) {
    for (const std::string message : {"", R"(,"message":null)"}) {
        const Incoming press = only(
            R"({"update_id":1,"callback_query":{"id":"9","from":{"id":42},"data":"h")" + message +
            "}}"
        );
        EXPECT_EQ(press.conversation, "42");
        EXPECT_EQ(press.message_id, "");
        EXPECT_EQ(std::get<Press>(press.content).answer_id, "9");
        EXPECT_EQ(std::get<Press>(press.content).handle, "h");
        EXPECT_EQ(std::get<Press>(press.content).pressed_message, "");
    }
}

TEST(TelegramDecode, IgnoresReactionsThatCanBeNobodys) {
    const std::string start =
        R"({"update_id":1,"message_reaction":{"message_id":9,"date":1,"old_reaction":[],)"
        R"("new_reaction":[{"type":"emoji","emoji":"👍"}],"chat":)";
    const std::string person = R"(,"user":{"id":42}}})";

    EXPECT_EQ(
        content<Reaction>(start + R"({"id":42,"type":"private"})" + person).added,
        std::vector<std::string>{"👍"}
    );
    EXPECT_EQ(
        content<Ignored>(start + R"({"id":-4,"type":"group"})" + person).name, "group_reaction"
    );
    EXPECT_EQ(content<Ignored>(start + R"({"id":42,"type":"private"}}})").name, "message_reaction");
}

TEST(TelegramDecode, IgnoresBotsAndEditsWithoutText) {
    EXPECT_EQ(
        content<Ignored>(R"({"update_id":1,"message":{"message_id":1,"date":1,"text":"x",)"
                         R"("from":{"id":5,"is_bot":true},"chat":{"id":42,"type":"private"}}})")
            .name,
        "bot"
    );
    std::string edit = message_with(R"("edit_date":1774832500,"location":{})");
    edit.replace(edit.find("message"), 7, "edited_message");
    EXPECT_EQ(content<Ignored>(edit).name, "edited_message");
    EXPECT_EQ(only(edit).natural_key, "e:7:1774832500");
}

TEST(TelegramDecode, CountsWhatNobodyKnows) {
    EXPECT_EQ(content<Ignored>(R"({"update_id":1})").name, "unknown");
    EXPECT_EQ(content<Ignored>(R"({"update_id":1,"message":null})").name, "unknown");
    EXPECT_EQ(content<Ignored>(R"({"update_id":1,"new_kind":{"x":1e5}})").name, "unknown");
    EXPECT_EQ(content<Ignored>(message_with(R"("hologram":{})")).name, "unknown_message");
    EXPECT_EQ(only(R"({"update_id":9007199254740993,"x":1})").external_id, "9007199254740993");
}

// RELIABILITY.md section 4, A7, and rule 33.
TEST(TelegramDecode, SaysOfPoisonThatItIsUnreadable) {
    const std::string bodies[] = {
        "",
        "{",
        "[]",
        "null",
        "{}",
        R"({"update_id":null})",
        R"({"update_id":"5"})",
        R"({"update_id":5.0})",
        R"({"update_id":123456789012345678901234567890})",
        R"({"update_id":18446744073709551615})",
        R"({"update_id":1e999999999})",
        R"({"update_id":1,"x":1e999999999})",
        R"({"update_id":1,"x":)" + std::string(100'000, '[') + std::string(100'000, ']') + "}",
        R"({"update_id":1,"message":[]})",
        R"({"update_id":1,"message":{}})",
        R"({"update_id":1,"message":{"message_id":1,"chat":{}}})",
        R"({"update_id":1,"callback_query":{"id":"a\u0000b","from":{"id":1},"data":"h"}})",
        R"({"update_id":1,"callback_query":{"id":"a","from":{"id":1},"data":"h\u0000"}})",
        R"({"update_id":1,"callback_query":{"id":"a","data":"h"}})",
        R"({"update_id":1,"message_reaction":{"chat":{"id":1}}})",
        message_with(R"("document":{"file_id":"a\u0000b"})"),
        message_with(R"("document":{})"),
        message_with(R"("photo":[])"),
        message_with(R"("photo":[5])"),
        message_with(R"("photo":[{"file_id":"a","width":9223372036854775807,"height":9}])"),
        message_with(R"("contact":{"phone_number":"1","user_id":1.5})"),
        message_with(R"("location":{"latitude":"x","longitude":1})"),
        message_with(R"("date":-1,"text":"x")"),
        message_with(R"("date":9223372036854775807,"text":"x")"),
        message_with(R"("from":"Budi","text":"x")"),
        text_update("5"),
        text_update("\"\xFF\""),
        text_update("\"\xED\xA0\x80\""),
        text_update(std::string("\"a\0b\"", 5))};
    for (const std::string& body : bodies) {
        const Decoded decoded = decode(body, kUs);
        EXPECT_TRUE(decoded.incoming.empty()) << body.substr(0, 200);
        EXPECT_FALSE(decoded.unreadable.empty()) << body.substr(0, 200);
        EXPECT_LT(decoded.unreadable.size(), 80U);
    }
}

TEST(TelegramDecode, LivesWithAnyCutOfARealUpdate) {
    const std::string body = message_with(R"("text":"a\u0000\ud83d\\u00e9 é👋")");

    for (std::size_t length = 0; length < body.size(); ++length) {
        EXPECT_FALSE(decode(body.substr(0, length), kUs).unreadable.empty()) << length;
    }
    EXPECT_TRUE(is_utf8(content<Text>(body).text));
}

}  // namespace
}  // namespace adapters::telegram
