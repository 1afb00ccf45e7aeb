#include "storage/pegawai_store.hpp"

#include <stdexcept>

namespace storage {

domain::Zona zona_of(const Row& row, int column) {
    const auto zona = domain::zona_dari(row.view(column));
    if (!zona) throw std::logic_error("unknown zone in the database");
    return *zona;
}

domain::PolaKerja pola_of(const Row& row, int column) {
    return row.integer(column) == 6 ? domain::PolaKerja::EnamHari : domain::PolaKerja::LimaHari;
}

void add_keys(Params& params, std::span<const PegawaiKey> keys) {
    ArrayParam instansi, pegawai;
    for (const PegawaiKey& key : keys) {
        instansi.add(key.instansi_id);
        pegawai.add(key.pegawai_id);
    }
    params.add(instansi).add(pegawai);
}

std::map<std::int64_t, Sender> PegawaiStore::senders(
    std::span<const std::int64_t> conversation_ids, domain::Instant now
) {
    ArrayParam ids;
    for (const std::int64_t id : conversation_ids) ids.add(id);
    std::map<std::int64_t, Sender> senders;
    for (const Row row : transaction_.run("pegawai/senders", Params().add(ids).add(now))) {
        senders[row.number(0)] = {
            .key = {row.number(1), row.number(2)},
            .alamat_id = row.number(12),
            .nip = row.text(3),
            .nama = row.text(4),
            .jabatan = row.text(5),
            .unit = row.text(6),
            .instansi = row.text(7),
            .zona = zona_of(row, 8),
            .pola = pola_of(row, 9),
            .atasan = row.text_or_empty(10),
            .boleh_memutus_sejak = row.instant(11),
            .berakhir_pada = row.instant_or_none(13),
            .ada_yang_baru = row.flag(14),
        };
    }
    return senders;
}

void PegawaiStore::lock(std::span<const PegawaiKey> persons) {
    if (persons.empty()) return;
    Params params;
    add_keys(params, persons);
    transaction_.run("pegawai/lock_persons", params);
}

std::map<PegawaiKey, std::int64_t> PegawaiStore::chats(
    std::span<const PegawaiKey> persons, domain::Instant now
) {
    std::map<PegawaiKey, std::int64_t> chats;
    if (persons.empty()) return chats;
    Params params;
    add_keys(params, persons);
    for (const Row row : transaction_.run("pegawai/chats", params.add(now))) {
        chats[{row.number(0), row.number(1)}] = row.number(2);
    }
    return chats;
}

std::optional<PersonName> PegawaiStore::by_nip(std::string_view nip) {
    const Rows rows = transaction_.run("pegawai/by_nip", Params().add(nip));
    if (rows.empty()) return std::nullopt;
    return PersonName{{rows[0].number(0), rows[0].number(1)}, rows[0].text(2)};
}

}  // namespace storage
