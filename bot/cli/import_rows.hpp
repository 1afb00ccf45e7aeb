#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "adapters/csv.hpp"
#include "bot/cli/import_table.hpp"
#include "domain/kalender/waktu.hpp"
#include "storage/import_store.hpp"

namespace bot {

// What the files say that there is, also in rows that are wrong elsewhere: one mistake in a row
// must not make a complaint of every row that refers to it.
struct DeclaredKeys {
    std::set<std::string> instansi;
    std::set<storage::UnitCode> unit;
    std::map<std::string, storage::KnownPegawai> pegawai;
    std::set<storage::RhkCode> rhk;
};

struct ImportContent {
    storage::ImportRows rows;  // only those without complaint
    DeclaredKeys declared;
    std::vector<storage::ImportEntry>
        entries;  // one for each file that there was; nothing changed yet
};

// The files of one folder, by name.
using ImportFiles = std::map<std::string_view, adapters::CsvTable>;

// Reads every row of the files that there are; whether what they refer to exists is not looked at.
// `today` bounds the years in a NIP. Pure.
ImportContent read_import(const ImportFiles& files, domain::Tanggal today, Complaints& complaints);

}  // namespace bot
