#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "adapters/whatsapp/client.hpp"
#include "adapters/whatsapp/decode.hpp"
#include "adapters/whatsapp/signature.hpp"
#include "adapters/whatsapp/template.hpp"
#include "tests/adapters/describe.hpp"
#include "tests/adapters/samples.hpp"
#include "tests/support/fake_graph_api.hpp"

namespace adapters {
namespace {

using support::Fault;
using support::FaultKind;

const support::WhatsAppPerson kSiti{"6281255500004", "ID.1234567890", "Siti"};

// The client against a server that refuses what the Cloud API refuses and keeps a ledger.
class WhatsAppStandIn : public testing::Test {
protected:
    WhatsAppStandIn() {
        api_.set_pair_limit(1000, std::chrono::milliseconds{1});
        for (const auto& entry :
             std::filesystem::directory_iterator(SKPBOT_SOURCE_DIR "/adapters/whatsapp/templates"))
            api_.add_template(tests::read_file(entry.path()));
    }

    WhatsAppClient client() const {
        HttpOptions options;
        options.call_deadline = std::chrono::seconds{10};  // no fault here needs it to end
        whatsapp::MediaOptions media;
        media.bases = {api_.media_base()};
        const auto& account = api_.account();
        return {
            {account.token, account.phone_number_id, account.business_account_id},
            api_.address(),
            options,
            media};
    }

    static Outgoing message(std::string text = "Tercatat 👍 R-7K2FQ9") {
        Outgoing message;
        message.recipient = kSiti.number;
        message.text = {
            {Style::Bold, std::move(text)}, {Style::Plain, "\nketerangan _dari_ orang"}};
        message.tracker = "17";
        return message;
    }

    static Outgoing notice() {
        Outgoing notice = message();
        notice.notice = Notice{"realisasi_diajukan", {"3"}, {"AAAAAAAAAAAAAAAAAAAAAA"}};
        return notice;
    }

    bool accepts(const Outgoing& message) {
        WhatsAppClient whatsapp = client();
        return std::holds_alternative<Sent>(whatsapp.send(message));
    }

