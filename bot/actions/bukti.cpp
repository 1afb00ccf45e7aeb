#include "bot/actions/bukti.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "bot/actions/act.hpp"
#include "bot/conversation/replies/bukti.hpp"
#include "bot/conversation/replies/realisasi.hpp"

namespace bot {
namespace {

Reply tulis_penolakan(domain::PenolakanBukti reason, const ButirJelas& target) {
    switch (reason) {
        case domain::PenolakanBukti::SkpBelumDisetujui:
            return skp_belum_disetujui(*target.skp);
        case domain::PenolakanBukti::PeriodeBelumMulai:
            return periode_belum_mulai(*target.periode.periode);
        case domain::PenolakanBukti::BatasLewat:
            return batas_lewat(*target.periode.periode);
        case domain::PenolakanBukti::TerlaluBanyak:
        case domain::PenolakanBukti::SudahDihapus:
        case domain::PenolakanBukti::VersiBerubah:
            return bukti_terlalu_banyak(*target.rhk);
    }
    std::abort();
}

std::string nama_bawaan(const BuktiBaru& baru, const BerkasMasuk* file) {
    if (!baru.nama.empty()) return domain::nama_bukti(baru.nama);
    if (file == nullptr) {
        const std::string_view rest =
            std::string_view(baru.tautan).substr(baru.tautan.find("//") + 2);
        return domain::nama_bukti(rest.substr(0, rest.find_first_of("/?#")));
    }
    if (!file->nama.empty()) return domain::nama_bukti(file->nama);
    return file->jenis == BerkasMasuk::Jenis::Foto ? "Foto" : "Dokumen";
}

std::vector<std::int64_t> indikator_of(const domain::Rhk& rhk) {
    std::vector<std::int64_t> ids;
    for (const domain::Indikator& indikator : rhk.indikator) ids.push_back(indikator.id);
    return ids;
}

// Asks for the slot; what was asked about and does not fit is not kept.
void ask(TurnContext& c, const TambahBukti& command, Tanya question) {
    TungguBukti form{command.isi, command.berkas, DitanyaBukti::Rhk};
    if (question.apa == Ditanya::Rhk) form.isi.rhk.reset();
    if (question.apa == Ditanya::Aspek) {
        form.isi.aspek.reset();
        form.apa = DitanyaBukti::Aspek;
    }
    const std::size_t files = form.berkas.size();
    // The rest of an album that asked already only joins it.
    const bool same_question =
        c.turn().answers_form && c.turn().berkas && !c.turn().berkas->album.empty() && files > 1;
    c.wait_for(std::move(form));
    if (same_question) return;
    if (files > 1) {
        question.reply.body = fmt::format("{} berkas menunggu. {}", files, question.reply.body);
    }
    c.reply(std::move(question.reply));
}

void refuse(TurnContext& c, Reply reply) {
    if (c.turn().answers_form) c.forget();
    c.reply(std::move(reply));
}

// Another evidence of the album that the file is of, whose words said what all of it is for.
const domain::BuktiDukung* saudara(const TurnContext& c, const TambahBukti& command) {
    if (!c.turn().berkas || c.turn().berkas->album.empty() || command.berkas.size() != 1) {
        return nullptr;
    }
    for (const domain::BuktiDukung& other : c.bukti()) {
        const bool same =
            other.album == c.turn().berkas->album && other.status == domain::StatusBukti::Ada;
        if (same) return &other;
    }
    return nullptr;
}

// The indikator and period that an evidence stands for; nothing if they are gone.
std::optional<ButirJelas> sasaran_of(const TurnContext& c, const domain::BuktiDukung& bukti) {
    ButirJelas target;
    for (const domain::Periode& periode : c.acuan().periode) {
        if (periode.id == bukti.periode_id) target.periode.periode = &periode;
    }
    for (const domain::Skp& skp : c.kinerja().skp) {
        for (const domain::Rhk& rhk : skp.rhk) {
            for (const domain::Indikator& indikator : rhk.indikator) {
                if (indikator.id != bukti.indikator_id) continue;
                target.skp = &skp;
                target.rhk = &rhk;
                target.indikator = &indikator;
            }
        }
    }
    if (target.periode.periode == nullptr || target.indikator == nullptr) return std::nullopt;
    return target;
}

// The next file of an album: under the receipt of the first, and without a word of its own.
bool join_album(TurnContext& c, const TambahBukti& command) {
    const domain::BuktiDukung* sibling = saudara(c, command);
    if (sibling == nullptr) return false;
    const auto target = sasaran_of(c, *sibling);
    if (!target) return false;
    const std::string nama = command.isi.nama.empty() ? sibling->nama : command.isi.nama;
    auto kept = simpan_bukti(c, {*target, nama, "", command.berkas, sibling->kwitansi});
    if (auto* refusal = std::get_if<Reply>(&kept)) c.reply(std::move(*refusal));
    return true;
}

std::string uraian(const SasaranBukti& target, const std::vector<std::string>& nama) {
    std::string text =
        fmt::format("Bukti RHK {} ({}): ", target.rhk.nomor, tulis_periode(target.periode));
    for (std::size_t i = 0; i < nama.size(); ++i) text += (i > 0 ? ", " : "") + nama[i];
    return text;
}

void add(TurnContext& c, const TambahBukti& command, const ButirJelas& target) {
    const SasaranBukti shown{*target.rhk, *target.indikator, *target.periode.periode};
    BuktiBaru baru{target, command.isi.nama, "", command.berkas, c.random().receipt_code()};
    // One evidence is a file or a link.
    const bool link_left_out = !command.isi.tautan.empty() && !command.berkas.empty();
    if (!command.isi.tautan.empty() && !link_left_out) {
        auto link = domain::baca_tautan(command.isi.tautan);
        if (!link) {
            refuse(c, tautan_ditolak(link.error()));
            return;
        }
        baru.tautan = std::move(link).value();
    }
    auto kept = simpan_bukti(c, baru);
    if (auto* refusal = std::get_if<Reply>(&kept)) {
        refuse(c, std::move(*refusal));
        return;
    }
    if (c.turn().answers_form) c.forget();
    const auto& nama = std::get<std::vector<std::string>>(kept);
    c.add_receipt({c.sender().key, baru.kwitansi, "tambah_bukti", uraian(shown, nama)});
    if (baru.tautan.empty()) {
        Reply reply = bukti_disimpan(baru.kwitansi, shown, nama);
        if (link_left_out) reply.body += tautan_tidak_ikut(target.rhk->nomor);
        c.reply(std::move(reply));
        return;
    }
    const int there =
        banyak_bukti(c, target.indikator->id, target.periode.periode->id).tersimpan + 1;
    c.reply(tautan_tersimpan(baru.kwitansi, shown, c.effects().bukti.back().bukti, there));
}

}  // namespace

BanyakBukti banyak_bukti(
    const TurnContext& context, std::int64_t indikator_id, std::int64_t periode_id
) {
    BanyakBukti banyak;
    for (const domain::BuktiDukung& bukti : context.bukti()) {
        const bool same = bukti.indikator_id == indikator_id && bukti.periode_id == periode_id;
        if (!same || !domain::dihitung(bukti)) continue;
        ++(bukti.simpan == domain::SimpanBukti::Tersimpan ? banyak.tersimpan : banyak.diambil);
    }
    return banyak;
}

std::optional<Reply> tolak_berkas(const BerkasMasuk& file) {
    if (file.jenis == BerkasMasuk::Jenis::Lain) return berkas_jenis_lain();
    if (file.ukuran > domain::kBuktiMaksByte) return berkas_terlalu_besar();
    return std::nullopt;
}

std::variant<std::vector<std::string>, Reply> simpan_bukti(
    TurnContext& context, const BuktiBaru& baru
) {
    const ButirJelas& target = baru.sasaran;
    const domain::SyaratIsi terms{
        *target.skp, *target.periode.periode, target.indikator->id, context.hari_tulis()};
    const auto beside = indikator_of(*target.rhk);
    std::vector<domain::BuktiDukung> all(context.bukti().begin(), context.bukti().end());
    std::vector<storage::NewBukti> fresh;
    std::vector<std::string> names;
    const auto add_one = [&](const BerkasMasuk* file) -> std::optional<Reply> {
        domain::BuktiDukung bukti;
        bukti.nama = nama_bawaan(baru, file);
        bukti.tautan = baru.tautan;
        bukti.pada = context.turn().now;
        bukti.kwitansi = baru.kwitansi;
        if (file != nullptr) bukti.album = file->album;
        auto decided = domain::tambah_bukti(terms, std::move(bukti), all, beside);
        if (!decided) return tulis_penolakan(decided.error(), target);
        all.push_back(*decided);
        names.push_back(decided->nama);
        fresh.push_back(
            {context.sender().key,
             *decided,
             file == nullptr ? "" : file->rujukan,
             context.turn().event.conversation_id}
        );
        return std::nullopt;
    };
    if (baru.berkas.empty()) {
        if (auto refusal = add_one(nullptr)) return *std::move(refusal);
    }
    for (const BerkasMasuk& file : baru.berkas) {
        if (auto refusal = add_one(&file)) return *std::move(refusal);
    }
    for (storage::NewBukti& one : fresh) {
        context.effects().ledger.push_back({
            .instansi_id = context.sender().key.instansi_id,
            .pada = context.turn().now,
            .pelaku_id = context.sender().key.pegawai_id,
            .tindakan = "tambah_bukti",
            .objek = "bukti",
            .objek_id = fmt::format(
                "{}/{}/{}", one.bukti.indikator_id, one.bukti.periode_id, one.bukti.nomor
            ),
            .versi = 1,
            .kwitansi = baru.kwitansi,
            .sebelum = "",
            .sesudah = one.bukti.tautan.empty() ? "berkas" : "tautan",
        });
        context.effects().bukti.push_back(std::move(one));
    }
    return names;
}

void tambah_bukti(TurnContext& context, const TambahBukti& command) {
    if (context.turn().berkas) {
        if (auto refusal = tolak_berkas(*context.turn().berkas)) {
            // What waited before it goes on waiting.
            context.reply(std::move(*refusal));
            return;
        }
    }
    if (join_album(context, command)) return;
    IsiRealisasi item;
    item.rhk = command.isi.rhk;
    item.aspek = command.isi.aspek;
    item.periode = command.isi.periode;
    auto found = cari_sasaran(context, item, Sasaran::Bukti);
    if (auto* question = std::get_if<Tanya>(&found)) {
        ask(context, command, std::move(*question));
        return;
    }
    if (auto* refusal = std::get_if<Reply>(&found)) {
        refuse(context, std::move(*refusal));
        return;
    }
    const auto& target = std::get<ButirJelas>(found);
    if (command.isi.tautan.empty() && command.berkas.empty()) {
        context.wait_for(TungguBukti{command.isi, {}, DitanyaBukti::Isi});
        context.reply(minta_bukti({*target.rhk, *target.indikator, *target.periode.periode}));
        return;
    }
    add(context, command, target);
}

BarisBukti baris_dari(const domain::BuktiDukung& bukti, const domain::Rhk* rhk, domain::Zona zona) {
    BarisBukti row{
        .nomor = bukti.nomor,
        .nama = bukti.nama,
        .tautan = bukti.tautan,
        .tipe = bukti.tipe,
        .tanggal = domain::tulis_tanggal(domain::tanggal_di(bukti.pada, zona)),
        .kwitansi = bukti.kwitansi,
        .ukuran = bukti.ukuran,
        .simpan = bukti.simpan,
        .aspek = "",
    };
    if (rhk == nullptr || rhk->indikator.size() < 2) return row;
    for (const domain::Indikator& indikator : rhk->indikator) {
        if (indikator.id == bukti.indikator_id && indikator.aspek) {
            row.aspek = domain::nama(*indikator.aspek);
        }
    }
    return row;
}

}  // namespace bot
