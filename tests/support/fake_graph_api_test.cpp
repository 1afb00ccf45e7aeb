#include "tests/support/fake_graph_api.hpp"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "tests/support/json_fields.hpp"
#include "tests/support/wait.hpp"
#include "tests/support/webhook_client.hpp"

namespace support {
namespace {

namespace json = boost::json;
using std::chrono::hours;
using std::chrono::seconds;

const WhatsAppPerson kSiti{"6281255500004", "ID.1234567890", "Siti"};
const WhatsAppPerson kStranger{"6281255500099", "", "Contoh"};

constexpr char kTemplate[] = R"({"name":"contoh_uji","language":"id","category":"UTILITY",)"
                             R"("components":[{"type":"BODY","text":"Ada {{1}} dari {{2}} hal.",)"
                             R"("example":{"body_text":[["1","2"]]}},{"type":"BUTTONS",)"
                             R"("buttons":[{"type":"QUICK_REPLY","text":"Tinjau"}]}]})";

std::string repeated(std::size_t count, std::string_view text = "a") {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += text;
    return all;
}

class FakeGraphApiTest : public ::testing::Test {
protected:
    FakeGraphApiTest() { api_.stamp(kSiti); }

    std::optional<HttpAnswer> call(
        const std::string& method,
        const std::string& path,
        const std::string& body = "",
        const std::string& token = "EAAcontoh",
        const std::string& type = "application/json"
    ) {
        return client_.send(
            {.method = method,
             .target = "/v23.0/" + path,
             .fields = {{"Content-Type", type}, {"Authorization", "Bearer " + token}},
             .body = body}
        );
    }

    std::optional<HttpAnswer> send(const std::string& body) {
        return call("POST", api_.account().phone_number_id + "/messages", body);
    }

    // The code of Meta's error; 0 if it was accepted, -1 if the envelope is not Meta's.
    static int code_of(const std::optional<HttpAnswer>& answer) {
        if (answer && answer->status == 200) return 0;
        const auto body = parse_object(answer ? answer->body : "");
        const auto* error = body ? object_of(*body, "error") : nullptr;
        if (error == nullptr || !text_of(*error, "message") || !text_of(*error, "type") ||
            !text_of(*error, "fbtrace_id"))
            return -1;
        return static_cast<int>(integer_of(*error, "code").value_or(-1));
    }

    // A message to Siti: `rest` follows the envelope.
    static std::string to_siti(const std::string& rest) {
        return R"({"messaging_product":"whatsapp","to":"6281255500004",)" + rest + "}";
    }
    static std::string text(const std::string& body) {
        return to_siti(R"("type":"text","text":{"body":")" + body + "\"}");
    }
    static std::string buttons(const std::string& list, const std::string& body = "Pilih") {
        return to_siti(
            R"("type":"interactive","interactive":{"type":"button","body":{"text":")" + body +
            R"("},"action":{"buttons":[)" + list + "]}}"
        );
    }
    static std::string button(const std::string& id, const std::string& title) {
        return R"({"type":"reply","reply":{"id":")" + id + R"(","title":")" + title + "\"}}";
    }
    static std::string rows(const std::string& list, const std::string& opener = "Pilih") {
        return to_siti(
            R"("type":"interactive","interactive":{"type":"list","body":{"text":"Daftar"},)"
            R"("action":{"button":")" +
            opener + R"(","sections":[{"rows":[)" + list + "]}]}}"
        );
    }
    static std::string row(
        const std::string& id, const std::string& title, const std::string& more = ""
    ) {
        return R"({"id":")" + id + R"(","title":")" + title + "\"" + more + "}";
    }
    static std::string link(const std::string& url, const std::string& label = "Buka") {
        return to_siti(
            R"("type":"interactive","interactive":{"type":"cta_url","body":{"text":"Tautan"},)"
            R"("action":{"name":"cta_url","parameters":{"display_text":")" +
            label + R"(","url":")" + url + "\"}}}"
        );
    }
    static std::string notice(
        const std::string& parameters,
        const std::string& name = "contoh_uji",
        const std::string& language = "id",
        const std::string& index = "0"
    ) {
        return to_siti(
            R"("type":"template","template":{"name":")" + name + R"(","language":{"code":")" +
            language + R"("},"components":[{"type":"body","parameters":[)" + parameters +
            R"(]},{"type":"button","sub_type":"quick_reply","index":")" + index +
            R"(","parameters":[{"type":"payload","payload":"h"}]}]})"
        );
    }
    static std::string parameter(const std::string& value) {
        return R"({"type":"text","text":")" + value + "\"}";
    }
    static std::string list_of(const std::string& one, std::size_t count) {
        std::string all;
        for (std::size_t i = 0; i < count; ++i) {
            std::string copy = one;
            for (std::size_t at = copy.find('#'); at != std::string::npos; at = copy.find('#'))
                copy.replace(at, 1, std::to_string(i));
            all += (i == 0 ? "" : ",") + copy;
        }
        return all;
    }

    FakeGraphApi api_;
    HttpClient client_{
        static_cast<unsigned short>(std::stoi(api_.media_base().substr(17))),
        std::chrono::milliseconds{2000}};
};