    support::FakeGraphApi api_;
    support::WhatsAppWebhooks webhooks_{
        {api_.account().business_account_id,
         api_.account().phone_number_id,
         api_.account().display_number}};
};

TEST_F(WhatsAppStandIn, AcceptsEveryKindThatTheEncoderWrites) {
    const auto stamp = api_.stamp(kSiti);
    WhatsAppClient whatsapp = client();
    const auto uploaded = whatsapp.upload("application/pdf", "%PDF-1.4 contoh");
    ASSERT_TRUE(uploaded) << uploaded.error().description;
    const auto picture = whatsapp.upload("image/png", "\x89PNG contoh");
    ASSERT_TRUE(picture) << picture.error().description;

    Outgoing reply = message();
    reply.reply_to = stamp.message_id;
    EXPECT_TRUE(accepts(reply));
    Outgoing buttons = message();
    buttons.buttons = {{"Urungkan", "AAAA"}, {"Menu", "BBBB"}, {"Menu ", "CCCC"}};
    EXPECT_TRUE(accepts(buttons));
    Outgoing list = message();
    list.list = List{"Pilih RHK", {{"RHK 1", "a", "Tersusunnya laporan"}, {"RHK 2", "b", ""}}};
    EXPECT_TRUE(accepts(list));
    Outgoing document = message();
    document.attachment = Attachment{FileKind::Document, *uploaded, "bukti.pdf"};
    EXPECT_TRUE(accepts(document));
    Outgoing photo = message();
    photo.attachment = Attachment{FileKind::Photo, *picture, ""};
    EXPECT_TRUE(accepts(photo));
    photo.buttons = {{"Menu", "BBBB"}};
    EXPECT_TRUE(accepts(photo));
    Outgoing outside = notice();
    outside.window = Window::Closed;
    EXPECT_TRUE(accepts(outside));
    Outgoing by_user_id = message();
    by_user_id.recipient = kSiti.user_id;
    EXPECT_TRUE(accepts(by_user_id));

    EXPECT_TRUE(api_.refused().empty()) << api_.refused().front().body;
    const auto sent = api_.sent_to(kSiti.number);
    ASSERT_EQ(sent.size(), 8U) << "number and user id are one person";
    EXPECT_EQ(sent[0].reply_to, stamp.message_id);
    EXPECT_EQ(sent[1].buttons.at(2).label, "3. Menu");
    EXPECT_EQ(sent[2].buttons.at(1).handle, "b");
    EXPECT_EQ(sent[3].file_name, "bukti.pdf");
    EXPECT_EQ(sent[4].kind, "image");
    EXPECT_EQ(sent[5].kind, "button");
    EXPECT_EQ(sent[6].template_name, "realisasi_diajukan");
    EXPECT_NE(sent[6].text.find("Ada 3 realisasi"), std::string::npos) << sent[6].text;
    for (const auto& one : sent) EXPECT_EQ(one.tracker, "17");
}

TEST_F(WhatsAppStandIn, SendsAtTheLimitsAndRefusesBeforeThem) {
    api_.stamp(kSiti);
    Outgoing longest = message(std::string(4096 - 26, 'a'));
    longest.text.pop_back();
    longest.text.front().style = Style::Plain;
    EXPECT_TRUE(accepts(longest));
    Outgoing full = message();
    full.list = List{std::string(20, 'a'), {}};
    for (char c = 'a'; c < 'k'; ++c)
        full.list->rows.push_back(
            {std::string(23, 'r') + c, std::string(199, 'h') + c, std::string(72, 'd')}
        );
    EXPECT_TRUE(accepts(full));
    full.list->rows.push_back({"lebih", "lebih", ""});
    EXPECT_FALSE(accepts(full));

    EXPECT_TRUE(api_.refused().empty()) << "the client has to know before it asks";
    EXPECT_EQ(api_.calls("POST messages").size(), 2U);
}

TEST_F(WhatsAppStandIn, SendsTheTemplateIfTheWindowTurnsOutToBeClosed) {
    EXPECT_TRUE(accepts(notice())) << "this person has never written";

    ASSERT_EQ(api_.sent().size(), 1U);
    EXPECT_EQ(api_.sent()[0].kind, "template");
    EXPECT_EQ(api_.refused().size(), 1U) << "the free text, refused with 131047";
    WhatsAppClient whatsapp = client();
    EXPECT_TRUE(std::holds_alternative<WindowClosed>(whatsapp.send(message())));
}

TEST_F(WhatsAppStandIn, TellsTheRefusalsApart) {
    api_.stamp(kSiti);
    WhatsAppClient whatsapp = client();

    api_.set_pair_limit(1, std::chrono::hours{1});
    EXPECT_TRUE(std::holds_alternative<Sent>(whatsapp.send(message())));
    const auto pair = whatsapp.send(message());
    ASSERT_TRUE(std::holds_alternative<RetryAfter>(pair));
    EXPECT_EQ(std::get<RetryAfter>(pair).scope, Scope::Conversation);
    EXPECT_EQ(std::get<RetryAfter>(pair).delay, std::chrono::seconds{1});

    api_.set_throughput(0);
    const auto throughput = whatsapp.send(message());
    ASSERT_TRUE(std::holds_alternative<RetryAfter>(throughput));
    EXPECT_EQ(std::get<RetryAfter>(throughput).scope, Scope::Account);
    EXPECT_FALSE(std::get<RetryAfter>(throughput).maybe_sent);
    api_.set_throughput(80);

    api_.remove_from_whatsapp(kSiti.number);
    EXPECT_TRUE(std::holds_alternative<RecipientGone>(whatsapp.send(message())));

    api_.set_template_status("realisasi_diajukan", "PAUSED");
    Outgoing paused = notice();
    paused.window = Window::Closed;
    const auto stopped = whatsapp.send(paused);
    ASSERT_TRUE(std::holds_alternative<Reconfigure>(stopped));
    EXPECT_EQ(std::get<Reconfigure>(stopped).scope, Scope::Template);

    api_.set_token_expired(true);
    const auto expired = whatsapp.send(message());
    ASSERT_TRUE(std::holds_alternative<Reconfigure>(expired));
    EXPECT_EQ(std::get<Reconfigure>(expired).code, "190.463");
    EXPECT_FALSE(whatsapp.probe());
}

TEST_F(WhatsAppStandIn, TellsEveryFaultApart) {
    enum class Expected { NotNow, InDoubt, Sent, Gone, Reconfigure };
    const std::pair<FaultKind, Expected> faults[] = {
        {FaultKind::TooManyRequests, Expected::NotNow},
        {FaultKind::TooManyRequestsBare, Expected::NotNow},
        {FaultKind::ServerError, Expected::InDoubt},
        {FaultKind::Garbage, Expected::InDoubt},
        {FaultKind::Truncated, Expected::InDoubt},
        {FaultKind::WrongLength, Expected::InDoubt},
        {FaultKind::OkWithoutResult, Expected::InDoubt},
        {FaultKind::Reset, Expected::InDoubt},
        {FaultKind::Huge, Expected::InDoubt},
        {FaultKind::Redirect, Expected::Reconfigure},
        {FaultKind::Blocked, Expected::Gone},
        {FaultKind::None, Expected::Sent}};
    api_.stamp(kSiti);
    WhatsAppClient whatsapp = client();
    for (const auto& [fault, expected] : faults) {
        api_.fail_next({Fault{fault, false}});

        const SendOutcome outcome = whatsapp.send(message());

        const auto* retry = std::get_if<RetryAfter>(&outcome);
        const Expected found = retry != nullptr && retry->maybe_sent   ? Expected::InDoubt
                               : retry != nullptr                      ? Expected::NotNow
                               : std::holds_alternative<Sent>(outcome) ? Expected::Sent
                               : std::holds_alternative<RecipientGone>(outcome)
                                   ? Expected::Gone
                                   : Expected::Reconfigure;
        EXPECT_EQ(found, expected) << "fault " << static_cast<int>(fault);
    }
    EXPECT_EQ(api_.sent().size(), 1U);
}

TEST_F(WhatsAppStandIn, FetchesAFileAndMarksAsRead) {
    const auto stamp = api_.stamp(kSiti);
    const std::string id = api_.add_media("image/jpeg", "\xff\xd8 contoh");
    WhatsAppClient whatsapp = client();

    const auto info = whatsapp.media_info(id);
    ASSERT_TRUE(info) << info.error().description;
    EXPECT_EQ(info->mime, "image/jpeg");
    const auto bytes = whatsapp.download(*info);
    ASSERT_TRUE(bytes) << bytes.error().description;
    EXPECT_EQ(*bytes, "\xff\xd8 contoh");
    api_.move_clock(std::chrono::minutes{6});
    EXPECT_FALSE(whatsapp.download(*info)) << "the address lives five minutes";

    whatsapp.mark_read(stamp.message_id, whatsapp::Typing::Shown);
    EXPECT_EQ(api_.read_messages(), std::vector<std::string>{stamp.message_id});
}

TEST_F(WhatsAppStandIn, ListsAndHandsInTemplates) {
    WhatsAppClient whatsapp = client();
    const auto listed = whatsapp.templates();
    ASSERT_TRUE(listed) << listed.error().description;
    EXPECT_EQ(listed->size(), 24U);
    EXPECT_EQ(listed->front().status, "APPROVED");

    whatsapp::Template one;
    one.definition = R"({"name":"contoh_uji","language":"id","category":"UTILITY",)"
                     R"("components":[{"type":"BODY","text":"Contoh."}]})";
    EXPECT_FALSE(whatsapp.create_template(one));
    EXPECT_TRUE(whatsapp.create_template(one)) << "it is there already";
    const auto more = whatsapp.templates();
    ASSERT_TRUE(more);
    EXPECT_EQ(more->size(), 25U);
    EXPECT_EQ(more->back().status, "PENDING");
}

TEST_F(WhatsAppStandIn, WritesWebhooksThatTheDecoderReads) {
    const auto& account = api_.account();
    const auto stamp = [&] { return api_.stamp(kSiti); };
    const std::pair<std::string, std::string> bodies[] = {
        {"text", webhooks_.text(kSiti, stamp(), "selamat pagi 👋", "wamid.A")},
        {"press", webhooks_.button_press(kSiti, stamp(), "wamid.A", "AAAA", "Setujui")},
        {"press", webhooks_.list_press(kSiti, stamp(), "wamid.A", "AAAA", "RHK 1")},
        {"press", webhooks_.template_press(kSiti, stamp(), "wamid.A", "AAAA", "Tinjau")},
        {"document",
         webhooks_.media(kSiti, stamp(), {.kind = "document", .id = "7", .mime = "a/b"})},
        {"location", webhooks_.location(kSiti, stamp(), -5.4, 105.2)},
        {"card", webhooks_.contact(kSiti, stamp(), {"6281255500002", "", "Ratna"})},
        {"reaction", webhooks_.reaction(kSiti, stamp(), "wamid.A", "👍")},
        {"revoked", webhooks_.revoked(kSiti, stamp(), "wamid.A")},
        {"unsupported", webhooks_.unsupported(kSiti, stamp())},
        {"address changed", webhooks_.number_changed(kSiti, stamp(), "6281255500044")}};
    for (const auto& [kind, body] : bodies) {
        const Decoded decoded = whatsapp::decode(body, account.phone_number_id);

        ASSERT_EQ(decoded.incoming.size(), 1U) << kind << ": " << decoded.unreadable;
        EXPECT_EQ(decoded.unreadable, "") << kind;
        EXPECT_TRUE(tests::describe(decoded).starts_with(kind)) << tests::describe(decoded);
        EXPECT_EQ(decoded.incoming[0].conversation, kSiti.user_id) << kind;
        EXPECT_TRUE(whatsapp::is_signed(
            support::hub_signature(account.app_secret, body), body, account.app_secret
        )) << kind;
    }
}

TEST_F(WhatsAppStandIn, WritesStatusesThatTheDecoderReads) {
    for (const auto& [word, expected] :
         std::initializer_list<std::pair<const char*, DeliveryStatus>>{
             {"sent", DeliveryStatus::Sent},
             {"delivered", DeliveryStatus::Delivered},
             {"read", DeliveryStatus::Read},
             {"failed", DeliveryStatus::Failed}}) {
        const bool failed = expected == DeliveryStatus::Failed;
        const std::string body = webhooks_.status(
            {.message_id = "wamid.A",
             .recipient = kSiti.number,
             .status = word,
             .tracker = "17",
             .error_code = failed ? 131047 : 0,
             .timestamp = 1774832400}
        );

        const Decoded decoded = whatsapp::decode(body, api_.account().phone_number_id);

        ASSERT_EQ(decoded.reports.size(), 1U) << decoded.unreadable;
        EXPECT_EQ(decoded.reports[0].status, expected);
        EXPECT_EQ(decoded.reports[0].tracker, "17");
        EXPECT_EQ(decoded.reports[0].failure.has_value(), failed);
    }
}

}  // namespace
}  // namespace adapters
