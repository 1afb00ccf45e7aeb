#include "adapters/simulator/encode.hpp"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "adapters/simulator/outcome.hpp"

namespace adapters::simulator {
namespace {

namespace json = boost::json;

Outgoing message_with(std::string text) {
    Outgoing message;
    message.recipient = "sim-1";
    message.tracker = "17";
    message.text = {{Style::Plain, std::move(text)}};
    return message;
}

json::object body_of(const domain::Result<std::string, std::string>& encoded) {
    EXPECT_TRUE(encoded) << (encoded ? "" : encoded.error());
    return encoded ? json::parse(*encoded).as_object() : json::object{};
}

TEST(SimulatorEncode, MarksBoldAndLinksInUtf16Units) {
    Outgoing message = message_with("");
    message.text = {{Style::Bold, "😀 Judul"}, {Style::Plain, "\nlihat https://contoh.go.id/a, ya"}};

    const json::object body = body_of(encode(message, {}, Look::Telegram));

    EXPECT_EQ(body.at("alamat"), "sim-1");
    EXPECT_EQ(body.at("kunci"), "17");
    const auto& entities = body.at("isi").as_object().at("entitas").as_array();
    ASSERT_EQ(entities.size(), 2U);
    EXPECT_EQ(json::serialize(entities[0]), R"({"type":"bold","offset":0,"length":8})");
    EXPECT_EQ(json::serialize(entities[1]), R"({"type":"url","offset":15,"length":22})");
}

TEST(SimulatorEncode, ShowsAListAsTheLookDoes) {
    Outgoing message = message_with("Menu");
    message.list = List{"Pilih", {{"Sisa tugas", "h-1", "Yang belum"}, {"SKP saya", "h-2", ""}}};

    const auto telegram = body_of(encode(message, {}, Look::Telegram)).at("isi").as_object();
    EXPECT_TRUE(telegram.at("daftar").is_null());
    EXPECT_EQ(telegram.at("tombol").as_array().size(), 2U);

    const auto whatsapp = body_of(encode(message, {}, Look::WhatsApp)).at("isi").as_object();
    EXPECT_TRUE(whatsapp.at("tombol").as_array().empty());
    const auto& list = whatsapp.at("daftar").as_object();
    EXPECT_EQ(list.at("pembuka"), "Pilih");
    EXPECT_EQ(list.at("baris").as_array()[0].as_object().at("keterangan"), "Yang belum");
}

// The limits are those of the platforms, by their own encoders.
TEST(SimulatorEncode, RefusesWhatThePlatformOfThatLookWouldNotTake) {
    const std::string title_above_20 = "Tombol yang terlalu panjang";
    Outgoing button = message_with("Pilih");
    button.buttons = {{title_above_20, "h-1"}};
    EXPECT_TRUE(encode(button, {}, Look::Telegram));
    const auto refused = encode(button, {}, Look::WhatsApp);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), "button");

    const auto long_text = encode(message_with(std::string(4097, 'a')), {}, Look::Telegram);
    ASSERT_FALSE(long_text);
    EXPECT_EQ(long_text.error(), "text_too_long");

    Outgoing four = message_with("Pilih");
    four.buttons = {{"a", "1"}, {"b", "2"}, {"c", "3"}, {"d", "4"}};
    for (const Look look : {Look::Telegram, Look::WhatsApp}) EXPECT_FALSE(encode(four, {}, look));
}

// In WhatsApp's look too: nobody there vouches for the number.
TEST(SimulatorEncode, AsksForTheContactInBothLooks) {
    Outgoing message = message_with("Selamat datang");
    message.keyboard = Keyboard::AskForContact;
    message.keyboard_label = "Bagikan kontak saya";

    const auto asks = [&](Look look) {
        return body_of(encode(message, {}, look)).at("isi").as_object().at("kontak").as_bool();
    };

    EXPECT_TRUE(asks(Look::Telegram));
    EXPECT_TRUE(asks(Look::WhatsApp));
    message.keyboard = Keyboard::None;
    EXPECT_FALSE(asks(Look::Telegram));
}

TEST(SimulatorEncode, ANoticeHasTheApprovedWords) {
    Outgoing message = message_with("Akun ini dihubungkan");
    message.notice = Notice{"alamat_baru", {"Senin, 15 Juni 2026 pukul 08.00 WIB"}, {"h-1"}};

    const json::object body = body_of(encode_notice(message));

    const auto& shown = body.at("isi").as_object();
    EXPECT_EQ(shown.at("templat"), "alamat_baru");
    EXPECT_NE(
        shown.at("teks").as_string().find("pada Senin, 15 Juni 2026 pukul 08.00 WIB."),
        json::string::npos
    );
    EXPECT_EQ(shown.at("tombol").as_array()[0].as_object().at("label"), "Bukan saya");

    message.notice->parameters.clear();
    EXPECT_FALSE(encode_notice(message)) << "a variable without a value";
    message.notice->name = "tidak_ada";
    EXPECT_FALSE(encode_notice(message));
}

TEST(SimulatorOutcome, FollowsThePlatformsAnswer) {
    const auto of = [](int status, std::string body = "") {
        return outcome_of(HttpAnswered{status, std::chrono::seconds{7}, std::move(body)});
    };

    EXPECT_EQ(std::get<Sent>(of(200, R"({"id":"12"})")).message_id, "12");
    EXPECT_TRUE(std::get<RetryAfter>(of(200, "?")).maybe_sent);
    EXPECT_FALSE(std::get<RetryAfter>(of(503)).maybe_sent) << "down: it took nothing";
    EXPECT_EQ(std::get<RetryAfter>(of(429)).delay, std::chrono::seconds{7});
    EXPECT_EQ(std::get<RetryAfter>(of(429)).scope, Scope::Account);
    EXPECT_TRUE(std::holds_alternative<WindowClosed>(of(409)));
    EXPECT_TRUE(std::holds_alternative<RecipientGone>(of(404)));
    EXPECT_TRUE(std::holds_alternative<Rejected>(of(400)));
    EXPECT_TRUE(std::get<RetryAfter>(of(500)).maybe_sent);
    EXPECT_TRUE(std::get<RetryAfter>(outcome_of(HttpInDoubt{})).maybe_sent);
    EXPECT_FALSE(std::get<RetryAfter>(outcome_of(HttpNotSent{})).maybe_sent);
}

}  // namespace
}  // namespace adapters::simulator
