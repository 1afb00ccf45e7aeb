#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <chrono>
#include <iostream>
#include <string>
#include <vector>

#include "tests/bot/dialogue_player.hpp"

namespace {

// Each a message, or several in a row.
using Messages = std::vector<std::vector<std::string>>;

// What counts; a realisasi that was taken back is as one that never was.
std::string state_of(const script::Player& player) {
    std::string state;
    for (const auto& row : support::query(
             player.database_url(),
             "SELECT indikator_id || '/' || periode_id || ' ' || nilai || ' ' || status || ' ' || "
             "sumber || ' ' || keterangan FROM realisasi WHERE status <> 'ditarik' ORDER BY "
             "indikator_id, periode_id"
         )) {
        state += *row[0] + "\n";
    }
    return state;
}

long ledger_of(const script::Player& player, const std::string& condition) {
    return support::query_number(
        player.database_url(), "SELECT count(*) FROM ledger WHERE " + condition
    );
}

rc::Gen<std::string> amount() {
    return rc::gen::map(rc::gen::inRange(1, 400), [](int n) { return std::to_string(n); });
}

// One message, or several, that write something of Siti's.
rc::Gen<std::vector<std::string>> recording() {
    return rc::gen::exec([] {
        const std::string n = *amount(), m = *amount();
        return *rc::gen::elementOf(Messages{
            {"rhk 1 " + n + " laporan"},
            {"tambah realisasi rhk 1 " + n + " laporan"},
            {"rhk 2 " + n + " berkas sumber buku register"},
            {"rhk 1 " + n + " laporan keterangan rapat ke-" + m},
            {"realisasi rhk 2", "waktu", n + " bulan"},
            {"rhk 1 +" + n + " laporan"},
            {"rhk 1 " + n + " laporan\nrhk 3 " + m + " kegiatan", "simpan"},
            {"rhk 1 " + n + " laporan; rhk 2 " + m + " berkas", "1 jadi " + m, "simpan"},
            {"rhk 1 " + n + " laporan; rhk 1 +" + m + " laporan", "simpan"}});
    });
}

// What Ratna, to whom Siti reports, may decide; there is at least one item.
rc::Gen<std::vector<std::string>> deciding() {
    return rc::gen::elementOf(Messages{
        {"setujui 1"},
        {"setujui semua"},
        {"kembalikan 1: bukti belum jelas"},
        {"kembalikan 1", "bukti kurang jelas"},
        {"kembalikan semua: satuan keliru"}});
}

// A check costs many turns on a real database.
template <class Testable>
bool holds(Testable testable) {
    rc::detail::TestParams params = rc::detail::configuration().testParams;
    params.maxSuccess = 20;
    rc::detail::TestResult result =
        rc::detail::checkTestable(std::move(testable), rc::detail::TestMetadata(), params);
    rc::detail::printResultMessage(result, std::cerr);
    return result.is<rc::detail::SuccessResult>();
}

// The last answer.
std::string say_all(
    script::Player& player, const std::string& who, const std::vector<std::string>& texts
) {
    std::string answer;
    for (const std::string& text : texts) answer = player.say(who, text);
    return answer;
}

void expect_undone(
    script::Player& player, const std::string& who, const std::vector<std::string>& action
) {
    const std::string before = state_of(player);
    const long entries = ledger_of(player, "true");
    const long taken_back = ledger_of(player, "tindakan = 'urungkan'");

    const std::string done = say_all(player, who, action);
    RC_ASSERT(done.starts_with("Tercatat"));
    const long written = ledger_of(player, "true") - entries;
    RC_ASSERT(written > 0);
    const std::string undone = player.say(who, "urungkan");

    RC_ASSERT(undone.starts_with("Diurungkan"));
    RC_ASSERT(state_of(player) == before);
    // The ledger keeps what was done, and as much that takes it back.
    RC_ASSERT(ledger_of(player, "true") == entries + 2 * written);
    RC_ASSERT(ledger_of(player, "tindakan = 'urungkan'") == taken_back + written);
    RC_ASSERT(
        player.say(who, "urungkan " + done.substr(done.find("R-"), 8)).find("Diurungkan") ==
        std::string::npos
    );
}

TEST(Undo, TakesBackWhateverWasRecorded) {
    script::Player player;
    player.say("Siti", "menu");
    player.wait(std::chrono::hours{24 * 85});

    EXPECT_TRUE(holds([&player] {
        // Some of it stays, so that there is a state before.
        if (*rc::gen::arbitrary<bool>()) say_all(player, "Siti", *recording());
        player.wait(std::chrono::minutes{*rc::gen::element(1, 11)});
        expect_undone(player, "Siti", *recording());
    }));
}

// Whose chat each is, while it is bound and not in its last day.
std::string bindings_of(const script::Player& player) {
    std::string state;
    for (const auto& row : support::query(
             player.database_url(),
             "SELECT conversation_id || ' ' || pegawai_id FROM alamat WHERE berakhir_pada IS NULL "
             "ORDER BY conversation_id"
         )) {
        state += *row[0] + "\n";
    }
    return state;
}

// Steps of binding and letting go; each begins where `bound` says whether Tamu is bound.
TEST(Undo, TakesBackBindingAndLettingGo) {
    script::Player player;
    player.say("Siti", "menu");
    player.newcomer("Tamu");
    bool bound = false;

    EXPECT_TRUE(holds([&player, &bound] {
        player.wait(std::chrono::minutes{1});
        const std::string before = bindings_of(player);
        const long taken_back = ledger_of(player, "tindakan = 'urungkan' AND objek = 'alamat'");
        std::string done;
        if (bound) {
            player.say("Tamu", "lepas akun");
            done = player.say("Tamu", *rc::gen::element<std::string>("ya", "ya, lepas"));
            RC_ASSERT(done.starts_with("Akun dilepas"));
        } else {
            player.share_contact("Tamu", "+6281255500004");
            done = player.say("Tamu", "199203152015032904");
            RC_ASSERT(done.starts_with("Berhasil"));
        }
        RC_ASSERT(bindings_of(player) != before);
        // Later than ten minutes it stays, and so does what it did.
        if (*rc::gen::inRange(0, 3) == 0) {
            const std::string after = bindings_of(player);
            player.wait(std::chrono::minutes{10});
            RC_ASSERT(!player.say("Tamu", "urungkan").starts_with("Diurungkan"));
            RC_ASSERT(bindings_of(player) == after);
            bound = !bound;
            return;
        }
        player.wait(std::chrono::minutes{*rc::gen::inRange(0, 10)});
        const bool by_code = *rc::gen::arbitrary<bool>();
        const std::string code = by_code ? " " + done.substr(done.find("R-"), 8) : "";
        RC_ASSERT(player.say("Tamu", "urungkan" + code).starts_with("Diurungkan"));
        RC_ASSERT(bindings_of(player) == before);
        RC_ASSERT(
            ledger_of(player, "tindakan = 'urungkan' AND objek = 'alamat'") == taken_back + 1
        );
    }));
}

TEST(Undo, TakesBackAnEditedMessage) {
    script::Player player;
    player.say("Siti", "menu");
    player.wait(std::chrono::hours{24 * 85});

    EXPECT_TRUE(holds([&player] {
        player.wait(std::chrono::minutes{*rc::gen::element(1, 11)});
        const int n = *rc::gen::inRange(1, 200), m = *rc::gen::inRange(201, 400);
        const std::string how = *rc::gen::element<std::string>("rhk 1 ", "tambah realisasi rhk 1 ");
        player.say("Siti", how + std::to_string(n) + " laporan");
        const std::string recorded = state_of(player);
        player.wait(std::chrono::minutes{1});
        const std::string asked = player.edit("Siti", how + std::to_string(m) + " laporan");
        RC_ASSERT(asked.starts_with("Pesan Anda yang sudah tercatat diubah"));
        RC_ASSERT(state_of(player) == recorded);
        if (*rc::gen::arbitrary<bool>()) {
            player.say("Siti", *rc::gen::element<std::string>("tidak", "biarkan", "batal"));
            RC_ASSERT(state_of(player) == recorded);
            return;
        }
        RC_ASSERT(player.say("Siti", "ya").starts_with("Tercatat"));
        RC_ASSERT(state_of(player) != recorded);
        RC_ASSERT(player.say("Siti", "urungkan").starts_with("Diurungkan"));
        RC_ASSERT(state_of(player) == recorded);
    }));
}

TEST(Undo, TakesBackWhateverWasDecided) {
    script::Player player;
    player.say("Ratna", "menu");
    player.say("Siti", "menu");
    player.wait(std::chrono::hours{24 * 85});

    EXPECT_TRUE(holds([&player] {
        say_all(player, "Siti", *recording());
        player.wait(std::chrono::minutes{11});
        const std::string list = player.say("Ratna", "tinjau");
        RC_ASSERT(list.find("menunggu keputusan Anda\n1. ") != std::string::npos);
        player.wait(std::chrono::minutes{2});  // a list so fresh would be shown again
        expect_undone(player, "Ratna", *deciding());
        // The pegawai never hears of a decision that was taken back.
        const long told = support::query_number(
            player.database_url(),
            "SELECT count(*) FROM outbox WHERE state IN ('scheduled', 'waiting', 'sent') AND kind "
            "IN ('realisasi_disetujui', 'realisasi_dikembalikan')"
        );
        RC_ASSERT(told == 0);
    }));
}

}  // namespace
