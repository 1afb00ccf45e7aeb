#include "adapters/whatsapp/encode.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "adapters/whatsapp/formatting.hpp"
#include "adapters/whatsapp/limits.hpp"

namespace adapters::whatsapp {
namespace {

const std::string kStart =
    R"({"messaging_product":"whatsapp","recipient_type":"individual","to":"628110001",)";

Outgoing text_message(const std::string& text = "Halo") {
    Outgoing message;
    message.recipient = "628110001";
    message.text = {{Style::Plain, text}};
    return message;
}

std::string encoded(const Outgoing& message) {
    const auto body = encode(message);
    return body ? *body : "error " + std::string(name_of(body.error()));
}

TEST(WhatsAppEncode, WritesATextWithReplyAndTracker) {
    Outgoing message = text_message();
    message.reply_to = "wamid.A/b+c==";
    message.tracker = "17";

    EXPECT_EQ(
        encoded(message),
        kStart + R"("type":"text","text":{"body":"Halo","preview_url":false},)"
                 R"("context":{"message_id":"wamid.A/b+c=="},"biz_opaque_callback_data":"17"})"
    );
}

TEST(WhatsAppEncode, WritesAUserIdAsRecipientAndNeverBoth) {
    Outgoing message = text_message();
    message.recipient = "ID.13491208655302741918";
    const std::string body = encoded(message);

    EXPECT_NE(body.find(R"("recipient":"ID.13491208655302741918")"), std::string::npos);
    EXPECT_EQ(body.find(R"("to":)"), std::string::npos);
    message.recipient = "+628110001";
    EXPECT_NE(encoded(message).find(R"("to":"+628110001")"), std::string::npos);
}

TEST(WhatsAppEncode, WritesButtons) {
    Outgoing message = text_message();
    message.buttons = {{"Setujui", "h1"}, {" Kembalikan ", "h2"}};

    EXPECT_EQ(
        encoded(message),
        kStart + R"("type":"interactive","interactive":{"type":"button","body":{"text":"Halo"},)"
                 R"("action":{"buttons":[{"type":"reply","reply":{"id":"h1","title":"Setujui"}},)"
                 R"({"type":"reply","reply":{"id":"h2","title":"Kembalikan"}}]}}})"
    );
}

TEST(WhatsAppEncode, NumbersLabelsThatDifferInBlanksAlone) {
    Outgoing message = text_message();
    message.buttons = {{"Ya", "h1"}, {" Ya\n", "h2"}};
    const std::string body = encoded(message);

    EXPECT_NE(body.find(R"("title":"1. Ya")"), std::string::npos);
    EXPECT_NE(body.find(R"("title":"2. Ya")"), std::string::npos);
}

TEST(WhatsAppEncode, WritesAList) {
    Outgoing message = text_message();
    message.list = List{"Pilih", {{"RHK 1", "h1", "Laporan layanan"}, {"RHK 2", "h2"}}};

    EXPECT_EQ(
        encoded(message),
        kStart + R"("type":"interactive","interactive":{"type":"list","body":{"text":"Halo"},)"
                 R"("action":{"button":"Pilih","sections":[{"rows":[)"
                 R"({"id":"h1","title":"RHK 1","description":"Laporan layanan"},)"
                 R"({"id":"h2","title":"RHK 2"}]}]}}})"
    );
}

TEST(WhatsAppEncode, WritesFiles) {
    Outgoing message = text_message("Rekap");
    message.attachment = Attachment{FileKind::Document, "99", "rekap.pdf"};
    EXPECT_EQ(
        encoded(message),
        kStart +
            R"("type":"document","document":{"id":"99","filename":"rekap.pdf","caption":"Rekap"}})"
    );

    message.text.clear();
    message.attachment = Attachment{FileKind::Photo, "99", "kurva.png"};
    EXPECT_EQ(encoded(message), kStart + R"("type":"image","image":{"id":"99"}})");

    message.text = {{Style::Plain, "Kurva"}};
    message.buttons = {{"Menu", "h1"}};
    EXPECT_NE(
        encoded(message).find(R"("header":{"type":"image","image":{"id":"99"}})"), std::string::npos
    );
}

TEST(WhatsAppEncode, WritesTheTemplateIfTheWindowIsClosed) {
    Outgoing message = text_message();
    message.reply_to = "wamid.A";
    message.window = Window::Closed;
    EXPECT_EQ(encoded(message), "error closed_window");

    message.notice = Notice{"skp_diajukan", {"3", " dua\n\tbaris   *x* ", ""}, {"h1"}};
    EXPECT_EQ(
        encoded(message),
        kStart + R"("type":"template","template":{"name":"skp_diajukan","language":{"code":"id"},)"
                 R"("components":[{"type":"body","parameters":[{"type":"text","text":"3"},)"
                 R"({"type":"text","text":"dua baris *)"
                 "\u2060"
                 R"(x*"},{"type":"text","text":"-"}]},)"
                 R"({"type":"button","sub_type":"quick_reply","index":"0",)"
                 R"("parameters":[{"type":"payload","payload":"h1"}]}]}})"
    );
}

