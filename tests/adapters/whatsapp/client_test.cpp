#include "adapters/whatsapp/client.hpp"

#include <gtest/gtest.h>

#include <deque>
#include <stdexcept>

#include "tests/adapters/describe.hpp"
#include "tests/adapters/scripted_server.hpp"

namespace adapters {
namespace {

using tests::describe;

const std::string kAccepted = R"({"messages":[{"id":"wamid.A="}]})";
const std::string kClosed = R"({"error":{"message":"628110001 Halo rahasia","code":131047}})";

// The SHA-256 of "berkas".
const std::string kHash = "8mJGi7b4kLF5WRFlBMI2ACOteQ97xtAqAOe+CFxRTVc=";

// A server that gives prepared answers in order and keeps what was asked.
class WhatsAppClientTest : public testing::Test {
protected:
    struct Asked {
        std::string target;
        std::string body;
        std::string type;
        std::string authorization;
    };

    void answer_with(std::deque<std::string> answers) { answers_ = std::move(answers); }

    WhatsAppClient client() {
        HttpOptions options;
        options.call_deadline = std::chrono::milliseconds{2'000};
        return WhatsAppClient(
            {"uji-rahasia", "111", "222"},
            server_.address() + "/v23.0",
            options,
            {{server_.address()}, 4'096, std::chrono::milliseconds{2'000}}
        );
    }

    static Outgoing message() {
        Outgoing message;
        message.recipient = "628110001";
        message.text = {{Style::Bold, "Halo"}};
        return message;
    }

    [[nodiscard]] std::string media_url() const {
        return server_.address() + "/berkas/?mid=1&hash=A-b_c";
    }

    std::deque<std::string> answers_;
    std::vector<Asked> asked_;

private:
    void serve(tests::Peer& peer) {
        while (auto request = peer.read_request()) {
            using Field = boost::beast::http::field;
            asked_.push_back(
                {std::string(request->target()),
                 request->body(),
                 std::string((*request)[Field::content_type]),
                 std::string((*request)[Field::authorization])}
            );
            if (answers_.empty()) return;
            const std::string answer = answers_.front();
            answers_.pop_front();
            const bool ok = answer.find("\"error\"") == std::string::npos;
            peer.answer(answer, ok ? "200 OK" : "400 Bad Request");
        }
    }

    tests::ScriptedServer server_{[this](tests::Peer& peer) { serve(peer); }};
};

TEST_F(WhatsAppClientTest, SendsAMessage) {
    answer_with({kAccepted});

    EXPECT_EQ(describe(client().send(message())), "sent wamid.A=");

    ASSERT_EQ(asked_.size(), 1U);
    EXPECT_EQ(asked_[0].target, "/v23.0/111/messages");
    EXPECT_EQ(asked_[0].authorization, "Bearer uji-rahasia");
    EXPECT_EQ(asked_[0].type, "application/json");
    EXPECT_NE(asked_[0].body.find("*Halo*"), std::string::npos);
}

TEST_F(WhatsAppClientTest, SendsTheTemplateOnceIfTheWindowIsClosed) {
    answer_with({kClosed, kClosed});
    Outgoing notice = message();
    notice.notice = Notice{"skp_diajukan", {"3"}, {"h1"}};

    EXPECT_EQ(describe(client().send(notice)), "window");

    ASSERT_EQ(asked_.size(), 2U);
    EXPECT_NE(asked_[0].body.find(R"("type":"text")"), std::string::npos);
    EXPECT_NE(asked_[1].body.find(R"("type":"template")"), std::string::npos);
}

TEST_F(WhatsAppClientTest, SendsNothingThatCannotBeSent) {
    Outgoing closed = message();
    closed.window = Window::Closed;

    EXPECT_EQ(describe(client().send({})), "rejected recipient");
    EXPECT_EQ(describe(client().send(closed)), "window");

    EXPECT_TRUE(asked_.empty());
}

TEST_F(WhatsAppClientTest, WaitsLongerAfterEachFailure) {
    const std::string refusal = R"({"error":{"code":131056}})";
    answer_with({refusal, refusal});
    WhatsAppClient whatsapp = client();
    Outgoing third = message();
    third.failures = 2;

    EXPECT_EQ(describe(whatsapp.send(message())), "retry 1000 conversation");
    EXPECT_EQ(describe(whatsapp.send(third)), "retry 16000 conversation");
}

TEST_F(WhatsAppClientTest, MarksReadAndAnswersNoPress) {
    answer_with({R"({"success":true})"});
    WhatsAppClient whatsapp = client();

    whatsapp.answer_press("x");
    whatsapp.mark_read("a b", whatsapp::Typing::Shown);
    whatsapp.mark_read("wamid.A=", whatsapp::Typing::Shown);

    ASSERT_EQ(asked_.size(), 1U);
    EXPECT_EQ(asked_[0].target, "/v23.0/111/messages");
    EXPECT_NE(asked_[0].body.find("typing_indicator"), std::string::npos);
}

TEST_F(WhatsAppClientTest, ProbesWithOurOwnNumber) {
    answer_with({R"({"id":"111"})", R"({"error":{"code":190}})"});
    WhatsAppClient whatsapp = client();

    EXPECT_TRUE(whatsapp.probe());
    EXPECT_FALSE(whatsapp.probe());

    ASSERT_EQ(asked_.size(), 2U);
    EXPECT_EQ(asked_[0].target, "/v23.0/111?fields=id");
}

TEST_F(WhatsAppClientTest, FetchesAFile) {
    answer_with(
        {R"({"url":")" + media_url() + R"(","mime_type":"image/jpeg","sha256":")" + kHash +
             R"(","file_size":6,"id":"99"})",
         "berkas"}
    );
    // One client after the other: the scripted server takes one connection at a time.
    const auto info = client().media_info("99");
    ASSERT_TRUE(info);
    EXPECT_EQ(info->mime, "image/jpeg");
    EXPECT_EQ(info->size_bytes, 6);
    const auto file = client().download(*info);

    ASSERT_TRUE(file) << file.error().description;
    EXPECT_EQ(*file, "berkas");
    ASSERT_EQ(asked_.size(), 2U);
    EXPECT_EQ(asked_[0].target, "/v23.0/99?phone_number_id=111");
    EXPECT_EQ(asked_[1].target, "/berkas/?mid=1&hash=A-b_c");
    EXPECT_EQ(asked_[1].authorization, "Bearer uji-rahasia");
}