TEST_F(FakeGraphApiTest, DeliversAGoodMessageOnce) {
    const auto answer =
        send(to_siti(R"("recipient_type":"individual","context":{"message_id":"wamid.A"},)"
                     R"("biz_opaque_callback_data":"17","type":"text",)"
                     R"("text":{"body":"Halo","preview_url":false})"));

    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 200) << answer->body;
    const auto sent = api_.sent_to(kSiti.number);
    ASSERT_EQ(sent.size(), 1U);
    EXPECT_EQ(sent[0].text, "Halo");
    EXPECT_EQ(sent[0].reply_to, "wamid.A");
    EXPECT_EQ(sent[0].tracker, "17");
    EXPECT_NE(answer->body.find(sent[0].message_id), std::string::npos);
    EXPECT_TRUE(wait_until([&] { return api_.sent()[0].answered; }, seconds{2}));
}

struct Refused {
    std::string name;
    std::string body;
    int code;
};

TEST_F(FakeGraphApiTest, AcceptsWhatIsJustWithinTheLimits) {
    api_.set_pair_limit(100, std::chrono::milliseconds{1});
    api_.add_template(kTemplate);
    const std::string bodies[] = {
        text(repeated(4096)),
        text(repeated(2048, "😀")),
        buttons(list_of(button(repeated(254) + "#", repeated(19) + "#"), 3), repeated(1024)),
        rows(
            list_of(
                row(repeated(198) + "#",
                    repeated(23) + "#",
                    R"(,"description":")" + repeated(72) + "\""),
                10
            ),
            repeated(20)
        ),
        link("https://skp.contoh.id/a", repeated(20)),
        notice(parameter("1") + "," + parameter("2   3")),
        R"({"messaging_product":"whatsapp","recipient":"ID.1234567890","type":"text",)"
        R"("text":{"body":"a"}})"};
    for (const std::string& body : bodies) EXPECT_EQ(code_of(send(body)), 0) << body;

    EXPECT_EQ(api_.sent_to(kSiti.number).size(), std::size(bodies)) << "one person, two addresses";
    EXPECT_EQ(api_.sent()[5].text, "Ada 1 dari 2   3 hal.");
}

