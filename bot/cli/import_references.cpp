#include "bot/cli/import_references.hpp"

#include <optional>

#include "bot/cli/csv_files.hpp"

namespace bot {
namespace {

// Looks a key up in the files first, for they are what will be stored.
class Lookup {
public:
    Lookup(const DeclaredKeys& declared, const KnownKeys& known)
        : declared_(&declared), known_(&known) {}

    [[nodiscard]] bool has_instansi(const std::string& kode) const {
        return declared_->instansi.contains(kode) || known_->instansi.contains(kode);
    }
    [[nodiscard]] bool has_unit(const storage::UnitCode& unit) const {
        return declared_->unit.contains(unit) || known_->unit.contains(unit);
    }
    [[nodiscard]] const storage::KnownPegawai* pegawai(const std::string& nip) const {
        const auto declared = declared_->pegawai.find(nip);
        if (declared != declared_->pegawai.end()) return &declared->second;
        const auto known = known_->pegawai.find(nip);
        return known == known_->pegawai.end() ? nullptr : &known->second;
    }

    // The RHK that one is linked to; nothing if the person has no superior.
    [[nodiscard]] std::optional<storage::RhkCode> linked(const storage::ImportRhk& rhk) const {
        const auto* person = pegawai(rhk.nip);
        if (person == nullptr || person->atasan_nip.empty()) return std::nullopt;
        return storage::RhkCode{person->atasan_nip, rhk.tahun, rhk.rhk_atasan.value_or(0)};
    }

private:
    const DeclaredKeys* declared_;
    const KnownKeys* known_;
};

// The keys from which the way up comes back to the key itself.
template <class Key>
std::set<Key> in_circles(const std::map<Key, Key>& above) {
    std::set<Key> circles;
    std::map<Key, const Key*> met;  // with the key from which it was met first
    for (const auto& [start, ignored] : above) {
        auto at = above.find(start);
        while (at != above.end() && met.emplace(at->first, &start).second) {
            at = above.find(at->second);
        }
        if (at == above.end() || met.at(at->first) != &start) continue;
        while (circles.insert(at->first).second) at = above.find(at->second);
    }
    return circles;
}

void check_instansi(
    const Lookup& lookup, std::string_view file, int line, const std::string& kode, Complaints& to
) {
    if (!lookup.has_instansi(kode)) to.add(file, line, "instansi", "no instansi has this kode");
}

void check_units(const storage::ImportRows& rows, const Lookup& lookup, Complaints& complaints) {
    std::map<storage::UnitCode, storage::UnitCode> above;
    for (const auto& unit : rows.unit) {
        check_instansi(lookup, kUnitFile.name, unit.line, unit.instansi, complaints);
        if (unit.induk.empty()) continue;
        above[{unit.instansi, unit.kode}] = {unit.instansi, unit.induk};
        if (!lookup.has_unit({unit.instansi, unit.induk})) {
            complaints.add(kUnitFile.name, unit.line, "induk", "the instansi has no such unit");
        }
    }
    const auto circles = in_circles(above);
    for (const auto& unit : rows.unit) {
        if (circles.contains({unit.instansi, unit.kode})) {
            complaints.add(kUnitFile.name, unit.line, "induk", "the unit stands above itself");
        }
    }
}

void check_superior(
    const storage::ImportPegawai& person, const Lookup& lookup, Complaints& complaints
) {
    if (person.atasan_nip.empty()) return;
    const auto* atasan = lookup.pegawai(person.atasan_nip);
    if (atasan == nullptr) {
        complaints.add(kPegawaiFile.name, person.line, "atasan_nip", "nobody has this NIP");
    } else if (atasan->instansi != person.instansi) {
        complaints.add(
            kPegawaiFile.name, person.line, "atasan_nip", "a person of another instansi"
        );
    }
}

void check_persons(
    const storage::ImportRows& rows,
    const Lookup& lookup,
    const KnownKeys& known,
    Complaints& complaints
) {
    std::map<std::string, std::string> above;
    for (const auto& person : rows.pegawai) {
        check_instansi(lookup, kPegawaiFile.name, person.line, person.instansi, complaints);
        if (!lookup.has_unit({person.instansi, person.unit})) {
            complaints.add(kPegawaiFile.name, person.line, "unit", "the instansi has no such unit");
        }
        const auto old = known.pegawai.find(person.nip);
        if (old != known.pegawai.end() && old->second.instansi != person.instansi) {
            complaints.add(
                kPegawaiFile.name, person.line, "nip", "already a person of another instansi"
            );
        }
        check_superior(person, lookup, complaints);
        if (!person.atasan_nip.empty()) above[person.nip] = person.atasan_nip;
    }
    const auto circles = in_circles(above);
    for (const auto& person : rows.pegawai) {
        if (circles.contains(person.nip)) {
            complaints.add(
                kPegawaiFile.name, person.line, "atasan_nip", "the person stands above himself"
            );
        }
    }
}

}  // namespace

WantedKeys wanted_keys(const storage::ImportRows& rows) {
    WantedKeys wanted;
    for (const auto& unit : rows.unit) {
        wanted.instansi.insert(unit.instansi);
        if (!unit.induk.empty()) wanted.unit.insert({unit.instansi, unit.induk});
    }
    for (const auto& person : rows.pegawai) {
        wanted.instansi.insert(person.instansi);
        wanted.unit.insert({person.instansi, person.unit});
        wanted.pegawai.insert(person.nip);
        if (!person.atasan_nip.empty()) wanted.pegawai.insert(person.atasan_nip);
    }
    for (const auto& periode : rows.periode) wanted.instansi.insert(periode.instansi);
    for (const auto& libur : rows.libur) {
        if (!libur.instansi.empty()) wanted.instansi.insert(libur.instansi);
    }
    for (const auto& skp : rows.skp) wanted.pegawai.insert(skp.nip);
    return wanted;
}

void check_references(
    const ImportContent& content, const KnownKeys& known, Complaints& complaints
) {
    const auto& rows = content.rows;
    const Lookup lookup(content.declared, known);
    check_units(rows, lookup, complaints);
    check_persons(rows, lookup, known, complaints);
    for (const auto& periode : rows.periode) {
        check_instansi(lookup, kPeriodeFile.name, periode.line, periode.instansi, complaints);
    }
    for (const auto& libur : rows.libur) {
        if (libur.instansi.empty()) continue;
        check_instansi(lookup, kLiburFile.name, libur.line, libur.instansi, complaints);
    }
    for (const auto& skp : rows.skp) {
        if (lookup.pegawai(skp.nip) == nullptr) {
            complaints.add(kSkpFile.name, skp.line, "nip", "nobody has this NIP");
        }
    }
}

std::set<storage::RhkCode> wanted_rhk(const ImportContent& content, const KnownKeys& known) {
    const Lookup lookup(content.declared, known);
    std::set<storage::RhkCode> wanted;
    for (const auto& rhk : content.rows.rhk) {
        if (!rhk.rhk_atasan) continue;
        const auto linked = lookup.linked(rhk);
        if (linked && !content.declared.rhk.contains(*linked)) wanted.insert(*linked);
    }
    return wanted;
}

void check_rhk_links(
    const ImportContent& content,
    const KnownKeys& known,
    const std::set<storage::RhkCode>& known_rhk,
    Complaints& complaints
) {
    const Lookup lookup(content.declared, known);
    for (const auto& rhk : content.rows.rhk) {
        // Somebody who is nobody was complained of already.
        if (!rhk.rhk_atasan || lookup.pegawai(rhk.nip) == nullptr) continue;
        const auto linked = lookup.linked(rhk);
        if (!linked) {
            complaints.add(kSkpFile.name, rhk.line, "rhk_atasan", "the person has no superior");
        } else if (!content.declared.rhk.contains(*linked) && !known_rhk.contains(*linked)) {
            complaints.add(
                kSkpFile.name, rhk.line, "rhk_atasan", "the SKP of the superior has no such RHK"
            );
        }
    }
}

}  // namespace bot
