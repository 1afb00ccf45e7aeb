#include "tests/service/whatsapp_day.hpp"

#include <gtest/gtest.h>

#include "tests/support/sample_files.hpp"

// The way of a message over WhatsApp (PLATFORMS.md sections 2 and 9).
namespace support {
namespace {

TEST_F(WhatsAppDay, AReportIsApprovedByReply) {
    siti_.says("halo");
    EXPECT_TRUE(siti_.was_told("tulis NIP Anda"));
    EXPECT_FALSE(siti_.was_told("Bagikan kontak")) << "there is no such button here";
    siti_.says(kSitiNip);
    EXPECT_TRUE(siti_.was_told("terhubung dengan Siti Aminah"));
    ratna_.says(kRatnaNip);
    EXPECT_TRUE(ratna_.was_told("terhubung dengan Ratna"));

    siti_.says("realisasi rhk 1 3 laporan");
    EXPECT_TRUE(siti_.was_told("Tercatat · R-"));
    EXPECT_TRUE(siti_.was_told("Kuantitas: 3 Laporan"));

    ratna_.look();
    clock_.clock_to("2026-04-27T08:15:00+07:00");
    ASSERT_EQ(ratna_.told().size(), 1U);
    EXPECT_EQ(ratna_.told()[0].kind, "button") << "she wrote lately: no template";
    ratna_.replies("setuju");

    siti_.look();
    clock_.clock_to("2026-04-27T08:30:00+07:00");
    EXPECT_TRUE(siti_.was_told("Realisasi disetujui"));
    EXPECT_EQ(status_of_realisasi(), "disetujui");
    EXPECT_GT(graph_.read_messages().size(), 3U) << "messages are marked as read";
}

TEST_F(WhatsAppDay, AThumbDecidesAndItsRemovalTakesThatBack) {
    bind_both();
    siti_.says("realisasi rhk 1 3 laporan");
    ratna_.look();
    clock_.clock_to("2026-04-27T08:15:00+07:00");
    const std::string digest = ratna_.told().back().message_id;

    ratna_.reacts_to(digest, "\u2764");
    EXPECT_TRUE(ratna_.told().empty()) << "a heart says nothing";
    ratna_.reacts_to(digest, "\U0001F44D\U0001F3FD");
    EXPECT_TRUE(ratna_.was_told("Disetujui"));
    EXPECT_EQ(status_of_realisasi(), "disetujui");

    ratna_.reacts_to(digest, "");
    EXPECT_TRUE(ratna_.was_told("Diurungkan"));
    EXPECT_EQ(status_of_realisasi(), "diajukan");
    ratna_.reacts_to(digest, "");
    EXPECT_TRUE(ratna_.told().empty());
    siti_.reacts("\U0001F44D");
    EXPECT_TRUE(siti_.told().empty()) << "a thumb on an answer decides nothing";
}

TEST_F(WhatsAppDay, APhotoIsFetchedAsEvidenceListedAndShownAgain) {
    bind_both();
    const std::string photo = sample_jpg("rapat");

    siti_sends_photo(graph_.add_media("image/jpeg", photo), "bukti rhk 1");
    EXPECT_TRUE(siti_.was_told("Bukti sedang disimpan"));
    ASSERT_TRUE(comes(siti_, "Bukti tersimpan"));
    EXPECT_EQ(
        text_of("SELECT simpan || ' ' || tipe || ' ' || ukuran FROM bukti"),
        "tersimpan jpg " + std::to_string(photo.size())
    );

    siti_.says("bukti rhk 1");
    EXPECT_TRUE(siti_.was_told("Bukti dukung"));
    EXPECT_TRUE(siti_.was_told("Buka: bukti rhk 1 1"));

    siti_.says("bukti rhk 1 1");
    ASSERT_EQ(siti_.told().size(), 1U);
    EXPECT_TRUE(siti_.was_told("Bukti 1"));
    const std::string media_id = siti_.told().front().media_id;
    EXPECT_EQ(graph_.media_content(media_id), photo) << "the picture itself comes back";

    siti_.says("bukti rhk 1 1");
    ASSERT_EQ(siti_.told().size(), 1U);
    EXPECT_EQ(siti_.told().front().media_id, media_id) << "the platform has it already";
    EXPECT_EQ(graph_.calls("POST media").size(), 1U);
}

TEST_F(WhatsAppDay, AFileThatThePlatformHasNoMoreIsTold) {
    bind_both();

    siti_sends_photo("1999999999999999", "bukti rhk 1");

    EXPECT_TRUE(comes(siti_, "sudah tidak ada di aplikasi chat"));
    EXPECT_EQ(text_of("SELECT simpan || ' ' || sebab FROM bukti"), "gagal hilang");
}

TEST_F(WhatsAppDay, APersonKnownByNumberGoesOnUnderTheUserId) {
    WhatsAppPhone early(graph_, world_, {.number = "6281255500004", .name = "Siti"});
    early.says("halo");
    early.says(kSitiNip);
    EXPECT_TRUE(early.was_told("terhubung dengan Siti Aminah"));

    siti_.says("profil");
    EXPECT_TRUE(siti_.was_told("Siti Aminah"));
    EXPECT_EQ(text_of("SELECT count(*) FROM conversation"), "1");

    // The number in other hands is another person.
    WhatsAppPhone other(
        graph_, world_, {.number = "6281255500004", .user_id = "ID.2002", .name = "Tamu"}
    );
    other.says("profil");
    EXPECT_FALSE(other.was_told("Siti Aminah"));
}

}  // namespace
}  // namespace support