TEST_F(FakeGraphApiTest, RefusesWhatTheApiRefuses) {
    api_.add_template(kTemplate);
    const std::string good = "\"type\":\"text\",\"text\":{\"body\":\"a\"}";
    const std::string two = parameter("1") + "," + parameter("2");
    const Refused cases[] = {
        {"no JSON", "{", 100},
        {"no product", R"({"to":"6281255500004",)" + good + "}", 100},
        {"wrong product",
         R"({"messaging_product":"sms","to":"6281255500004",)" + good + "}",
         131009},
        {"both addresses", to_siti(R"("recipient":"ID.1234567890",)" + good), 131009},
        {"no address", R"({"messaging_product":"whatsapp",)" + good + "}", 131008},
        {"address of another kind",
         R"({"messaging_product":"whatsapp","recipient":"6281255500004",)" + good + "}",
         131009},
        {"unknown field", to_siti("\"surprise\":1," + good), 100},
        {"unknown field inside", to_siti(R"("type":"text","text":{"body":"a","html":1})"), 100},
        {"recipient type", to_siti(R"("recipient_type":"group",)" + good), 131009},
        {"unknown type", to_siti(R"("type":"fax","fax":{})"), 131051},
        {"no content", to_siti(R"("type":"text")"), 131008},
        {"preview", to_siti(R"("type":"text","text":{"body":"a","preview_url":true})"), 131009},
        {"empty text", text("  "), 131009},
        {"long text", text(repeated(4097)), 100},
        {"long tracker",
         to_siti(R"("biz_opaque_callback_data":")" + repeated(513) + "\"," + good),
         100},
        {"context", to_siti(R"("context":{"message_id":"7"},)" + good), 131009},
        {"long body with buttons", buttons(button("a", "A"), repeated(1025)), 100},
        {"no buttons", buttons(""), 131009},
        {"four buttons", buttons(list_of(button("#", "#"), 4)), 131009},
        {"long title", buttons(button("a", repeated(21))), 100},
        {"same title", buttons(button("a", "A") + "," + button("b", "A")), 131009},
        {"same id", buttons(button("a", "A") + "," + button("a", "B")), 131009},
        {"long id", buttons(button(repeated(257), "A")), 100},
        {"eleven rows", rows(list_of(row("#", "#"), 11)), 131009},
        {"long opener", rows(row("a", "A"), repeated(21)), 100},
        {"long row title", rows(row("a", repeated(25))), 100},
        {"long row id", rows(row(repeated(201), "A")), 100},
        {"long description", rows(row("a", "A", R"(,"description":")" + repeated(73) + "\"")), 100},
        {"same row id", rows(row("a", "A") + "," + row("a", "B")), 131009},
        {"address as link", link("https://10.0.0.1/a"), 131009},
        {"other scheme", link("file://contoh/a"), 131009},
        {"long link label", link("https://contoh.id", repeated(21)), 100},
        {"image without id", to_siti(R"("type":"image","image":{"caption":"a"})"), 131008},
        {"by link", to_siti(R"("type":"image","image":{"link":"https://contoh.id/a.png"})"), 100},
        {"long caption",
         to_siti(R"("type":"document","document":{"id":"1","caption":")" + repeated(1025) + "\"}"),
         100},
        {"unknown file", to_siti(R"("type":"document","document":{"id":"1"})"), 131053},
        {"unknown template", notice(two, "lain"), 132001},
        {"other language", notice(two, "contoh_uji", "en"), 132001},
        {"one parameter", notice(parameter("1")), 132000},
        {"no such button", notice(two, "contoh_uji", "id", "1"), 132000},
        {"line break", notice(parameter("1") + "," + parameter("a\\nb")), 100},
        {"tab", notice(parameter("1") + "," + parameter("a\\tb")), 100},
        {"four blanks", notice(parameter("1") + "," + parameter("a    b")), 100},
        {"reading what is not there",
         R"({"messaging_product":"whatsapp","status":"read","message_id":"wamid.X"})",
         131009}};
    for (const Refused& test : cases) EXPECT_EQ(code_of(send(test.body)), test.code) << test.name;

    EXPECT_TRUE(api_.sent().empty());
    EXPECT_EQ(api_.calls("POST messages").size(), std::size(cases));
}

TEST_F(FakeGraphApiTest, IsStrictAboutTokensAndIds) {
    const std::string path = api_.account().phone_number_id + "/messages";
    EXPECT_EQ(code_of(call("POST", path, text("a"), "EAAlain")), 190);
    EXPECT_EQ(code_of(client_.send({.method = "POST", .target = "/v23.0/" + path})), 190);
    EXPECT_EQ(code_of(call("POST", "1/messages", text("a"))), 100);
    EXPECT_EQ(code_of(call("POST", path + "/lain", text("a"))), 100);
    EXPECT_EQ(
        code_of(client_.send(
            {.method = "POST",
             .target = "/" + path,
             .fields = {{"Authorization", "Bearer EAAcontoh"}},
             .body = text("a")}
        )),
        100
    ) << "without a version";

    api_.set_token_expired(true);
    const auto expired = send(text("a"));
    EXPECT_EQ(expired->status, 401);
    EXPECT_NE(expired->body.find("\"error_subcode\":463"), std::string::npos);
    api_.set_token_expired(false);
    EXPECT_EQ(code_of(send(text("a"))), 0);
}

