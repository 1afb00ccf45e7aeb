#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>
#include <map>
#include <sstream>

#include "tests/support/bot_world.hpp"
#include "tests/support/fake_graph_api.hpp"
#include "tests/support/graph_api_media.hpp"

// What Meta has ever sent to other projects, signed, to the running program: every body gets its
// 200, is cut into the events that tests/data/whatsapp_expected.tsv names, and leaves the program
// alive; what is not signed by Meta is neither stored nor parsed (PLATFORMS.md sections 2.1, 2.2,
// 3).
namespace support::whatsapp_payloads {
namespace {

namespace json = boost::json;

constexpr char kVerifyToken[] = "verifikasi-uji-verifikasi-uji-verifikasi-uji";
constexpr char kField[] = "X-Hub-Signature-256";
constexpr char kRoute[] = "/webhook/whatsapp";
constexpr std::chrono::seconds kWorkOff{30};

// The events that one word of the table stands for: their kind, empty if a turn sees none.
std::string kind_of(const std::string& word) {
    static const std::map<std::string, std::string> kKinds = {
        {"text", "text"},
        {"press", "press"},
        {"card", "contact"},
        {"photo", "file"},
        {"document", "file"},
        {"audio", "file"},
        {"video", "file"},
        {"location", "location"},
        {"reaction", "reaction"},
        {"revoked", "revoked"},
        {"unsupported", "unsupported"}};
    const auto found = kKinds.find(word.substr(0, word.find(' ')));
    return found == kKinds.end() ? "" : found->second;
}

// One recorded body as if it had come to our number: its own number and ids would make it somebody
// else's, or a repeat of another file's message.
class Payload {
public:
    Payload(const std::filesystem::path& file, const std::string& number, std::size_t index)
        : name_(file.filename()), index_(std::to_string(index)) {
        json::value body = json::parse(read_text(file.string()));
        readdress(body, number);
        body_ = escaped_as_by_meta(json::serialize(body));
    }

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::string& body() const { return body_; }

private:
    void readdress(json::value& value, const std::string& number) {
        if (auto* list = value.if_array())
            for (json::value& one : *list) readdress(one, number);
        auto* object = value.if_object();
        if (object == nullptr) return;
        for (auto& member : *object) {
            if (member.key() == "phone_number_id") member.value() = number;
            if (member.key() == "messages" && member.value().is_array())
                for (json::value& message : member.value().as_array()) make_unique(message);
            readdress(member.value(), number);
        }
    }

    void make_unique(json::value& message) const {
        auto* object = message.if_object();
        auto* id = object != nullptr ? object->if_contains("id") : nullptr;
        if (id != nullptr && id->is_string()) *id = std::string(id->as_string()) + "." + index_;
    }

    std::string name_;
    std::string index_;
    std::string body_;
};

std::vector<Payload> payloads(const std::string& number) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::directory_iterator(SKPBOT_SOURCE_DIR "/tests/data/whatsapp"))
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<Payload> all;
    for (const auto& file : files) all.emplace_back(file, number, all.size());
    return all;
}

// The kinds of the events that turns see, in order, by file: "text;reaction".
std::map<std::string, std::string> expected_events() {
    std::map<std::string, std::string> expected;
    std::istringstream table(read_text(SKPBOT_SOURCE_DIR "/tests/data/whatsapp_expected.tsv"));
    for (std::string line; std::getline(table, line);) {
        const auto tab = line.find('\t');
        if (tab == std::string::npos) continue;
        std::string& kinds = expected[line.substr(0, tab)];
        std::string words = line.substr(tab + 1) + "; ";
        for (auto end = words.find("; "); end != std::string::npos; end = words.find("; ")) {
            const std::string kind = kind_of(words.substr(0, end));
            if (!kind.empty()) kinds += (kinds.empty() ? "" : ";") + kind;
            words.erase(0, end + 2);
        }
    }
    return expected;
}

class WhatsAppPayloads : public ::testing::Test {
protected:
    static Environment with_whatsapp(const FakeGraphApi& api) {
        Environment environment = BotWorld::unpaced();
        environment["SKPBOT_WHATSAPP_TOKEN"] = api.account().token;
        environment["SKPBOT_WHATSAPP_APP_SECRET"] = api.account().app_secret;
        environment["SKPBOT_WHATSAPP_VERIFY_TOKEN"] = kVerifyToken;
        environment["SKPBOT_WHATSAPP_PHONE_ID"] = api.account().phone_number_id;
        environment["SKPBOT_WHATSAPP_API"] = api.address();
        return environment;
    }

    std::optional<HttpAnswer> post(const std::string& body, const std::string& signature) {
        return client_.send(
            {.method = "POST",
             .target = kRoute,
             .fields = {{"Content-Type", "application/json"}, {kField, signature}},
             .body = body}
        );
    }
    std::optional<HttpAnswer> post_signed(const std::string& body) {
        return post(body, hub_signature(api_.account().app_secret, body));
    }

    long number(const std::string& sql) { return query_number(world_.database_url(), sql); }
    long stored() { return number("SELECT count(*) FROM inbox"); }

    std::optional<HttpAnswer> challenge(const std::string& query) {
        return client_.send({.target = std::string(kRoute) + "?" + query});
    }

