#include <boost/json.hpp>
#include <cstdlib>
#include <optional>

#include "bot/conversation/dialogue.hpp"

namespace bot {
namespace {

namespace json = boost::json;

// Version 1. A later version reads this one too; a test keeps its samples.
constexpr std::int64_t kVersion = 1;

template <class... F>
struct Overload : F... {
    using F::operator()...;
};

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
    if (item.periode) {
        object["periode"] = {
            std::string(domain::kode(item.periode->jenis)),
            item.periode->nomor,
            item.periode->tahun.value_or(0)};
    }
    if (!item.sumber.empty()) object["sumber"] = item.sumber;
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
    if (object.contains("periode")) {
        const json::array& named = object.at("periode").as_array();
        const auto tahun = named.at(2).to_number<int>();
        item.periode = PeriodeAcuan{
            domain::jenis_periode_dari(std::string_view(named.at(0).as_string())).value(),
            named.at(1).to_number<int>(),
            tahun == 0 ? std::nullopt : std::optional(tahun)};
    }
    item.sumber = text_at(object, "sumber");
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

Dialogue read(const json::object& object) {
    const std::string kind = text_at(object, "dialog");
    if (kind == "nip") return TungguNip{text_at(object, "nomor")};
    if (kind == "kode") return TungguKode{text_at(object, "nip")};
    if (kind == "realisasi") {
        return LengkapiRealisasi{
            read_items(object.at("butir")),
            object.at("ke").to_number<std::size_t>(),
            static_cast<Ditanya>(object.at("apa").to_number<int>())};
    }
    if (kind == "konfirmasi") return KonfirmasiRealisasi{read_items(object.at("butir"))};
    if (kind == "alasan") {
        TungguAlasan waiting;
        for (const json::value& pair : object.at("objek").as_array()) {
            waiting.objek.push_back(
                {pair.at(0).to_number<std::int64_t>(), pair.at(1).to_number<int>()}
            );
        }
        return waiting;
    }
    return TanpaDialog{};
}

}  // namespace

std::string encode(const Dialogue& dialogue) {
    json::object object;
    std::visit(
        Overload{
            [](const TanpaDialog&) {},
            [&](const TungguNip& waiting) {
                object = {{"dialog", "nip"}, {"nomor", waiting.nomor}};
            },
            [&](const TungguKode& waiting) {
                object = {{"dialog", "kode"}, {"nip", waiting.nip}};
            },
            [&](const LengkapiRealisasi& form) {
                object = {
                    {"dialog", "realisasi"},
                    {"butir", write(form.butir)},
                    {"ke", form.ke},
                    {"apa", static_cast<int>(form.apa)}};
            },
            [&](const KonfirmasiRealisasi& shown) {
                object = {{"dialog", "konfirmasi"}, {"butir", write(shown.butir)}};
            },
            [&](const TungguAlasan& waiting) {
                json::array pairs;
                for (const ObjekPutusan& objek : waiting.objek) {
                    pairs.push_back(json::array{objek.digest_id, objek.nomor});
                }
                object = {{"dialog", "alasan"}, {"objek", pairs}};
            },
        },
        dialogue
    );
    if (object.empty()) return "";
    object["v"] = kVersion;
    return json::serialize(object);
}

Dialogue decode_dialogue(std::string_view text) {
    if (text.empty()) return TanpaDialog{};
    try {
        const json::value value = json::parse(text);
        const json::object& object = value.as_object();
        if (object.at("v").to_number<std::int64_t>() != kVersion) return TanpaDialog{};
        return read(object);
    } catch (const std::exception&) {
        // Written by a version that this one does not know: the person is asked anew.
        return TanpaDialog{};
    }
}

}  // namespace bot
