#include "bot/conversation/dialogue.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <string_view>

#include "bot/conversation/parse.hpp"
#include "bot/conversation/replies/realisasi.hpp"
#include "tests/conversation/command_text.hpp"
#include "tests/conversation/monday.hpp"

namespace bot {
namespace {

Continued after(const Dialogue& dialogue, std::string_view text) {
    return continue_dialogue(dialogue, parse(text, kMonday), text);
}

IsiRealisasi item(int rhk, std::string_view satuan = "") {
    IsiRealisasi made;
    made.rhk = RhkAcuan{rhk, ""};
    made.satuan = satuan;
    return made;
}

domain::Kuantitas quantity(std::string_view decimal) {
    return *domain::Kuantitas::from_decimal(decimal);
}

// As version 1 of the program wrote them.
constexpr std::string_view kVersion1[] = {
    R"({"dialog":"nip","nomor":"+6281255500004","v":1})",
    R"({"dialog":"kode","nip":"199203152015032904","v":1})",
    R"({"dialog":"realisasi","butir":[{"rhk":2,"nilai":"3","satuan":"berkas"},{"tambah":true,)"
    R"("rhk_teks":"pelayanan","ganda":["1.25","1.25","125"],"periode":["triwulan",1,2026],)"
    R"("aspek":"kuantitas","sumber":"rekap"}],"ke":1,"apa":2,"v":1})",
    R"({"dialog":"konfirmasi","butir":[{"rhk":1,"nilai":"3"}],"v":1})",
    R"({"dialog":"alasan","objek":[[7,2],[7,3]],"v":1})",
};

TEST(DialogueCodec, ReadsWhatVersion1Wrote) {
    EXPECT_EQ(std::get<TungguNip>(decode_memory(kVersion1[0]).now).nomor, "+6281255500004");
    EXPECT_EQ(std::get<TungguKode>(decode_memory(kVersion1[1]).now).nip, "199203152015032904");
    const auto form = std::get<LengkapiRealisasi>(decode_memory(kVersion1[2]).now);
    EXPECT_EQ(form.ke, 1U);
    EXPECT_EQ(form.apa, Ditanya::Nilai);
    EXPECT_TRUE(form.jejak.empty());
    EXPECT_EQ(
        command_text(CatatRealisasi{form.butir, {}}),
        "CatatRealisasi rhk=2 nilai=3 satuan=berkas | tambah rhk=pelayanan aspek=kuantitas "
        "ganda=1.25/125 periode=tw1/2026 sumber=rekap"
    );
    EXPECT_EQ(std::get<KonfirmasiRealisasi>(decode_memory(kVersion1[3]).now).butir.size(), 1U);
    EXPECT_EQ(std::get<TungguAlasan>(decode_memory(kVersion1[4]).now).objek[1].nomor, 3);
}

TEST(DialogueCodec, KeepsAllThroughTheNewVersion) {
    for (const std::string_view text : kVersion1) {
        Memory memory = decode_memory(text);
        memory.suspended.push_back(LengkapiRealisasi{
            {item(1)}, 0, Ditanya::Aspek, {{0, Ditanya::Rhk}}});

        const std::string kept = encode(memory);

        EXPECT_EQ(encode(decode_memory(kept)), kept);
        EXPECT_EQ(decode_memory(kept).now.index(), memory.now.index());
        const auto form = std::get<LengkapiRealisasi>(decode_memory(kept).suspended.at(0));
        EXPECT_EQ(form.jejak, (std::vector<Pertanyaan>{{0, Ditanya::Rhk}}));
    }
}

TEST(DialogueCodec, KeepsTheQuestionsThatOneWordAnswers) {
    const Memory edited{
        .now = KonfirmasiSuntingan{item(2, "berkas"), quantity("12.5")},
        .suspended = {KonfirmasiLepas{}}};

    const Memory read = decode_memory(encode(edited));

    const auto question = std::get<KonfirmasiSuntingan>(read.now);
    EXPECT_EQ(question.dilihat, quantity("12.5"));
    EXPECT_EQ(
        command_text(CatatRealisasi{{question.butir}, {}}), "CatatRealisasi rhk=2 satuan=berkas"
    );
    EXPECT_TRUE(std::holds_alternative<KonfirmasiLepas>(read.suspended.at(0)));
}

struct OneWord {
    Dialogue dialogue;
    std::string_view text;
    std::string_view expected;
    bool answers_form;
    bool drops_form;
};

TEST(ContinueDialogue, AsksOnlyOnceWhereOneWordAnswers) {
    const KonfirmasiLepas release;
    const KonfirmasiSuntingan edited{item(2), quantity("3")};
    for (const OneWord& answer : {
             OneWord{release, "ya", "LepasAkun", true, false},
             OneWord{release, "Ya, lepas!", "LepasAkun", true, false},
             OneWord{release, "lepas akun", "LepasAkun", true, false},
             OneWord{release, "batal", "Batal", false, false},
             OneWord{release, "tidak", "Batal", false, false},
             OneWord{release, "menu", "Menu", false, true},
             OneWord{release, "ulang", "LepasAkun", false, true},
             OneWord{edited, "ya", "Ya", true, false},
             OneWord{edited, "Ya, ubah", "Ya", true, false},
             OneWord{edited, "biarkan saja", "Tidak", true, false},
             OneWord{edited, "tidak", "Tidak", true, false},
             OneWord{
                 edited,
                 "rhk 1 3 laporan",
                 "CatatRealisasi rhk=1 nilai=3 satuan=laporan",
                 false,
                 true},
             OneWord{edited, "skp", "LihatSkp", false, true},
         }) {
        const Continued next = after(answer.dialogue, answer.text);

        EXPECT_EQ(command_text(next.command), answer.expected) << answer.text;
        EXPECT_EQ(next.answers_form, answer.answers_form) << answer.text;
        EXPECT_EQ(next.drops_form, answer.drops_form) << answer.text;
    }
}

TEST(DialogueCodec, SaysWhenItCannotRead) {
    for (const std::string_view text :
         {"{",
          "[]",
          R"({"v":4,"dialog":"nip","nomor":""})",
          R"({"v":2,"dialog":"lain"})",
          R"({"v":2,"dialog":"realisasi","butir":[],"ke":0,"apa":"rhk"})",
          R"({"v":2,"dialog":"realisasi","butir":[{}],"ke":0,"apa":"warna"})",
          R"({"v":2,"dialog":"alasan","objek":[]})"}) {
        const Memory memory = decode_memory(text);

        EXPECT_FALSE(memory.readable) << text;
        EXPECT_FALSE(is_waiting(memory.now)) << text;
    }
    EXPECT_TRUE(decode_memory("").readable);
    EXPECT_EQ(encode(Memory{}), "");
}

struct Answer {
    Dialogue dialogue;
    std::string_view text;
    std::string_view expected;
    bool answers_form;
};

TEST(ContinueDialogue, FillsWhatWasAskedAndLetsOthersInterrupt) {
    const LengkapiRealisasi which{{IsiRealisasi{}}, 0, Ditanya::Rhk, {}};
    const LengkapiRealisasi value{{item(2)}, 0, Ditanya::Nilai, {{0, Ditanya::Rhk}}};
    const LengkapiRealisasi first{{item(2)}, 0, Ditanya::Nilai, {}};
    const LengkapiRealisasi several{{item(1, "laporan"), IsiRealisasi{}}, 1, Ditanya::Rhk, {}};
    for (const Answer& answer :
         {Answer{which, "2", "CatatRealisasi rhk=2", true},
          Answer{which, "nomor 2", "CatatRealisasi rhk=2", true},
          Answer{which, "yang kedua", "CatatRealisasi rhk=2", true},
          Answer{which, "rhk 2 3 berkas", "CatatRealisasi rhk=2 nilai=3 satuan=berkas", true},
          Answer{which, "menu", "Menu", false},
          Answer{which, "kembali", "Batal", false},
          Answer{which, "batal", "Batal", false},
          Answer{value, "15", "CatatRealisasi rhk=2 nilai=15", true},
          Answer{value, "kembali", "CatatRealisasi", true},
          Answer{value, "ulang", "CatatRealisasi rhk=2", true},
          Answer{first, "kembali", "Batal", false},
          Answer{
              first,
              "realisasi rhk 3 1 kegiatan",
              "CatatRealisasi rhk=3 nilai=1 satuan=kegiatan",
              false},
          Answer{first, "realisasi rhk 3", "CatatRealisasi rhk=3", true},
          Answer{first, "setujui 1", "Putuskan setujui 1", false},
          Answer{several, "rhk 3", "CatatRealisasi rhk=1 satuan=laporan | rhk=3", true}}) {
        const Continued next = after(answer.dialogue, answer.text);

        EXPECT_EQ(command_text(next.command), answer.expected) << answer.text;
        EXPECT_EQ(next.answers_form, answer.answers_form) << answer.text;
    }
}

TEST(ContinueDialogue, RepairsTheListThatWasShown) {
    KonfirmasiRealisasi shown{{item(1), item(2)}, {}};
    shown.butir[0].nilai = quantity("3");
    shown.butir[1].nilai = quantity("12");
    for (const Answer& answer :
         {Answer{shown, "2 jadi 15", "CatatRealisasi rhk=1 nilai=3 | rhk=2 nilai=15", true},
          Answer{shown, "2 jadi 1.5", "UbahButir 2 ganda=1.5/15", false},
          Answer{shown, "3 jadi 15", "UbahButir 3 15", false},
          Answer{shown, "hapus 1", "CatatRealisasi rhk=2 nilai=12", true},
          Answer{
              shown,
              "rhk 2 14 berkas",
              "CatatRealisasi rhk=1 nilai=3 | rhk=2 nilai=14 satuan=berkas",
              true},
          Answer{
              shown,
              "rhk 4 1 dokumen",
              "CatatRealisasi rhk=1 nilai=3 | rhk=2 nilai=12 | rhk=4 nilai=1 satuan=dokumen",
              true},
          Answer{shown, "simpan", "Ya", true},
          Answer{shown, "tidak", "Batal", false},
          Answer{shown, "bantuan", "Bantuan", false}}) {
        const Continued next = after(answer.dialogue, answer.text);

        EXPECT_EQ(command_text(next.command), answer.expected) << answer.text;
        EXPECT_EQ(next.answers_form, answer.answers_form) << answer.text;
    }
}

TEST(ContinueDialogue, TakesAnyTextForAReasonButTheNameOfACommand) {
    const TungguAlasan waiting{{{7, 2}}};
    for (const std::string_view reason :
         {"bukti kurang jelas",
          "dokumen belum lengkap",
          "angka beda dengan rekap",
          "kenapa cuma 3 laporan?",
          "lampiran tidak bisa dibuka",
          "target saja belum tercapai",
          "tolong perbaiki satuannya"}) {
        const Continued next = after(waiting, reason);

        EXPECT_EQ(
            command_text(next.command),
            "Putuskan kembalikan 2 alasan=\"" + std::string(reason) + "\""
        );
        EXPECT_TRUE(next.answers_form);
    }
    for (const std::string_view other :
         {"skp", "Sisa tugas", "/profil", "batal", "menu", "bantuan", "setujui 2"}) {
        EXPECT_FALSE(after(waiting, other).answers_form) << other;
    }
}

// The buttons under a number with two readings lead to one reading each.
RC_GTEST_PROP(AmbiguousNumbers, AreSettledByTheirButtons, ()) {
    const auto whole = *rc::gen::inRange(1, 1000);
    const auto decimals = *rc::gen::inRange(1, 5);
    std::string digits;
    for (int i = 0; i < decimals; ++i) digits += static_cast<char>('0' + *rc::gen::inRange(0, 10));
    const std::string sign = *rc::gen::element<std::string>(".", ",");
    const std::string written = std::to_string(whole) + sign + digits;
    const Command read = parse(written, kMonday);
    const auto* piece = std::get_if<Penggalan>(&read);
    if (piece == nullptr || !piece->slot.ganda) return;

    const Reply question = tanya_nilai_ganda(*piece->slot.ganda, 1);

    RC_ASSERT(question.buttons.size() == 2U);
    const domain::Kuantitas readings[] = {piece->slot.ganda->pertama, piece->slot.ganda->kedua};
    for (std::size_t i = 0; i < 2; ++i) {
        const Command answer = parse(question.buttons[i].command, kMonday);
        const auto* value = std::get_if<Penggalan>(&answer);
        RC_ASSERT(value != nullptr);
        RC_ASSERT(value->slot.nilai == readings[i]);
    }
}

}  // namespace
}  // namespace bot