    FakeGraphApi api_;
    BotWorld world_{{.staff = 1, .environment = with_whatsapp(api_)}};
    HttpClient client_{world_.service().port()};
};

TEST_F(WhatsAppPayloads, EachGets200AndItsEvents) {
    const auto all = payloads(api_.account().phone_number_id);
    const auto expected = expected_events();
    ASSERT_EQ(all.size(), 110U);
    ASSERT_EQ(expected.size(), all.size());

    for (const Payload& payload : all) {
        const auto answer = post_signed(payload.body());
        ASSERT_TRUE(answer) << payload.name();
        EXPECT_EQ(answer->status, 200) << payload.name();
        EXPECT_EQ(answer->body, "") << payload.name();
    }
    ASSERT_TRUE(world_.wait_until_worked_off(kWorkOff)) << world_.service().log_end();

    for (const Payload& payload : all) {
        const auto rows = query(
            world_.database_url(),
            "SELECT inbox.state, coalesce(string_agg(event.kind, ';' ORDER BY event_id) FILTER "
            "(WHERE event.kind <> 'ignored'), '') FROM inbox LEFT JOIN event USING (inbox_id) "
            "WHERE inbox.sha256 = '\\x" +
                hex_sha256(payload.body()) + "' GROUP BY inbox.state"
        );
        ASSERT_EQ(rows.size(), 1U) << payload.name();
        EXPECT_EQ(rows[0][0], "split") << payload.name();
        EXPECT_EQ(rows[0][1], expected.at(payload.name())) << payload.name();
    }
    EXPECT_EQ(number("SELECT count(*) FROM event WHERE state = 'quarantine'"), 0);
    EXPECT_TRUE(world_.service().running());
}

TEST_F(WhatsAppPayloads, TheSameBodyTwiceIsOneEvent) {
    const auto stamp = api_.stamp({"6281255500004", "", "Siti"});
    const WhatsAppWebhooks webhooks(
        {api_.account().business_account_id, api_.account().phone_number_id, "622155500000"}
    );
    const std::string body = webhooks.text({"6281255500004", "", "Siti"}, stamp, "selamat pagi 👋");

    EXPECT_EQ(post_signed(body)->status, 200);
    EXPECT_EQ(post_signed(body)->status, 200);
    ASSERT_TRUE(world_.wait_until_worked_off(kWorkOff)) << world_.service().log_end();

    EXPECT_EQ(stored(), 1);
    EXPECT_EQ(query_text(world_.database_url(), "SELECT body FROM event"), "selamat pagi 👋");
}

TEST_F(WhatsAppPayloads, WhatMetaHasNotSignedIsNeitherStoredNorParsed) {
    const std::string body = payloads(api_.account().phone_number_id).front().body();
    const std::string right = hub_signature(api_.account().app_secret, body);
    std::string flipped = right;
    flipped.back() = flipped.back() == '0' ? '1' : '0';
    std::string upper = right;
    std::transform(upper.begin() + 7, upper.end(), upper.begin() + 7, [](unsigned char c) {
        return static_cast<char>(std::toupper(c));
    });
    const std::string wrong[] = {
        "",
        "sha256=",
        right.substr(7),
        "sha1=" + right.substr(7),
        right.substr(0, right.size() - 1),
        right + "0",
        flipped,
        upper,
        hub_signature("lain", body),
        hub_signature(api_.account().app_secret, body + "\n"),
        right + "," + right};
    std::string one_body;
    for (const std::string& signature : wrong) {
        const auto answer = post(body, signature);
        ASSERT_TRUE(answer) << signature;
        EXPECT_EQ(answer->status, 401) << signature;
        if (one_body.empty()) one_body = answer->body;
        EXPECT_EQ(answer->body, one_body) << "the answer tells what was wrong";
    }
    const auto missing = client_.send({.method = "POST", .target = kRoute, .body = body});
    ASSERT_TRUE(missing);
    EXPECT_EQ(missing->status, 401);
    EXPECT_EQ(stored(), 0);

    EXPECT_EQ(post(body, right)->status, 200);
    EXPECT_EQ(stored(), 1);
}

TEST_F(WhatsAppPayloads, TheChallengeIsAnsweredWithTheRightTokenOnly) {
    const std::string mode = "hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";
    const auto answer = challenge(mode + kVerifyToken);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 200);
    EXPECT_EQ(answer->body, "1158201444") << "the challenge alone";
    EXPECT_EQ(answer->field("Content-Type").substr(0, 10), "text/plain");

    const std::string token = kVerifyToken;
    for (const std::string& query :
         {mode + "salah",
          mode,
          std::string("hub.mode=subscribe&hub.challenge=1158201444"),
          "hub.mode=unsubscribe&hub.challenge=1158201444&hub.verify_token=" + token,
          "hub.mode=subscribe&hub.verify_token=" + token,
          mode + api_.account().app_secret}) {
        const auto refused = challenge(query);
        ASSERT_TRUE(refused) << query;
        EXPECT_EQ(refused->status, 403) << query;
        EXPECT_EQ(refused->body.find("1158201444"), std::string::npos) << query;
    }
}

}  // namespace
}  // namespace support::whatsapp_payloads
