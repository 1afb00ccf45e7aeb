#include <fmt/format.h>

#include <utility>

#include "bot/conversation/replies/potong.hpp"
#include "bot/conversation/replies/realisasi.hpp"
#include "bot/conversation/replies/rentang.hpp"

namespace bot {
namespace {

// An example that works for this SKP: its last RHK and that one's unit.
std::string contoh(const domain::Skp& skp) {
    const domain::Rhk& rhk = skp.rhk.back();
    const std::string satuan = rhk.indikator.empty() ? "" : rhk.indikator.front().satuan;
    const auto dua = *domain::Kuantitas::from_scaled(2 * domain::Kuantitas::kScale);
    return fmt::format("realisasi rhk {} {}", rhk.nomor, tulis_nilai(dua, satuan));
}

Reply reply_of(std::string text) {
    return {.title = "", .body = std::move(text), .buttons = {}};
}

ReplyButton tombol(const domain::Rhk& rhk) {
    return {
        fmt::format("RHK {}", rhk.nomor),
        fmt::format("rhk {}", rhk.nomor),
        potong(rhk.teks, kRowDescription)};
}

// The text names every RHK; beyond a list's length its numbers are the way.
void tawarkan(Reply& reply, std::vector<ReplyButton> choices) {
    if (choices.size() > kMostRows) {
        reply.body += fmt::format(
            "\nDaftar pilihan memuat {} yang pertama; yang lain dengan nomornya.", kMostRows
        );
    }
    offer(reply, std::move(choices), "Pilih RHK");
}

// As people write it, but never with two readings: "1,125" may also be thousands, "1,1250" not.
std::string tulis_tegas(domain::Kuantitas nilai) {
    const std::string text = nilai.text();
    const std::size_t comma = text.find(',');
    const bool doubtful = comma != text.npos && text.size() - comma == 4 && comma <= 3;
    return doubtful ? text + "0" : text;
}

}  // namespace

Reply tanya_rhk(std::span<const domain::Rhk* const> pilihan) {
    // With ten of them and a list under it the text stays within the limit of one message.
    const std::size_t most = pilihan.size() > kMostButtons ? 72 : 120;
    Reply reply;
    reply.body = "Untuk RHK yang mana?";
    std::vector<ReplyButton> choices;
    for (const domain::Rhk* rhk : pilihan) {
        reply.body += fmt::format("\n{}. {}", rhk->nomor, potong(rhk->teks, most));
        choices.push_back(tombol(*rhk));
    }
    reply.body += "\nBalas dengan nomornya, atau batal.";
    tawarkan(reply, std::move(choices));
    return reply;
}

Reply rhk_tidak_dikenal(std::string_view teks, std::span<const domain::Rhk* const> pilihan) {
    Reply reply = tanya_rhk(pilihan);
    reply.body =
        fmt::format("Tidak ada RHK Anda yang memuat \"{}\". ", potong(teks, 80)) + reply.body;
    return reply;
}

Reply tanya_aspek(const domain::Rhk& rhk) {
    Reply reply;
    reply.body = fmt::format("RHK {} punya beberapa indikator. Aspek yang mana?", rhk.nomor);
    std::vector<ReplyButton> choices;
    for (const domain::Indikator& indikator : rhk.indikator) {
        if (!indikator.aspek) continue;
        const std::string nama(domain::nama(*indikator.aspek));
        reply.body += fmt::format("\n- {}: {}", nama, potong(indikator.teks, 120));
        choices.push_back(
            {nama,
             std::string(domain::kode(*indikator.aspek)),
             potong(indikator.teks, kRowDescription)}
        );
    }
    reply.body += "\nBalas dengan nama aspeknya, atau batal.";
    offer(reply, std::move(choices), "Pilih aspek");
    return reply;
}

Reply tanya_nilai(const domain::Rhk& rhk, const domain::Indikator& indikator) {
    return reply_of(fmt::format(
        "Berapa realisasi RHK {} ({})? Contoh: {}",
        rhk.nomor,
        potong(rhk.teks, 120),
        tulis_nilai(
            *domain::Kuantitas::from_scaled(3 * domain::Kuantitas::kScale), indikator.satuan
        )
    ));
}

Reply tanya_nilai_ganda(const NilaiGanda& ganda, int rhk) {
    const std::string first = tulis_tegas(ganda.pertama), second = tulis_tegas(ganda.kedua);
    return {
        .title = "",
        .body = fmt::format(
            "Angka \"{}\" untuk RHK {} dapat dibaca dua cara. Yang mana: {} atau {}?",
            potong(ganda.tertulis, 40),
            rhk,
            first,
            second
        ),
        .buttons = {{first, first}, {second, second}},
    };
}

Reply tanya_perbaikan_ganda(const NilaiGanda& ganda, int nomor) {
    const std::string first = tulis_tegas(ganda.pertama), second = tulis_tegas(ganda.kedua);
    return {
        .title = "",
        .body = fmt::format(
            "Angka \"{}\" untuk nomor {} dapat dibaca dua cara. Contoh: {} jadi {}, atau {} jadi "
            "{}",
            potong(ganda.tertulis, 40),
            nomor,
            nomor,
            first,
            nomor,
            second
        ),
        .buttons =
            {{first, fmt::format("{} jadi {}", nomor, first)},
             {second, fmt::format("{} jadi {}", nomor, second)}},
    };
}

Reply rhk_tidak_ada(std::string_view disebut, const domain::Skp& skp) {
    if (skp.rhk.empty()) {
        return reply_of(fmt::format(
            "SKP {} Anda belum punya RHK, jadi realisasi belum dapat diisi. Tulis skp untuk "
            "melihatnya.",
            skp.tahun
        ));
    }
    Reply reply = reply_of(fmt::format(
        "{} tidak ada; SKP Anda punya {}. Contoh: {}",
        disebut,
        rentang_nomor(
            "RHK",
            static_cast<std::size_t>(skp.rhk.front().nomor),
            static_cast<std::size_t>(skp.rhk.back().nomor)
        ),
        contoh(skp)
    ));
    std::vector<ReplyButton> choices;
    for (const domain::Rhk& rhk : skp.rhk) choices.push_back(tombol(rhk));
    offer(reply, std::move(choices), "Pilih RHK");
    return reply;
}

}  // namespace bot
