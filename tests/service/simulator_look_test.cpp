#include <gtest/gtest.h>

#include "tests/service/simulator_fixture.hpp"

// The looks: each as its messenger is, with what it can and cannot do.
namespace support {
namespace {

namespace json = boost::json;

TEST_F(Simulator, AnEditedMessageIsAskedAbout) {
    const std::string id = page_.says(siti_, "realisasi rhk 1 3 laporan");
    ASSERT_TRUE(demo_.is_told(siti_, "Tercatat"));
    const json::object edit{
        {"alamat", siti_}, {"pesan", id}, {"teks", "realisasi rhk 1 5 laporan"}};

    ASSERT_EQ(page_.post("/demo/edit", edit), 200);

    ASSERT_TRUE(demo_.is_told(siti_, "Pesan Anda yang sudah tercatat diubah"));
    const json::array messages = page_.messages(siti_);
    const json::object& shown = messages.at(0).as_object();
    EXPECT_EQ(shown.at("id"), json::string(id));
    EXPECT_EQ(shown.at("teks"), "realisasi rhk 1 5 laporan");
    EXPECT_EQ(shown.at("disunting"), true);
    EXPECT_EQ(text("SELECT nilai::int FROM realisasi"), "3") << "nothing runs without a yes";
    ASSERT_EQ(page_.presses(siti_, "sudah tercatat diubah", "Ya, ubah"), 200);
    ASSERT_TRUE(demo_.comes_to_rest());
    EXPECT_EQ(text("SELECT nilai::int FROM realisasi"), "5");
    EXPECT_EQ(page_.post("/demo/edit", edit), 200);
    EXPECT_TRUE(demo_.comes_to_rest());
    EXPECT_EQ(demo_.count("SELECT count(*) FROM event WHERE kind = 'edited'"), 1)
        << "the same words are no edit";
}

TEST_F(Simulator, EditsWhatTelegramLetsAPersonEdit) {
    const std::string id = page_.says(siti_, "profil");
    ASSERT_TRUE(demo_.is_told(siti_, "Siti Aminah"));
    const auto edits = [&](const json::value& message, const std::string& words) {
        return page_.post("/demo/edit", {{"alamat", siti_}, {"pesan", message}, {"teks", words}});
    };
    const auto of_bot = page_.newest(siti_, "Siti Aminah");
    ASSERT_TRUE(of_bot);
    EXPECT_EQ(of_bot->at("boleh_sunting"), false);

    EXPECT_EQ(edits(of_bot->at("id"), "jadwal"), 409);
    EXPECT_EQ(edits(json::value("999"), "jadwal"), 404);
    EXPECT_EQ(edits(json::value(id), "  "), 400);
    EXPECT_EQ(
        page_.post("/demo/edit", {{"alamat", ratna_}, {"pesan", id}, {"teks", "jadwal"}}), 404
    ) << "of another phone";
    page_.post("/demo/look", {{"tampilan", "whatsapp"}});
    EXPECT_EQ(edits(json::value(id), "jadwal"), 409);
    page_.post("/demo/look", {{"tampilan", "telegram"}});
    ASSERT_EQ(page_.moves_clock("2026-04-29T08:30:00+07:00"), 200);
    EXPECT_EQ(edits(json::value(id), "jadwal"), 409) << "more than 48 hours later";
    EXPECT_EQ(demo_.count("SELECT count(*) FROM event WHERE kind = 'edited'"), 0);
}

// The look only changes how things come: what WhatsApp would refuse is refused.
TEST_F(Simulator, LooksLikeWhatsappAndKeepsItsWindow) {
    ASSERT_EQ(page_.post("/demo/look", {{"tampilan", "whatsapp"}}), 200);
    EXPECT_EQ(page_.state().at("tampilan"), "whatsapp");

    const std::string budi = page_.phone_of("199106202019031905");
    page_.says(budi, "realisasi 3");
    ASSERT_TRUE(newest_is(budi, [](const json::object& message) {
        return !message.at("daftar").is_null() && message.at("tombol").as_array().empty();
    })) << "more than three choices are a list";

    const json::object state = page_.state();
    const auto& steps = state.at("langkah").as_object();
    page_.moves_clock(std::string(steps.at("sepuluh_hari").as_string()));
    EXPECT_TRUE(newest_is(ratna_, [](const json::object& message) {
        return message.at("templat") == "batas_penilaian";
    })) << "who has not written for 24 hours only gets approved words";
}

// As WhatsApp's statuses; the bot's own row says how far its message came.
TEST_F(Simulator, ReportsWhatArrivedAndWasReadAsWhatsappDoes) {
    ASSERT_EQ(page_.post("/demo/look", {{"tampilan", "whatsapp"}}), 200);
    page_.says(siti_, "profil");
    ASSERT_TRUE(demo_.is_told(siti_, "Siti Aminah"));
    ASSERT_TRUE(demo_.comes_to_rest());
    const std::string delivery = "SELECT string_agg(delivery, ',') FROM outbox";
    EXPECT_EQ(text(delivery), "delivered");

    ASSERT_EQ(page_.post("/demo/read", {{"alamat", siti_}}), 200);
    ASSERT_TRUE(demo_.comes_to_rest());

    EXPECT_EQ(text(delivery), "read");
    EXPECT_EQ(
        text("SELECT string_agg(status, ',' ORDER BY status) FROM delivery_report"),
        "delivered,read"
    );
    const long bodies = demo_.count("SELECT count(*) FROM inbox");
    ASSERT_EQ(page_.post("/demo/read", {{"alamat", siti_}}), 200);
    ASSERT_TRUE(demo_.comes_to_rest());
    EXPECT_EQ(demo_.count("SELECT count(*) FROM inbox"), bodies) << "told once";
}

TEST_F(Simulator, ReportsNothingAsTelegramDoes) {
    page_.says(siti_, "profil");
    ASSERT_TRUE(demo_.is_told(siti_, "Siti Aminah"));
    ASSERT_EQ(page_.post("/demo/read", {{"alamat", siti_}}), 200);
    ASSERT_TRUE(demo_.comes_to_rest());

    EXPECT_EQ(page_.newest(siti_, "Siti Aminah")->at("status"), "dibaca");
    EXPECT_EQ(demo_.count("SELECT count(*) FROM delivery_report"), 0);
    EXPECT_EQ(demo_.count("SELECT count(*) FROM outbox WHERE delivery IS NOT NULL"), 0);
}

TEST_F(Simulator, CountsWhatIsNotRead) {
    const auto unread = [&](const std::string& phone) {
        const json::object state = page_.state();
        for (const json::value& one : state.at("orang").as_array()) {
            const json::object& person = one.as_object();
            if (person.at("alamat") != json::string(phone)) continue;
            return person.at("belum_dibaca").to_number<long>();
        }
        return -1L;
    };
    page_.says(siti_, "realisasi rhk 1 3 laporan");
    ASSERT_TRUE(demo_.is_told(siti_, "Tercatat"));
    page_.says(siti_, "profil");
    ASSERT_TRUE(demo_.is_told(siti_, "Siti Aminah"));
    EXPECT_EQ(unread(siti_), 2);
    EXPECT_EQ(unread(ratna_), 0);

    EXPECT_EQ(page_.post("/demo/read", {{"alamat", siti_}}), 200);

    EXPECT_EQ(unread(siti_), 0);
    EXPECT_EQ(page_.newest(siti_, "Tercatat")->at("status"), "dibaca");
}

TEST_F(Simulator, AButtonThatDidItsWorkIsTakenOff) {
    page_.says(siti_, "realisasi rhk 1 3 laporan");
    ASSERT_TRUE(demo_.is_told(siti_, "Tercatat"));

    ASSERT_EQ(page_.presses(siti_, "Tercatat", "Urungkan"), 200);

    ASSERT_TRUE(demo_.is_told(siti_, "Diurungkan"));
    EXPECT_TRUE(wait_until(
        [&] {
            const auto card = page_.newest(siti_, "Tercatat");
            return card && card->at("tombol").as_array().empty();
        },
        std::chrono::seconds{10}
    ));
}

}  // namespace
}  // namespace support