TEST_F(WhatsAppClientTest, FetchesNothingFromElsewhereOrTooLarge) {
    WhatsAppClient whatsapp = client();
    const std::string own = media_url().substr(0, media_url().find("/berkas"));
    for (const std::string& url :
         {std::string("https://lookaside.fbsbx.com.contoh.id/a"),
          std::string("http://contoh.id/a"),
          own,
          own + ".contoh.id/a",
          own + "@contoh.id/a",
          own + "/../a",
          own + "/a b",
          own + "/a\r\nX: y"}) {
        EXPECT_FALSE(whatsapp.download({url, "", "", {}})) << url;
    }
    EXPECT_FALSE(whatsapp.download({media_url(), "", "", 4'097}));
    EXPECT_FALSE(whatsapp.media_info("../me"));
    EXPECT_FALSE(whatsapp.media_info(""));

    EXPECT_TRUE(asked_.empty());
}

TEST_F(WhatsAppClientTest, RefusesAFileThatIsAnotherOrGoesOn) {
    answer_with({"berkaz", std::string(4'097, 'x'), R"({"error":{}})"});
    WhatsAppClient whatsapp = client();

    const auto other = whatsapp.download({media_url(), "", kHash, {}});
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().description, "hash of another file");
    EXPECT_FALSE(whatsapp.download({media_url(), "", "", {}}));
    const auto refused = whatsapp.download({media_url(), "", "", {}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, 400);
}

TEST_F(WhatsAppClientTest, UploadsAFile) {
    answer_with({R"({"id":"4490709327384033"})", R"({"other":1})"});
    WhatsAppClient whatsapp = client();
    const std::string file("%PDF\r\n--x\0y", 12);

    const auto id = whatsapp.upload("application/pdf", file);

    ASSERT_TRUE(id);
    EXPECT_EQ(*id, "4490709327384033");
    ASSERT_EQ(asked_.size(), 1U);
    EXPECT_EQ(asked_[0].target, "/v23.0/111/media");
    const std::string start = "multipart/form-data; boundary=";
    ASSERT_TRUE(asked_[0].type.starts_with(start));
    const std::string line = "--" + asked_[0].type.substr(start.size());
    EXPECT_EQ(
        asked_[0].body,
        line +
            "\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n" +
            line + "\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\napplication/pdf\r\n" +
            line +
            "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"berkas\"\r\n"
            "Content-Type: application/pdf\r\n\r\n" +
            file + "\r\n" + line + "--\r\n"
    );
    EXPECT_FALSE(whatsapp.upload("application/pdf", file));
    EXPECT_FALSE(whatsapp.upload("a\r\nb", file));
    EXPECT_FALSE(whatsapp.upload("application/pdf", ""));
    EXPECT_FALSE(whatsapp.upload("application/pdf", std::string(4'097, 'x')));
    EXPECT_EQ(asked_.size(), 2U);
}

TEST_F(WhatsAppClientTest, SaysWhyAFileOfAPersonDoesNotCome) {
    const auto take = [](std::string_view) { return true; };
    answer_with({R"({"error":{"message":"no such object","code":100}})"});
    EXPECT_EQ(client().fetch("900", 1000, take), FetchFailure::Gone);
    answer_with({R"({"error":{"message":"no such object","code":100,"error_subcode":33}})"});
    EXPECT_EQ(client().fetch("900", 1000, take), FetchFailure::Gone);
    answer_with({R"({"url":")" + media_url() + R"(","file_size":1001})"});
    EXPECT_EQ(client().fetch("900", 1000, take), FetchFailure::TooLarge);
    answer_with({R"({"error":{"message":"later","code":2}})"});
    EXPECT_EQ(client().fetch("900", 1000, take), FetchFailure::TryLater);
    answer_with({});
    EXPECT_EQ(client().fetch("900", 1000, take), FetchFailure::TryLater);
}

TEST_F(WhatsAppClientTest, UploadsAnAttachmentBeforeItSends) {
    answer_with({R"({"id":"1203"})", kAccepted});
    Outgoing with_file = message();
    with_file.attachment =
        Attachment{FileKind::Document, "", "Laporan.pdf", "application/pdf", "%PDF-"};

    const SendOutcome outcome = client().send(with_file);

    const auto* sent = std::get_if<Sent>(&outcome);
    ASSERT_NE(sent, nullptr);
    EXPECT_EQ(sent->file_reference, "1203");
    ASSERT_EQ(asked_.size(), 2U);
    EXPECT_EQ(asked_[0].target, "/v23.0/111/media");
    EXPECT_NE(asked_[1].body.find(R"("id":"1203")"), std::string::npos) << asked_[1].body;
}

TEST_F(WhatsAppClientTest, SendsNothingIfTheUploadFails) {
    answer_with({R"({"error":{"message":"later","code":2}})"});
    Outgoing with_file = message();
    with_file.attachment =
        Attachment{FileKind::Document, "", "Laporan.pdf", "application/pdf", "%PDF-"};

    const SendOutcome outcome = client().send(with_file);

    const auto* retry = std::get_if<RetryAfter>(&outcome);
    ASSERT_NE(retry, nullptr);
    EXPECT_FALSE(retry->maybe_sent);
    EXPECT_EQ(asked_.size(), 1U);
}

TEST_F(WhatsAppClientTest, ListsTheTemplatesOfAllPages) {
    answer_with(
        {R"({"data":[{"name":"a","language":"id","status":"APPROVED","category":"UTILITY"}],)"
         R"("paging":{"cursors":{"after":"QVFI="},"next":"https://x"}})",
         R"({"data":[{"name":"b","status":"PAUSED"}],"paging":{"cursors":{"after":"Z"}}})",
         R"({"data":[],"paging":{"cursors":{"after":"a b"},"next":"https://x"}})"}
    );
    WhatsAppClient whatsapp = client();

    const auto templates = whatsapp.templates();
    ASSERT_TRUE(templates);
    ASSERT_EQ(templates->size(), 2U);
    EXPECT_EQ((*templates)[0].status, "APPROVED");
    EXPECT_EQ((*templates)[1].name, "b");
    EXPECT_EQ(asked_[0].target, "/v23.0/222/message_templates?limit=50");
    EXPECT_EQ(asked_[1].target, "/v23.0/222/message_templates?limit=50&after=QVFI=");
    EXPECT_FALSE(whatsapp.templates());
}

TEST_F(WhatsAppClientTest, CreatesATemplateAndTellsWhyNot) {
    answer_with(
        {R"({"id":"1","status":"PENDING"})",
         R"({"error":{"message":"rahasia 628110001","code":100,"error_subcode":2388023}})"}
    );
    WhatsAppClient whatsapp = client();
    const auto one = whatsapp::parse_template(R"({"name":"a","components":[]})");
    ASSERT_TRUE(one);

    EXPECT_FALSE(whatsapp.create_template(*one));
    const auto error = whatsapp.create_template(*one);

    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, 400);
    EXPECT_EQ(error->description, "code 100.2388023");
    EXPECT_EQ(asked_[0].target, "/v23.0/222/message_templates");
    EXPECT_EQ(asked_[0].body, R"({"name":"a","components":[]})");
}

TEST(WhatsAppClient, RefusesABadTokenOrIdWithoutRepeatingIt) {
    const whatsapp::Access bad[] = {
        {"", "111", ""},
        {"rahasia x", "111", ""},
        {"rahasia\r\nx", "111", ""},
        {"rahasia", "", ""},
        {"rahasia", "1/2", ""},
        {"rahasia", "111", "2/2"}};
    for (const auto& access : bad) {
        try {
            const WhatsAppClient client(access, "http://127.0.0.1:9");
            ADD_FAILURE() << access.token;
        } catch (const std::invalid_argument& error) {
            EXPECT_EQ(std::string(error.what()).find("rahasia"), std::string::npos);
        }
    }
    EXPECT_THROW(WhatsAppClient({"a", "1", ""}, "127.0.0.1:9"), std::invalid_argument);
}

TEST(WhatsAppMedia, ComparesHashesOfBothForms) {
    const Sha256 digest = sha256("berkas");

    EXPECT_TRUE(whatsapp::agrees_with(kHash, digest));
    EXPECT_TRUE(whatsapp::agrees_with(hex(digest), digest));
    EXPECT_TRUE(whatsapp::agrees_with("", digest));
    EXPECT_TRUE(whatsapp::agrees_with("DOCUMENT_HASH", digest));
    EXPECT_FALSE(whatsapp::agrees_with(kHash, sha256("lain")));
    EXPECT_FALSE(whatsapp::agrees_with(hex(digest), sha256("lain")));
}

}  // namespace
}  // namespace adapters