TEST_F(FakeGraphApiTest, ClosesTheWindowAfter24Hours) {
    api_.add_template(kTemplate);
    const std::string two = parameter("1") + "," + parameter("2");
    EXPECT_EQ(code_of(send(text("a"))), 0);
    api_.move_clock(hours{24});

    EXPECT_EQ(code_of(send(text("a"))), 131047);
    EXPECT_EQ(code_of(send(notice(two))), 0) << "a template needs no window";
    api_.stamp(kSiti);
    EXPECT_EQ(code_of(send(text("a"))), 0);
    EXPECT_EQ(
        code_of(send(
            R"({"messaging_product":"whatsapp","to":")" + kStranger.number +
            R"(","type":"text","text":{"body":"a"}})"
        )),
        131047
    ) << "who never wrote has no window";
}

TEST_F(FakeGraphApiTest, LimitsOnePersonAndTheNumber) {
    for (int i = 0; i < 10; ++i) EXPECT_EQ(code_of(send(text("a"))), 0);
    EXPECT_EQ(code_of(send(text("a"))), 131056);
    api_.move_clock(seconds{6});
    EXPECT_EQ(code_of(send(text("a"))), 0);
    EXPECT_EQ(code_of(send(text("a"))), 131056);

    api_.move_clock(seconds{600});
    api_.set_throughput(3);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(code_of(send(text("a"))), 0);
    EXPECT_EQ(code_of(send(text("a"))), 130429);
}

TEST_F(FakeGraphApiTest, KnowsWhoHasNoWhatsApp) {
    api_.remove_from_whatsapp(kSiti.number);

    EXPECT_EQ(code_of(send(text("a"))), 131026);
}

TEST_F(FakeGraphApiTest, KeepsUploadsAndHandsOutFiles) {
    const std::string bytes = "%PDF-1.4 \r\n--contoh isi";
    const auto upload = [&](const std::string& type, const std::string& more = "") {
        const std::string begin = "--b\r\nContent-Disposition: form-data; name=";
        return call(
            "POST",
            api_.account().phone_number_id + "/media",
            begin + "\"messaging_product\"\r\n\r\nwhatsapp\r\n" + more + begin +
                "\"type\"\r\n\r\n" + type + "\r\n" + begin +
                "\"file\"; filename=\"a.pdf\"\r\nContent-Type: " + type + "\r\n\r\n" + bytes +
                "\r\n--b--\r\n",
            "EAAcontoh",
            "multipart/form-data; boundary=b"
        );
    };
    EXPECT_EQ(code_of(upload("application/x-sh")), 100);
    EXPECT_EQ(
        code_of(upload(
            "application/pdf", "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n"
        )),
        100
    );
    const auto accepted = upload("application/pdf");
    ASSERT_EQ(code_of(accepted), 0) << accepted->body;
    const std::string id = text_or_empty(*parse_object(accepted->body), "id");

    EXPECT_EQ(
        code_of(send(
            to_siti(R"("type":"document","document":{"id":")" + id + R"(","filename":"a.pdf"})")
        )),
        0
    );
    EXPECT_EQ(code_of(send(to_siti(R"("type":"image","image":{"id":")" + id + "\"}"))), 131053)
        << "a document is no image";
    const auto info = call("GET", id + "?phone_number_id=" + api_.account().phone_number_id);
    ASSERT_EQ(code_of(info), 0);
    const std::string url = text_or_empty(*parse_object(info->body), "url");
    const std::string path = url.substr(api_.media_base().size());
    const HttpRequest fetch{
        .target = path, .fields = {{"Authorization", "Bearer EAAcontoh"}}, .body = {}};
    EXPECT_EQ(client_.send(fetch)->body, bytes);
    EXPECT_EQ(client_.send({.target = path})->status, 401) << "the address needs the token too";
    api_.move_clock(seconds{301});
    EXPECT_EQ(client_.send(fetch)->status, 404) << "the address lives five minutes";
    EXPECT_EQ(code_of(call("GET", id + "?phone_number_id=1")), 100);
    api_.move_clock(hours{31 * 24});
    EXPECT_EQ(code_of(call("GET", id)), 100) << "an upload lives 30 days";
}

