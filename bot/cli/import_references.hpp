#pragma once

#include <map>
#include <set>
#include <string>

#include "bot/cli/import_rows.hpp"
#include "bot/cli/import_table.hpp"
#include "storage/import_store.hpp"

namespace bot {

// What the rows of an import refer to: keys that must be in the files or in the database.
struct WantedKeys {
    std::set<std::string> instansi;
    std::set<storage::UnitCode> unit;
    std::set<std::string>
        pegawai;  // also the persons of the files: they may be in another instansi
};

WantedKeys wanted_keys(const storage::ImportRows& rows);

// What the database has of them.
struct KnownKeys {
    std::set<std::string> instansi;
    std::set<storage::UnitCode> unit;
    std::map<std::string, storage::KnownPegawai> pegawai;
};

// Complains of every reference to something that is neither in the files nor known, of persons and
// superiors in another instansi, and of units and persons that stand above themselves. Pure.
void check_references(const ImportContent& content, const KnownKeys& known, Complaints& complaints);

// The RHK of superiors that RHK of the files are linked to and that are not in the files.
std::set<storage::RhkCode> wanted_rhk(const ImportContent& content, const KnownKeys& known);

// Complains of every RHK that is linked to one that is neither in the files nor known. Pure.
void check_rhk_links(
    const ImportContent& content,
    const KnownKeys& known,
    const std::set<storage::RhkCode>& known_rhk,
    Complaints& complaints
);

}  // namespace bot
