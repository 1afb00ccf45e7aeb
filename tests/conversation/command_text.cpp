#include "tests/conversation/command_text.hpp"

#include <string_view>
#include <variant>
#include <vector>

namespace bot {
namespace {

std::string slot(std::string_view name, std::string_view value) {
    if (value.empty()) return {};
    std::string text = " ";
    text += name;
    text += '=';
    const bool quoted = value.find_first_of(" |=\"") != std::string_view::npos;
    if (quoted) text += '"';
    text += value;
    if (quoted) text += '"';
    return text;
}

std::string numbers(const std::vector<int>& values) {
    std::string text;
    for (const int value : values) {
        if (!text.empty()) text += ',';
        text += std::to_string(value);
    }
    return text;
}

std::string written(const RhkAcuan& rhk) {
    return rhk.nomor ? std::to_string(*rhk.nomor) : rhk.teks;
}

std::string written(const PeriodeAcuan& periode) {
    std::string text;
    switch (periode.jenis) {
        case domain::JenisPeriode::Bulanan:
            text = "bulan" + std::to_string(periode.nomor);
            break;
        case domain::JenisPeriode::Triwulan:
            text = "tw" + std::to_string(periode.nomor);
            break;
        case domain::JenisPeriode::Final:
            text = "final";
            break;
    }
    if (periode.tahun) {
        text += '/';
        text += std::to_string(*periode.tahun);
    }
    return text;
}

std::string written(const DateSpan& span) {
    std::string text = domain::iso(span.awal);
    if (span.akhir != span.awal) {
        text += "..";
        text += domain::iso(span.akhir);
    }
    return text;
}

std::string written(const IsiRealisasi& item) {
    std::string text;
    if (item.cara == CaraIsi::Tambahkan) text += " tambah";
    if (item.rhk) text += slot("rhk", written(*item.rhk));
    if (item.aspek) text += slot("aspek", domain::kode(*item.aspek));
    if (item.nilai) text += slot("nilai", item.nilai->decimal());
    if (item.ganda) {
        text += slot("ganda", item.ganda->pertama.decimal() + "/" + item.ganda->kedua.decimal());
    }
    text += slot("satuan", item.satuan);
    if (item.periode) text += slot("periode", written(*item.periode));
    text += slot("sumber", item.sumber);
    text += slot("keterangan", item.keterangan);
    return text;
}

std::string written(const Putusan& decision) {
    std::string text = decision.keputusan == Keputusan::Setujui ? " setujui" : " kembalikan";
    if (decision.semua) text += " semua";
    if (!decision.nomor.empty()) {
        text += ' ';
        text += numbers(decision.nomor);
    }
    text += slot("kecuali", numbers(decision.kecuali));
    text += slot("alasan", decision.alasan);
    return text;
}

std::string_view written(SebabTidakBertindak reason) {
    switch (reason) {
        case SebabTidakBertindak::Negasi:
            return "Negasi";
        case SebabTidakBertindak::Pertanyaan:
            return "Pertanyaan";
        case SebabTidakBertindak::Pengandaian:
            return "Pengandaian";
        case SebabTidakBertindak::Kutipan:
            return "Kutipan";
        case SebabTidakBertindak::SalahKetikPutusan:
            return "SalahKetikPutusan";
    }
    return {};
}

struct Writer {
    std::string operator()(const Mulai& c) const { return "Mulai" + slot("token", c.token); }
    std::string operator()(const Menu& /*c*/) const { return "Menu"; }
    std::string operator()(const Bantuan& c) const {
        return "Bantuan" + slot("tentang", c.tentang);
    }
    std::string operator()(const Batal& /*c*/) const { return "Batal"; }
    std::string operator()(const Kembali& /*c*/) const { return "Kembali"; }
    std::string operator()(const Ulang& /*c*/) const { return "Ulang"; }
    std::string operator()(const LihatProfil& /*c*/) const { return "LihatProfil"; }
    std::string operator()(const LihatSkp& c) const {
        std::string text = "LihatSkp";
        if (c.tahun) text += slot("tahun", std::to_string(*c.tahun));
        return c.detail ? text + " detail" : text;
    }
    std::string operator()(const Jadwal& /*c*/) const { return "Jadwal"; }
    std::string operator()(const SisaTugas& /*c*/) const { return "SisaTugas"; }
    std::string operator()(const LihatKwitansi& c) const {
        return "LihatKwitansi" + slot("kode", c.kode);
    }
    std::string operator()(const Urungkan& c) const { return "Urungkan" + slot("kode", c.kode); }
    std::string operator()(const LepasAkun& /*c*/) const { return "LepasAkun"; }
    std::string operator()(const BukanSaya& /*c*/) const { return "BukanSaya"; }
    std::string operator()(const CekBot& /*c*/) const { return "CekBot"; }
    std::string operator()(const KirimNip& c) const { return "KirimNip" + slot("angka", c.angka); }
    std::string operator()(const KirimKode& c) const {
        return "KirimKode" + slot("angka", c.angka);
    }
    std::string operator()(const CatatRealisasi& c) const {
        std::string text = "CatatRealisasi";
        for (std::size_t i = 0; i < c.butir.size(); ++i) {
            if (i > 0) text += " |";
            text += written(c.butir[i]);
        }
        for (const std::string& line : c.tak_dipahami) text += slot("?", line);
        return text;
    }
    std::string operator()(const TanyaRealisasi& c) const {
        std::string text = "TanyaRealisasi";
        if (c.rhk) text += slot("rhk", written(*c.rhk));
        if (c.periode) text += slot("periode", written(*c.periode));
        return text;
    }
    std::string operator()(const TambahBukti& c) const {
        std::string text = "TambahBukti";
        if (c.isi.rhk) text += slot("rhk", written(*c.isi.rhk));
        if (c.isi.aspek) text += slot("aspek", domain::kode(*c.isi.aspek));
        if (c.isi.periode) text += slot("periode", written(*c.isi.periode));
        return text + slot("nama", c.isi.nama) + slot("tautan", c.isi.tautan);
    }
    std::string operator()(const LihatBukti& c) const {
        std::string text = "LihatBukti" + slot("orang", c.orang);
        if (c.rhk) text += slot("rhk", written(*c.rhk));
        if (c.periode) text += slot("periode", written(*c.periode));
        return c.nomor ? text + slot("nomor", std::to_string(*c.nomor)) : text;
    }
    std::string operator()(const HapusBukti& c) const {
        std::string text = "HapusBukti";
        if (c.rhk) text += slot("rhk", written(*c.rhk));
        if (c.periode) text += slot("periode", written(*c.periode));
        return c.nomor ? text + slot("nomor", std::to_string(*c.nomor)) : text;
    }
    std::string operator()(const UbahButir& c) const {
        const std::string text = "UbahButir " + std::to_string(c.nomor);
        if (!c.ganda) return text + " " + c.nilai.decimal();
        return text + slot("ganda", c.ganda->pertama.decimal() + "/" + c.ganda->kedua.decimal());
    }
    std::string operator()(const HapusButir& c) const {
        return "HapusButir " + std::to_string(c.nomor);
    }
    std::string operator()(const Ya& /*c*/) const { return "Ya"; }
    std::string operator()(const Tidak& /*c*/) const { return "Tidak"; }
    std::string operator()(const Putuskan& c) const {
        std::string text = "Putuskan";
        for (std::size_t i = 0; i < c.putusan.size(); ++i) {
            if (i > 0) text += " |";
            text += written(c.putusan[i]);
        }
        return text;
    }
    std::string operator()(const Tinjau& /*c*/) const { return "Tinjau"; }
    std::string operator()(const BelumTersedia& c) const {
        std::string text = "BelumTersedia" + slot("nama", c.nama) + slot("orang", c.orang);
        if (c.rhk) text += slot("rhk", written(*c.rhk));
        if (c.periode) text += slot("periode", written(*c.periode));
        if (c.waktu) text += slot("waktu", written(*c.waktu));
        return text + slot("isi", c.isi);
    }
    std::string operator()(const TidakDipahami& /*c*/) const { return "TidakDipahami"; }
    std::string operator()(const TidakBertindak& c) const {
        return "TidakBertindak " + std::string(written(c.sebab)) + slot("tentang", c.tentang);
    }
    std::string operator()(const Penggalan& c) const {
        std::string text = "Penggalan" + written(c.slot);
        if (c.nomor) text += slot("nomor", std::to_string(*c.nomor));
        if (c.waktu) text += slot("waktu", written(*c.waktu));
        return text;
    }
};

}  // namespace

std::string command_text(const Command& command) {
    return std::visit(Writer{}, command);
}

}  // namespace bot