TEST_F(FakeGraphApiTest, ReviewsTemplates) {
    const std::string path = api_.account().business_account_id + "/message_templates";
    const std::string two = parameter("1") + "," + parameter("2");
    EXPECT_EQ(code_of(call("POST", path, kTemplate)), 0);
    EXPECT_EQ(code_of(call("POST", path, kTemplate)), 100) << "it is there already";
    EXPECT_EQ(code_of(send(notice(two))), 132001) << "not approved yet";
    std::string second = kTemplate;
    second.replace(second.find("contoh_uji"), 10, "contoh_dua");
    EXPECT_EQ(code_of(call("POST", path, second)), 0);
    for (const auto& [from, to] : std::initializer_list<std::pair<std::string, std::string>>{
             {"Ada {{1}}", "{{1}}"},
             {"UTILITY", "SERVICE"},
             {"\"BODY\"", "\"KEPALA\""},
             {"contoh_uji", "Contoh"},
             {"\"Tinjau\"", "\"" + repeated(26) + "\""},
             {"\"example\"", "\"contoh\""}}) {
        std::string bad = kTemplate;
        bad.replace(bad.find(from), from.size(), to);
        EXPECT_NE(code_of(call("POST", path, bad)), 0) << to;
    }

    const auto page = call("GET", path + "?limit=1");
    EXPECT_NE(page->body.find("\"status\":\"PENDING\""), std::string::npos);
    EXPECT_NE(page->body.find("\"next\""), std::string::npos);
    const auto last = call("GET", path + "?limit=1&after=1");
    EXPECT_NE(last->body.find("contoh_dua"), std::string::npos);
    EXPECT_EQ(last->body.find("\"next\""), std::string::npos);
    for (const auto& [status, code] : std::initializer_list<std::pair<std::string, int>>{
             {"APPROVED", 0}, {"PAUSED", 132015}, {"DISABLED", 132016}, {"REJECTED", 132001}}) {
        api_.set_template_status("contoh_uji", status);
        EXPECT_EQ(code_of(send(notice(two))), code) << status;
    }
}

TEST_F(FakeGraphApiTest, MarksAsRead) {
    const WhatsAppStamp stamp = api_.stamp(kSiti);
    const auto read = [&](const std::string& more) {
        return send(
            R"({"messaging_product":"whatsapp","status":"read","message_id":")" + stamp.message_id +
            "\"" + more + "}"
        );
    };

    EXPECT_EQ(code_of(read(R"(,"typing_indicator":{"type":"text"})")), 0);
    EXPECT_EQ(code_of(read(R"(,"typing_indicator":{"type":"dance"})")), 131009);
    EXPECT_EQ(code_of(read(R"(,"to":"6281255500004")")), 100);
    EXPECT_EQ(api_.read_messages(), std::vector<std::string>{stamp.message_id});
}

TEST_F(FakeGraphApiTest, FailsAsTheScriptSays) {
    api_.fail_next(
        {{.kind = FaultKind::TooManyRequests},
         {.kind = FaultKind::ServerError, .delivered = true},
         {.kind = FaultKind::Garbage},
         {.kind = FaultKind::Reset, .delivered = true},
         {.kind = FaultKind::Hang},
         {.kind = FaultKind::Blocked}}
    );

    const auto limited = send(text("a"));
    ASSERT_TRUE(limited);
    EXPECT_EQ(limited->status, 429);
    EXPECT_EQ(limited->field("Retry-After"), "1");
    EXPECT_EQ(code_of(limited), 130429);
    EXPECT_EQ(send(text("a"))->status, 502);
    EXPECT_FALSE(parse_object(send(text("a"))->body));
    EXPECT_FALSE(send(text("a")));
    EXPECT_FALSE(send(text("a")));
    EXPECT_EQ(code_of(send(text("a"))), 131026);
    EXPECT_EQ(code_of(send(text("a"))), 0);

    ASSERT_EQ(api_.sent().size(), 3U);
    EXPECT_FALSE(api_.sent()[0].answered);
    EXPECT_FALSE(api_.sent()[1].answered);
}

TEST(WhatsAppWebhooks, EscapesAsMetaDoesAndSignsTheBytes) {
    EXPECT_EQ(escaped_as_by_meta("\"é😀/\""), "\"\\u00e9\\ud83d\\ude00\\/\"");
    // The first two vectors of PLATFORMS.md section 11.
    EXPECT_EQ(
        hub_signature("secret", "test"),
        "sha256=0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0914"
    );
    EXPECT_EQ(
        hub_signature("app-secret", ""),
        "sha256=f685db4c946698bf105ff5b62e30bc1f78216f3914b12bb750f8992aa6748824"
    );
}

}  // namespace
}  // namespace support
