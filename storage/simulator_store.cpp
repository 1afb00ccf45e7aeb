#include "storage/simulator_store.hpp"

#include <algorithm>
#include <cstdlib>

namespace storage {
namespace {

// Of a row whose columns from `first` on are those of simulator/messages.
PesanPonsel pesan_of(const Row& row, int first) {
    return {
        .id = row.number(first),
        .alamat = row.text(first + 1),
        .dari = row.text(first + 2),
        .pada = row.instant(first + 3),
        .isi = row.text(first + 4),
        .balasan = row.number_or_none(first + 5),
        .reaksi = row.text(first + 6),
        .status = row.text(first + 7),
        .bertombol = row.flag(first + 8),
    };
}

}  // namespace

std::string_view word(DariSiapa dari) {
    switch (dari) {
        case DariSiapa::Orang:
            return "orang";
        case DariSiapa::Bot:
            return "bot";
    }
    std::abort();
}

std::string_view word(StatusPesan status) {
    switch (status) {
        case StatusPesan::Terkirim:
            return "terkirim";
        case StatusPesan::Sampai:
            return "sampai";
        case StatusPesan::Dibaca:
            return "dibaca";
    }
    std::abort();
}

AddedPesan SimulatorStore::add(const NewPesan& pesan) {
    const Rows rows = transaction_.run(
        "simulator/add_pesan",
        Params()
            .add(pesan.alamat)
            .add(word(pesan.dari))
            .add(pesan.pada)
            .add(pesan.kunci)
            .add(pesan.isi)
            .add(pesan.balasan)
    );
    return {rows[0].number(0), rows[0].flag(1)};
}

std::optional<std::int64_t> SimulatorStore::marked(
    std::string_view alamat, DariSiapa dari, std::string_view kunci
) {
    const auto params = Params().add(alamat).add(word(dari)).add(kunci);
    const Rows rows = transaction_.run("simulator/marked", params);
    if (rows.empty()) return std::nullopt;
    return rows[0].number(0);
}

void SimulatorStore::tell(const std::vector<Kabar>& news) {
    if (news.empty()) return;
    ArrayParam kinds, messages, contents;
    for (const Kabar& one : news) {
        kinds.add(one.jenis);
        messages.add(one.pesan_id);
        contents.add(one.isi);
    }
    transaction_.run("simulator/tell", Params().add(kinds).add(messages).add(contents));
}

std::vector<PesanPonsel> SimulatorStore::messages(
    std::string_view alamat, std::optional<std::int64_t> below, int most
) {
    std::vector<PesanPonsel> messages;
    const auto params = Params().add(alamat).add(below).add(std::int64_t{most});
    for (const Row row : transaction_.run("simulator/messages", params)) {
        messages.push_back(pesan_of(row, 0));
    }
    std::ranges::reverse(messages);
    return messages;
}

std::optional<PesanPonsel> SimulatorStore::message(
    std::optional<std::string_view> alamat, std::int64_t id
) {
    const Rows rows = transaction_.run("simulator/message", Params().add(alamat).add(id));
    if (rows.empty()) return std::nullopt;
    return pesan_of(rows[0], 0);
}

std::vector<ToldKabar> SimulatorStore::told_behind(std::int64_t urutan, int most) {
    std::vector<ToldKabar> told;
    const auto params = Params().add(urutan).add(std::int64_t{most});
    for (const Row row : transaction_.run("simulator/events", params)) {
        told.push_back({row.number(0), row.text(1), row.text(2), std::nullopt});
        if (!row.is_null(3)) told.back().pesan = pesan_of(row, 3);
    }
    return told;
}

SimulatorState SimulatorStore::state() {
    const Rows rows = transaction_.run("simulator/state");
    const Row row = rows[0];
    return {row.text(0), row.number(1), row.instant_or_none(2), row.instant_or_none(3)};
}

void SimulatorStore::set_look(std::string_view tampilan) {
    transaction_.run("simulator/set_look", Params().add(tampilan));
}

void SimulatorStore::keep_clock(domain::Instant now) {
    transaction_.run("simulator/keep_clock", Params().add(now));
}

std::vector<std::int64_t> SimulatorStore::set_status(
    std::string_view alamat, DariSiapa dari, std::int64_t up_to, StatusPesan status
) {
    std::vector<std::int64_t> changed;
    for (const Row row : transaction_.run(
             "simulator/set_status",
             Params().add(alamat).add(word(dari)).add(up_to).add(word(status))
         )) {
        changed.push_back(row.number(0));
    }
    return changed;
}

bool SimulatorStore::edit(std::string_view alamat, std::int64_t id, std::string_view isi) {
    const auto params = Params().add(alamat).add(id).add(isi);
    return !transaction_.run("simulator/edit_pesan", params).empty();
}

bool SimulatorStore::set_reaction(
    std::string_view alamat, std::int64_t id, std::string_view reaksi
) {
    const auto params = Params().add(alamat).add(id).add(reaksi);
    return !transaction_.run("simulator/set_reaction", params).empty();
}

bool SimulatorStore::remove_buttons(std::string_view alamat, std::int64_t id) {
    return !transaction_.run("simulator/remove_buttons", Params().add(alamat).add(id)).empty();
}

std::optional<domain::Instant> SimulatorStore::last_written(std::string_view alamat) {
    return transaction_.run("simulator/last_written", Params().add(alamat))[0].instant_or_none(0);
}

void SimulatorStore::add_delivery(const NewAntar& antar) {
    transaction_.run(
        "simulator/add_delivery",
        Params()
            .add(antar.alamat)
            .add(antar.pesan_id)
            .add(antar.isi)
            .add(std::int64_t{antar.delay_ms})
            .add_flag(antar.tahan)
    );
}

void SimulatorStore::release_held(int delay_ms) {
    transaction_.run("simulator/release_held", Params().add(std::int64_t{delay_ms}));
}

std::vector<AntarPonsel> SimulatorStore::due_deliveries(int most) {
    std::vector<AntarPonsel> due;
    const auto params = Params().add(std::int64_t{most});
    for (const Row row : transaction_.run("simulator/due_deliveries", params)) {
        due.push_back({row.number(0), row.text(1), row.number_or_none(2), row.text(3)});
    }
    return due;
}

AntarCount SimulatorStore::count_deliveries() {
    const Rows rows = transaction_.run("simulator/count_deliveries");
    return {rows[0].number(0), rows[0].number(1)};
}

void SimulatorStore::finish_delivery(std::int64_t id) {
    transaction_.run("simulator/finish_delivery", Params().add(id));
}

std::int64_t SimulatorStore::add_file(const BerkasPonsel& berkas) {
    const auto params = Params().add(berkas.nama).add(berkas.tipe).add_bytes(berkas.isi);
    return transaction_.run("simulator/add_file", params)[0].number(0);
}

std::optional<BerkasPonsel> SimulatorStore::file(std::int64_t id) {
    const Rows rows = transaction_.run("simulator/file", Params().add(id));
    if (rows.empty()) return std::nullopt;
    return BerkasPonsel{rows[0].text(0), rows[0].text(1), rows[0].bytes(2)};
}

std::vector<OrangPonsel> SimulatorStore::persons(int most, domain::Instant now) {
    std::vector<OrangPonsel> persons;
    const auto params = Params().add(std::int64_t{most}).add(now);
    for (const Row row : transaction_.run("simulator/persons", params)) {
        persons.push_back({
            .nip = row.text(0),
            .nama = row.text(1),
            .jabatan = row.text(2),
            .unit = row.text_or_empty(3),
            .nip_atasan = row.text_or_empty(4),
            .alamat = row.text(5),
            .terhubung = row.flag(6),
            .telepon = row.text(7),
            .instansi_id = row.number(8),
            .belum_dibaca = row.number(9),
        });
    }
    return persons;
}

std::int64_t SimulatorStore::bind_unbound(int most, domain::Instant now) {
    return transaction_.run("simulator/bind_unbound", Params().add(std::int64_t{most}).add(now))
        .affected();
}

}  // namespace storage
