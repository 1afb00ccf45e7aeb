#include "adapters/telegram/client.hpp"

#include <gtest/gtest.h>

#include <deque>
#include <stdexcept>

#include "tests/adapters/scripted_server.hpp"

namespace adapters {
namespace {

// A server that gives prepared answers in order and keeps what was asked.
class TelegramClientTest : public testing::Test {
protected:
    struct Asked {
        std::string target;
        std::string body;
    };

    void answer_with(std::deque<std::string> answers) { answers_ = std::move(answers); }

    // Once the client is gone the server's thread has nothing more to write.
    TelegramClient client() {
        HttpOptions options;
        options.call_deadline = std::chrono::milliseconds{2'000};
        options.answer_bytes = 4'096;
        return TelegramClient("123456:uji", server_.address(), options);
    }

    static Outgoing message() {
        Outgoing message;
        message.recipient = "42";
        message.text = {{Style::Bold, "Halo"}};
        return message;
    }

    std::deque<std::string> answers_;
    std::vector<Asked> asked_;

private:
    void serve(tests::Peer& peer) {
        while (auto request = peer.read_request()) {
            asked_.push_back({std::string(request->target()), request->body()});
            if (answers_.empty()) return;
            const std::string answer = answers_.front();
            answers_.pop_front();
            const bool ok = answer.find("\"ok\":true") != std::string::npos;
            peer.answer(answer, ok ? "200 OK" : "400 Bad Request");
        }
    }

    tests::ScriptedServer server_{[this](tests::Peer& peer) { serve(peer); }};
};

TEST_F(TelegramClientTest, SendsAMessage) {
    answer_with({R"({"ok":true,"result":{"message_id":9}})"});

    const SendOutcome outcome = client().send(message());

    ASSERT_TRUE(std::holds_alternative<Sent>(outcome));
    EXPECT_EQ(std::get<Sent>(outcome).message_id, "9");
    ASSERT_EQ(asked_.size(), 1U);
    EXPECT_EQ(asked_[0].target, "/bot123456:uji/sendMessage");
    EXPECT_NE(asked_[0].body.find("\"entities\""), std::string::npos);
}

TEST_F(TelegramClientTest, SendsPlainTextOnceIfEntitiesAreRefused) {
    const std::string refusal =
        R"({"ok":false,"error_code":400,"description":"Bad Request: can't parse entities: x"})";
    answer_with({refusal, R"({"ok":true,"result":{"message_id":9}})"});

    const SendOutcome outcome = client().send(message());

    EXPECT_TRUE(std::holds_alternative<Sent>(outcome));
    ASSERT_EQ(asked_.size(), 2U);
    EXPECT_EQ(asked_[1].body.find("\"entities\""), std::string::npos);
}

TEST_F(TelegramClientTest, SendsWithoutTheReplyOnceIfItIsGone) {
    const std::string refusal =
        R"({"ok":false,"error_code":400,"description":"Bad Request: message to be replied not found"})";
    answer_with({refusal, refusal});
    Outgoing reply = message();
    reply.reply_to = "7";

    const SendOutcome outcome = client().send(reply);

    EXPECT_TRUE(std::holds_alternative<Rejected>(outcome));
    ASSERT_EQ(asked_.size(), 2U);
    EXPECT_EQ(asked_[1].body.find("reply_parameters"), std::string::npos);
}

TEST_F(TelegramClientTest, SendsNothingThatCannotBeEncoded) {
    const SendOutcome outcome = client().send({});

    ASSERT_TRUE(std::holds_alternative<Rejected>(outcome));
    EXPECT_EQ(std::get<Rejected>(outcome).code, "recipient");
    EXPECT_TRUE(asked_.empty());
}

TEST_F(TelegramClientTest, AnswersAPressAndSwallowsTheResult) {
    answer_with({R"({"ok":false,"error_code":400,"description":"Bad Request: query is too old"})"});

    client().answer_press("12\"3");

    ASSERT_EQ(asked_.size(), 1U);
    EXPECT_EQ(asked_[0].target, "/bot123456:uji/answerCallbackQuery");
    EXPECT_EQ(asked_[0].body, R"({"callback_query_id":"12\"3"})");
}

TEST_F(TelegramClientTest, ShowsActionsAndSwallowsTheResult) {
    answer_with({R"({"ok":true,"result":true})", R"({"ok":true,"result":true})", R"({"ok":false})"}
    );
    TelegramClient telegram = client();

    telegram.show_action("42", ChatAction::Typing);
    telegram.show_action("42", ChatAction::SendingDocument);
    telegram.show_action("-42", ChatAction::SendingPhoto);
    telegram.show_action("siti", ChatAction::Typing);

    ASSERT_EQ(asked_.size(), 3U) << "no call for an address that is none";
    EXPECT_EQ(asked_[0].target, "/bot123456:uji/sendChatAction");
    EXPECT_EQ(asked_[0].body, R"({"chat_id":42,"action":"typing"})");
    EXPECT_EQ(asked_[1].body, R"({"chat_id":42,"action":"upload_document"})");
    EXPECT_EQ(asked_[2].body, R"({"chat_id":-42,"action":"upload_photo"})");
}

TEST_F(TelegramClientTest, ProbesWithGetMe) {
    answer_with(
        {R"({"ok":true,"result":{"id":123456,"is_bot":true,"first_name":"SKP","username":"SkpUji_bot"}})",
         R"({"ok":true,"result":{"id":123456,"username":"SkpUji_bot"}})",
         R"({"ok":false,"error_code":401,"description":"Unauthorized"})"}
    );
    TelegramClient telegram = client();

    const auto us = telegram.get_me();
    ASSERT_TRUE(us);
    EXPECT_EQ(us->id, "123456");
    EXPECT_EQ(us->user_name, "SkpUji_bot");
    EXPECT_TRUE(telegram.probe());
    const auto refused = telegram.get_me();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, 401);
    EXPECT_FALSE(telegram.probe());
}

TEST_F(TelegramClientTest, SetsTheWebhookAsTheDesignSays) {
    answer_with({R"({"ok":true,"result":true})"});

    EXPECT_FALSE(client().set_webhook("https://skp.contoh.id/webhook/telegram", "s3"));

    ASSERT_EQ(asked_.size(), 1U);
    EXPECT_EQ(asked_[0].target, "/bot123456:uji/setWebhook");
    EXPECT_EQ(
        asked_[0].body,
        R"({"url":"https://skp.contoh.id/webhook/telegram","secret_token":"s3",)"
        R"("max_connections":40,"drop_pending_updates":false,"allowed_updates":["message",)"
        R"("edited_message","callback_query","my_chat_member","message_reaction"]})"
    );
}

TEST_F(TelegramClientTest, ReadsTheWebhookInfo) {
    answer_with(
        {R"({"ok":true,"result":{"url":"https://x","has_custom_certificate":false,)"
         R"("pending_update_count":3,"last_error_date":1774832400,"last_error_message":"Wrong"}})",
         R"({"ok":true,"result":{"url":""}})",
         R"({"ok":true,"result":{"url":5}})"}
    );
    TelegramClient telegram = client();

    const auto info = telegram.get_webhook_info();
    ASSERT_TRUE(info);
    EXPECT_EQ(info->url, "https://x");
    EXPECT_EQ(info->pending_update_count, 3);
    EXPECT_EQ(info->last_error_message, "Wrong");
    EXPECT_EQ(info->last_error_date, domain::Instant{std::chrono::seconds{1'774'832'400}});
    const auto empty = telegram.get_webhook_info();
    ASSERT_TRUE(empty);
    EXPECT_FALSE(empty->last_error_date);
    EXPECT_FALSE(telegram.get_webhook_info());
}

TEST_F(TelegramClientTest, DeletesTheWebhookAndSetsCommands) {
    answer_with(
        {R"({"ok":true,"result":true})",
         R"({"ok":false,"error_code":400,"description":"Bad Request: BOT_COMMAND_INVALID"})"}
    );
    TelegramClient telegram = client();

    EXPECT_FALSE(telegram.delete_webhook());
    const auto error = telegram.set_my_commands({{"menu", "Daftar perintah"}});

    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, 400);
    EXPECT_EQ(error->description, "BOT_COMMAND_INVALID");
    EXPECT_EQ(asked_[0].body, R"({"drop_pending_updates":false})");
    EXPECT_EQ(
        asked_[1].body, R"({"commands":[{"command":"menu","description":"Daftar perintah"}]})"
    );
}

TEST_F(TelegramClientTest, AsksForFewerUpdatesIfTheBatchIsTooLarge) {
    const std::string large(5'000, ' ');
    answer_with(
        {R"({"ok":true,"result":[)" + large + "]}",
         R"({"ok":true,"result":[)" + large + "]}",
         R"({"ok":true,"result":[{"update_id":7}]})"}
    );

    const auto updates = client().get_updates(7, std::chrono::seconds{1});

    ASSERT_TRUE(updates);
    EXPECT_EQ(updates->size(), 1U);
    ASSERT_EQ(asked_.size(), 3U);
    EXPECT_EQ(
        asked_[2].body,
        R"({"offset":7,"limit":25,"timeout":1,"allowed_updates":["message","edited_message",)"
        R"("callback_query","my_chat_member","message_reaction"]})"
    );
}

TEST_F(TelegramClientTest, TellsWhyThereAreNoUpdates) {
    answer_with(
        {R"({"ok":false,"error_code":409,"description":"Conflict: terminated by other getUpdates"})",
         R"({"ok":true,"result":{}})"}
    );
    TelegramClient telegram = client();

    const auto conflict = telegram.get_updates(0, std::chrono::seconds{0});
    ASSERT_FALSE(conflict);
    EXPECT_EQ(conflict.error().code, 409);
    const auto odd = telegram.get_updates(0, std::chrono::seconds{0});
    ASSERT_FALSE(odd);
    EXPECT_EQ(odd.error().code, 0);
}

TEST(TelegramClient, RefusesABadToken) {
    EXPECT_THROW(TelegramClient("1:a b", "http://127.0.0.1:9"), std::invalid_argument);
    EXPECT_THROW(TelegramClient("1:a/../b", "http://127.0.0.1:9"), std::invalid_argument);
    EXPECT_THROW(TelegramClient("1:a", "127.0.0.1:9"), std::invalid_argument);
}

constexpr std::int64_t kMost = 1000;

TEST_F(TelegramClientTest, FetchesAFileByItsPath) {
    answer_with(
        {R"({"ok":true,"result":{"file_id":"A","file_size":20,"file_path":"photos/f_1.jpg"}})",
         R"(isi "ok":true isi)"}
    );
    std::string content;

    const auto failure = client().fetch("A", kMost, [&](std::string_view bytes) {
        content += bytes;
        return true;
    });

    EXPECT_EQ(failure, std::nullopt);
    EXPECT_EQ(content, R"(isi "ok":true isi)");
    ASSERT_EQ(asked_.size(), 2U);
    EXPECT_EQ(asked_[0].target, "/bot123456:uji/getFile");
    EXPECT_EQ(asked_[0].body, R"({"file_id":"A"})");
    EXPECT_EQ(asked_[1].target, "/file/bot123456:uji/photos/f_1.jpg");
}

TEST_F(TelegramClientTest, SaysWhyAFileDoesNotCome) {
    const auto take = [](std::string_view) { return true; };
    const std::pair<std::string, FetchFailure> rows[] = {
        {R"({"ok":true,"result":{"file_size":1001,"file_path":"a"}})", FetchFailure::TooLarge},
        {R"({"ok":false,"error_code":400,"description":"Bad Request: file is too big"})",
         FetchFailure::TooLarge},
        {R"({"ok":false,"error_code":400,"description":"Bad Request: wrong file_id"})",
         FetchFailure::Gone},
        {R"({"ok":true,"result":{"file_path":"../../etc/passwd"}})", FetchFailure::Gone},
        {R"({"ok":true,"result":{"file_path":"a b\r\nHost: x"}})", FetchFailure::Gone},
        {R"({"ok":false,"error_code":429,"description":"Too Many Requests"})",
         FetchFailure::TryLater},
        {R"({"ok":false,"error_code":401,"description":"Unauthorized"})", FetchFailure::TryLater},
        {"nonsense", FetchFailure::TryLater},
    };
    for (const auto& [answer, expected] : rows) {
        answer_with({answer});
        EXPECT_EQ(client().fetch("A", kMost, take), expected) << answer;
    }
}

TEST_F(TelegramClientTest, StopsAFileThatNobodyTakes) {
    answer_with(
        {R"({"ok":true,"result":{"file_path":"a"}})", R"({"ok":true})" + std::string(100'000, 'x')}
    );
    std::size_t taken = 0;

    const auto failure = client().fetch("A", kMost, [&](std::string_view bytes) {
        taken += bytes.size();
        return taken <= kMost;
    });

    EXPECT_EQ(failure, FetchFailure::TooLarge);
    EXPECT_LT(taken, 50'000U);
}

Outgoing with_file(Outgoing message) {
    message.attachment =
        Attachment{FileKind::Document, "", "Laporan.pdf", "application/pdf", "%PDF-"};
    return message;
}

TEST_F(TelegramClientTest, SendsAFileAndKeepsItsId) {
    answer_with({R"({"ok":true,"result":{"message_id":9,"document":{"file_id":"D1"}}})"});

    const SendOutcome outcome = client().send(with_file(message()));

    const auto* sent = std::get_if<Sent>(&outcome);
    ASSERT_NE(sent, nullptr);
    EXPECT_EQ(sent->message_id, "9");
    EXPECT_EQ(sent->file_reference, "D1");
    ASSERT_EQ(asked_.size(), 1U);
    EXPECT_EQ(asked_[0].target, "/bot123456:uji/sendDocument");
    EXPECT_NE(
        asked_[0].body.find(
            "filename=\"Laporan.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-\r\n"
        ),
        std::string::npos
    );
    EXPECT_NE(asked_[0].body.find("name=\"caption\"\r\n\r\nHalo\r\n"), std::string::npos);
}

TEST_F(TelegramClientTest, SendsAKnownFileByItsId) {
    answer_with({R"({"ok":true,"result":{"message_id":9,"document":{"file_id":"D1"}}})"});
    Outgoing known = with_file(message());
    known.attachment->reference = "D1";
    known.attachment->content.clear();

    client().send(known);

    ASSERT_EQ(asked_.size(), 1U);
    EXPECT_NE(asked_[0].body.find(R"("document":"D1")"), std::string::npos) << asked_[0].body;
}

TEST_F(TelegramClientTest, APhotoOfAStrangeShapeGoesOutAsADocument) {
    answer_with(
        {R"({"ok":false,"error_code":400,"description":"Bad Request: PHOTO_INVALID_DIMENSIONS"})",
         R"({"ok":true,"result":{"message_id":9,"document":{"file_id":"D1"}}})"}
    );
    Outgoing photo = with_file(message());
    photo.attachment->kind = FileKind::Photo;

    EXPECT_TRUE(std::holds_alternative<Sent>(client().send(photo)));
    ASSERT_EQ(asked_.size(), 2U);
    EXPECT_EQ(asked_[0].target, "/bot123456:uji/sendPhoto");
    EXPECT_EQ(asked_[1].target, "/bot123456:uji/sendDocument");
}

TEST_F(TelegramClientTest, RefusesFileNamesThatCouldBreakTheForm) {
    for (const std::string name : {"a\"b.pdf", "a\r\nb.pdf", "", "a b.pdf", "a/b.pdf"}) {
        Outgoing odd = with_file(message());
        odd.attachment->name = name;
        const SendOutcome outcome = client().send(odd);
        const auto* rejected = std::get_if<Rejected>(&outcome);
        ASSERT_NE(rejected, nullptr) << name;
        EXPECT_EQ(rejected->code, "attachment");
    }
    EXPECT_TRUE(asked_.empty());
}

}  // namespace
}  // namespace adapters
