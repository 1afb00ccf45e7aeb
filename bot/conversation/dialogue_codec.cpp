#include <array>
#include <boost/json.hpp>
#include <optional>
#include <stdexcept>
#include <utility>

#include "bot/conversation/dialogue.hpp"
#include "bot/conversation/overload.hpp"

namespace bot {
namespace {

namespace json = boost::json;

// Version 1 had one form, the asked slot as a number, and neither the way back nor the note of an
// item. Version 2 lacked the two questions that one word answers. All are read; a test keeps
// samples of version 1.
constexpr std::int64_t kVersion = 3;
constexpr std::int64_t kOldestVersion = 1;

constexpr std::array<std::string_view, 3> kAsked{"rhk", "aspek", "nilai"};

json::array write(const PeriodeAcuan& periode) {
    return {std::string(domain::kode(periode.jenis)), periode.nomor, periode.tahun.value_or(0)};
}

PeriodeAcuan read_periode(const json::value& value) {
    const json::array& named = value.as_array();
    const auto tahun = named.at(2).to_number<int>();
    return {
        domain::jenis_periode_dari(std::string_view(named.at(0).as_string())).value(),
        named.at(1).to_number<int>(),
        tahun == 0 ? std::nullopt : std::optional(tahun)};
}

json::object write(const IsiRealisasi& item) {
    json::object object;
    if (item.cara == CaraIsi::Tambahkan) object["tambah"] = true;
    if (item.rhk && item.rhk->nomor) object["rhk"] = *item.rhk->nomor;
    if (item.rhk && !item.rhk->teks.empty()) object["rhk_teks"] = item.rhk->teks;
    if (item.aspek) object["aspek"] = domain::kode(*item.aspek);
    if (item.nilai) object["nilai"] = item.nilai->decimal();
    if (item.ganda) {
        object["ganda"] = {
            item.ganda->tertulis, item.ganda->pertama.decimal(), item.ganda->kedua.decimal()};
    }
    if (!item.satuan.empty()) object["satuan"] = item.satuan;
    if (item.periode) object["periode"] = write(*item.periode);
    if (!item.sumber.empty()) object["sumber"] = item.sumber;
    if (!item.keterangan.empty()) object["keterangan"] = item.keterangan;
    return object;
}

std::string text_at(const json::object& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    return value == nullptr ? "" : std::string(value->as_string());
}

domain::Kuantitas quantity(const json::value& value) {
    return domain::Kuantitas::from_decimal(std::string_view(value.as_string())).value();
}

IsiRealisasi read_item(const json::value& value) {
    const json::object& object = value.as_object();
    IsiRealisasi item;
    if (object.contains("tambah")) item.cara = CaraIsi::Tambahkan;
    if (object.contains("rhk")) item.rhk = RhkAcuan{object.at("rhk").to_number<int>(), ""};
    if (object.contains("rhk_teks")) item.rhk = RhkAcuan{std::nullopt, text_at(object, "rhk_teks")};
    if (object.contains("aspek")) item.aspek = domain::aspek_dari(text_at(object, "aspek"));
    if (object.contains("nilai")) item.nilai = quantity(object.at("nilai"));
    if (object.contains("ganda")) {
        const json::array& two = object.at("ganda").as_array();
        item.ganda = NilaiGanda{
            std::string(two.at(0).as_string()), quantity(two.at(1)), quantity(two.at(2))};
    }
    item.satuan = text_at(object, "satuan");
    if (object.contains("periode")) item.periode = read_periode(object.at("periode"));
    item.sumber = text_at(object, "sumber");
    item.keterangan = text_at(object, "keterangan");
    return item;
}

json::array write(const std::vector<IsiRealisasi>& items) {
    json::array array;
    for (const IsiRealisasi& item : items) array.push_back(write(item));
    return array;
}

std::vector<IsiRealisasi> read_items(const json::value& value) {
    std::vector<IsiRealisasi> items;
    for (const json::value& item : value.as_array()) items.push_back(read_item(item));
    return items;
}

Ditanya read_asked(const json::value& value) {
    if (value.is_string()) {
        for (std::size_t i = 0; i < kAsked.size(); ++i) {
            if (value.as_string() == kAsked[i]) return static_cast<Ditanya>(i);
        }
    } else if (const auto number = value.to_number<std::size_t>(); number < kAsked.size()) {
        return static_cast<Ditanya>(number);
    }
    throw std::invalid_argument("no such question");
}

json::string write(Ditanya asked) {
    return json::string(kAsked[static_cast<std::size_t>(asked)]);
}

json::array write(const std::vector<Pertanyaan>& path) {
    json::array array;
    for (const Pertanyaan& step : path) array.push_back(json::array{step.ke, write(step.apa)});
    return array;
}

std::vector<Pertanyaan> read_path(const json::object& object) {
    std::vector<Pertanyaan> path;
    const auto* steps = object.if_contains("jejak");
    if (steps == nullptr) return path;
    for (const json::value& step : steps->as_array()) {
        path.push_back({step.at(0).to_number<std::size_t>(), read_asked(step.at(1))});
    }
    return path;
}

LengkapiRealisasi read_form(const json::object& object) {
    LengkapiRealisasi form{
        read_items(object.at("butir")),
        object.at("ke").to_number<std::size_t>(),
        read_asked(object.at("apa")),
        read_path(object)};
    if (form.ke >= form.butir.size()) throw std::invalid_argument("no such item");
    return form;
}

constexpr std::array<std::string_view, 3> kAskedOfBukti{"rhk", "aspek", "isi"};
constexpr std::array<std::string_view, 3> kFileKinds{"foto", "dokumen", "lain"};

// The place of the word in the row of an enum's words.
template <class T, std::size_t N>
T read_word(const std::array<std::string_view, N>& words, const json::value& value) {
    for (std::size_t i = 0; i < N; ++i) {
        if (value.as_string() == words[i]) return static_cast<T>(i);
    }
    throw std::invalid_argument("no such word");
}

json::object write(const TungguBukti& waiting) {
    json::object object{{"dialog", "bukti"}};
    const IsiBukti& isi = waiting.isi;
    if (isi.rhk && isi.rhk->nomor) object["rhk"] = *isi.rhk->nomor;
    if (isi.rhk && !isi.rhk->teks.empty()) object["rhk_teks"] = isi.rhk->teks;
    if (isi.aspek) object["aspek"] = domain::kode(*isi.aspek);
    if (isi.periode) object["periode"] = write(*isi.periode);
    if (!isi.nama.empty()) object["nama"] = isi.nama;
    if (!isi.tautan.empty()) object["tautan"] = isi.tautan;
    object["apa"] = kAskedOfBukti[static_cast<std::size_t>(waiting.apa)];
    json::array files;
    for (const BerkasMasuk& file : waiting.berkas) {
        files.push_back(json::array{
            kFileKinds[static_cast<std::size_t>(file.jenis)],
            file.rujukan,
            file.nama,
            file.ukuran,
            file.album});
    }
    object["berkas"] = std::move(files);
    return object;
}

TungguBukti read_bukti(const json::object& object) {
    TungguBukti waiting;
    IsiBukti& isi = waiting.isi;
    if (object.contains("rhk")) isi.rhk = RhkAcuan{object.at("rhk").to_number<int>(), ""};
    if (object.contains("rhk_teks")) isi.rhk = RhkAcuan{std::nullopt, text_at(object, "rhk_teks")};
    if (object.contains("aspek")) isi.aspek = domain::aspek_dari(text_at(object, "aspek"));
    if (object.contains("periode")) isi.periode = read_periode(object.at("periode"));
    isi.nama = text_at(object, "nama");
    isi.tautan = text_at(object, "tautan");
    waiting.apa = read_word<DitanyaBukti>(kAskedOfBukti, object.at("apa"));
    for (const json::value& file : object.at("berkas").as_array()) {
        waiting.berkas.push_back({
            read_word<BerkasMasuk::Jenis>(kFileKinds, file.at(0)),
            std::string(file.at(1).as_string()),
            std::string(file.at(2).as_string()),
            file.at(3).to_number<std::int64_t>(),
            std::string(file.at(4).as_string()),
        });
    }
    return waiting;
}

TungguAlasan read_reason(const json::object& object) {
    TungguAlasan waiting;
    for (const json::value& pair : object.at("objek").as_array()) {
        waiting.objek.push_back({pair.at(0).to_number<std::int64_t>(), pair.at(1).to_number<int>()}
        );
    }
    if (waiting.objek.empty()) throw std::invalid_argument("nothing to decide");
    return waiting;
}

Dialogue read(const json::object& object) {
    const std::string kind = text_at(object, "dialog");
    if (kind == "nip") return TungguNip{text_at(object, "nomor")};
    if (kind == "kode") return TungguKode{text_at(object, "nip")};
    if (kind == "realisasi") return read_form(object);
    if (kind == "konfirmasi") {
        return KonfirmasiRealisasi{read_items(object.at("butir")), read_path(object)};
    }
    if (kind == "alasan") return read_reason(object);
    if (kind == "bukti") return read_bukti(object);
    if (kind == "lepas") return KonfirmasiLepas{};
    if (kind == "suntingan") {
        return KonfirmasiSuntingan{read_item(object.at("butir")), quantity(object.at("dilihat"))};
    }
    throw std::invalid_argument("no such dialogue");
}

json::object write(const Dialogue& dialogue) {
    return std::visit(
        Overload{
            [](const TanpaDialog&) { return json::object(); },
            [](const TungguNip& waiting) {
                return json::object{{"dialog", "nip"}, {"nomor", waiting.nomor}};
            },
            [](const TungguKode& waiting) {
                return json::object{{"dialog", "kode"}, {"nip", waiting.nip}};
            },
            [](const LengkapiRealisasi& form) {
                return json::object{
                    {"dialog", "realisasi"},
                    {"butir", write(form.butir)},
                    {"ke", form.ke},
                    {"apa", write(form.apa)},
                    {"jejak", write(form.jejak)}};
            },
            [](const KonfirmasiRealisasi& shown) {
                return json::object{
                    {"dialog", "konfirmasi"},
                    {"butir", write(shown.butir)},
                    {"jejak", write(shown.jejak)}};
            },
            [](const TungguAlasan& waiting) {
                json::array pairs;
                for (const ObjekPutusan& objek : waiting.objek) {
                    pairs.push_back(json::array{objek.digest_id, objek.nomor});
                }
                return json::object{{"dialog", "alasan"}, {"objek", std::move(pairs)}};
            },
            [](const TungguBukti& waiting) { return write(waiting); },
            [](const KonfirmasiLepas&) {
                return json::object{{"dialog", "lepas"}};
            },
            [](const KonfirmasiSuntingan& asked) {
                return json::object{
                    {"dialog", "suntingan"},
                    {"butir", write(asked.butir)},
                    {"dilihat", asked.dilihat.decimal()}};
            },
        },
        dialogue
    );
}

}  // namespace

std::string encode(const Memory& memory) {
    json::object object = write(memory.now);
    if (object.empty()) return "";
    json::array suspended;
    for (const Dialogue& form : memory.suspended) suspended.push_back(write(form));
    if (!suspended.empty()) object["tertunda"] = std::move(suspended);
    object["v"] = kVersion;
    return json::serialize(object);
}

Memory decode_memory(std::string_view text) {
    if (text.empty()) return {};
    try {
        const json::value value = json::parse(text);
        const json::object& object = value.as_object();
        const auto version = object.at("v").to_number<std::int64_t>();
        if (version < kOldestVersion || version > kVersion) return {.now = {}, .readable = false};
        Memory memory{.now = read(object)};
        if (const auto* suspended = object.if_contains("tertunda")) {
            for (const json::value& form : suspended->as_array()) {
                memory.suspended.push_back(read(form.as_object()));
            }
        }
        return memory;
    } catch (const std::exception&) {
        // Written by a version that this one does not know: the person is told, and asked anew.
        return {.now = {}, .readable = false};
    }
}

}  // namespace bot