TEST(WhatsAppEncode, RefusesWhatBreaksALimit) {
    using Change = std::function<void(Outgoing&)>;
    const auto rows = [](std::size_t count) {
        std::vector<ListRow> list;
        for (std::size_t i = 0; i < count; ++i) {
            list.push_back({"Baris " + std::to_string(i), "h" + std::to_string(i)});
        }
        return list;
    };
    const std::pair<std::string, Change> cases[] = {
        {"recipient", [](Outgoing& it) { it.recipient = ""; }},
        {"recipient", [](Outgoing& it) { it.recipient = "62 81"; }},
        {"reply_to", [](Outgoing& it) { it.reply_to = "a b"; }},
        {"tracker", [](Outgoing& it) { it.tracker = "a\r\nb"; }},
        {"tracker", [](Outgoing& it) { it.tracker = std::string(513, '1'); }},
        {"empty_text",
         [](Outgoing& it) {
             it.text = {{Style::Bold, " \n"}};
         }},
        {"text_too_long",
         [](Outgoing& it) {
             it.text = {{Style::Plain, std::string(4097, 'a')}};
         }},
        {"text_too_long",
         [](Outgoing& it) {
             it.text = {{Style::Plain, std::string(1025, 'a')}};
             it.buttons = {{"Ya", "h"}};
         }},
        {"text_too_long",
         [](Outgoing& it) {
             it.text = {{Style::Plain, std::string(1025, 'a')}};
             it.attachment = Attachment{FileKind::Photo, "9", ""};
         }},
        {"too_many_buttons",
         [](Outgoing& it) {
             it.buttons = {{"a", "1"}, {"b", "2"}, {"c", "3"}, {"d", "4"}};
         }},
        {"button",
         [](Outgoing& it) {
             it.buttons = {{" ", "1"}};
         }},
        {"button",
         [](Outgoing& it) {
             it.buttons = {{"a", ""}};
         }},
        {"button",
         [](Outgoing& it) {
             it.buttons = {{std::string(21, 'a'), "1"}};
         }},
        {"button",
         [](Outgoing& it) {
             it.buttons = {{"a", std::string(257, '1')}};
         }},
        {"button",
         [](Outgoing& it) {
             it.buttons = {{"a", "1"}, {"b", "1"}};
         }},
        {"list",
         [](Outgoing& it) {
             it.list = List{"Pilih", {}};
         }},
        {"list",
         [&](Outgoing& it) {
             it.list = List{"Pilih", rows(11)};
         }},
        {"list",
         [&](Outgoing& it) {
             it.list = List{"", rows(2)};
         }},
        {"list",
         [&](Outgoing& it) {
             it.list = List{std::string(21, 'a'), rows(2)};
         }},
        {"list",
         [](Outgoing& it) {
             it.list = List{"Pilih", {{std::string(25, 'a'), "h"}}};
         }},
        {"list",
         [](Outgoing& it) {
             it.list = List{"Pilih", {{"a", std::string(201, 'h')}}};
         }},
        {"list",
         [](Outgoing& it) {
             it.list = List{"Pilih", {{"a", "h", std::string(73, 'a')}}};
         }},
        {"list",
         [&](Outgoing& it) {
             it.list = List{"Pilih", rows(2)};
             it.buttons = {{"a", "1"}};
         }},
        {"attachment",
         [](Outgoing& it) {
             it.attachment = Attachment{FileKind::Video, "9", ""};
         }},
        {"attachment",
         [](Outgoing& it) {
             it.attachment = Attachment{FileKind::Photo, "", ""};
         }},
        {"attachment",
         [&](Outgoing& it) {
             it.attachment = Attachment{FileKind::Photo, "9", ""};
             it.list = List{"Pilih", rows(2)};
         }},
        {"notice",
         [](Outgoing& it) {
             it.window = Window::Closed;
             it.notice = Notice{"a b", {}, {}};
         }},
        {"notice", [](Outgoing& it) {
             it.window = Window::Closed;
             it.notice = Notice{"a", {}, {""}};
         }}};
    for (const auto& [error, change] : cases) {
        Outgoing message = text_message();
        change(message);
        EXPECT_EQ(encoded(message), "error " + error);
    }
}

