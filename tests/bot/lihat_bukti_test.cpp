#include <gtest/gtest.h>

#include <string>

#include "tests/bot/dialogue_player.hpp"

// RELIABILITY.md section 6, "who looked": every read of another person's evidence is a line of the
// ledger.
namespace {

constexpr char kDialogue[] = SKPBOT_SOURCE_DIR "/tests/dialogues/bukti_penilai.txt";

long looks(const script::Player& player, const std::string& condition) {
    return support::query_number(
        player.database_url(),
        "SELECT count(*) FROM ledger JOIN pegawai AS pelaku ON pelaku.instansi_id = "
        "ledger.instansi_id AND pelaku.pegawai_id = ledger.pelaku_id JOIN pegawai AS pemilik ON "
        "pemilik.instansi_id = ledger.instansi_id AND ledger.sesudah = 'milik ' || "
        "pemilik.pegawai_id WHERE ledger.tindakan = 'lihat_bukti' AND " +
            condition
    );
}

TEST(LihatBukti, EachLookOfTheSuperiorIsALineOfTheLedger) {
    script::Player player;
    ASSERT_EQ(player.play(kDialogue), "");

    EXPECT_EQ(looks(player, "pelaku.nama = 'Ratna Wulandari' AND objek = 'bukti'"), 2);
    EXPECT_EQ(looks(player, "pemilik.nama = 'Siti Aminah'"), 2);
    EXPECT_EQ(looks(player, "pelaku.nama <> 'Ratna Wulandari'"), 0) << "who saw nothing";

    player.say("Siti", "bukti rhk 1");
    EXPECT_EQ(looks(player, "true"), 2) << "one's own";
}

TEST(LihatBukti, AListNamesWhatWasOnIt) {
    script::Player player;
    ASSERT_EQ(player.play(kDialogue), "");
    ASSERT_NE(player.say("Siti", "bukti rhk 1 Notula https://contoh.go.id/notula"), "");
    ASSERT_NE(player.say("Ratna", "bukti Siti").find("Notula"), std::string::npos);

    EXPECT_EQ(looks(player, "objek = 'daftar_bukti' AND objek_id LIKE '%/%/1 %/%/2'"), 1);
}

}  // namespace