TEST(WhatsAppEncode, TakesWhatJustFits) {
    Outgoing message = text_message(std::string(4096, 'a'));
    EXPECT_TRUE(encode(message));
    message.text = {{Style::Plain, std::string(1024, 'a')}};
    message.buttons = {
        {std::string(20, 'a'), std::string(256, '1')}, {"b", "2"}, {"👋👋👋👋👋👋👋👋👋👋", "3"}};
    EXPECT_TRUE(encode(message));
    message.buttons.clear();
    message.list = List{std::string(20, 'a'), {}};
    for (std::size_t i = 0; i < 10; ++i) {
        const std::string digit = std::to_string(i);
        message.list->rows.push_back(
            {digit + std::string(23, 'a'), digit + std::string(199, 'h'), std::string(72, 'd')}
        );
    }
    EXPECT_TRUE(encode(message));
}

TEST(WhatsAppEncode, LeavesMarksOutIfTheyMakeTheTextTooLong) {
    Outgoing message = text_message();
    message.text = {{Style::Bold, std::string(4095, 'a')}};
    const std::string body = encoded(message);

    EXPECT_EQ(body.find('*'), std::string::npos);
    EXPECT_NE(body.find(std::string(4095, 'a')), std::string::npos);
}

TEST(WhatsAppEncode, MarksAsRead) {
    const std::string start =
        R"({"messaging_product":"whatsapp","status":"read","message_id":"wamid.A=")";

    EXPECT_EQ(encode_read("wamid.A=", Typing::NotShown), start + "}");
    EXPECT_EQ(
        encode_read("wamid.A=", Typing::Shown), start + R"(,"typing_indicator":{"type":"text"}})"
    );
}

TEST(WhatsAppFormatting, MarksOurOwnWordsOnly) {
    const std::pair<std::vector<adapters::Run>, std::string> cases[] = {
        {{{Style::Bold, "Tercatat"}, {Style::Plain, " R-7K2FQ9"}}, "*Tercatat* R-7K2FQ9"},
        {{{Style::Italic, "a"}, {Style::Plain, ", "}, {Style::Mono, "b"}}, "_a_, ```b```"},
        {{{Style::Bold, " a "}, {Style::Plain, "b"}}, " *a* b"},
        {{{Style::Bold, "a\n\nb"}}, "*a*\n\n*b*"},
        {{{Style::Bold, "a"}, {Style::Plain, "b"}}, "ab"},
        {{{Style::Plain, "a"}, {Style::Bold, "b"}}, "ab"},
        {{{Style::Bold, ""}, {Style::Plain, "b"}}, "b"},
        {{{Style::Bold, "a *b*"}}, "*a *\u2060b**"},
        {{{Style::Plain, "*a* _b_ ~c~ `d`"}}, "*\u2060a* _\u2060b_ ~\u2060c~ `\u2060d`"}};
    for (const auto& [runs, text] : cases) EXPECT_EQ(formatted(runs, Marks::Written), text);
    EXPECT_EQ(formatted({{Style::Bold, "a"}}, Marks::Omitted), "a");
}

TEST(WhatsAppFormatting, JoinsOnlyWhereAMarkCouldOpen) {
    const std::pair<std::string, std::string> cases[] = {
        {"3*4", "3*4"},
        {"nama_berkas_baru", "nama_berkas_baru"},
        {"5 * 4", "5 * 4"},
        {"(*a*)", "(*\u2060a*)"},
        {"***", "*\u2060*\u2060*"},
        {"https://contoh.id/_a_/~b~?x=*c*", "https://contoh.id/_a_/~b~?x=*c*"},
        {"https://contoh.id _a_", "https://contoh.id _\u2060a_"},
        {"> kutipan\n- butir\n* butir", ">\u2060 kutipan\n-\u2060 butir\n*\u2060 butir"},
        {"a > b - c", "a > b - c"},
        {"é*x*", "é*x*"},
        {"", ""}};
    for (const auto& [text, safe] : cases) EXPECT_EQ(unmarked(text), safe) << text;
}

}  // namespace
}  // namespace adapters::whatsapp
