#pragma once

#include <compare>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "domain/kalender/waktu.hpp"
#include "storage/connection.hpp"
#include "storage/import_rows.hpp"

namespace storage {

struct UnitCode {
    std::string instansi, kode;
    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes the comparison with 0 for one.
    friend auto operator<=>(const UnitCode&, const UnitCode&) = default;
};

struct RhkCode {
    std::string nip;
    int tahun = 0;
    int nomor = 0;
    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes the comparison with 0 for one.
    friend auto operator<=>(const RhkCode&, const RhkCode&) = default;
};

struct KnownPegawai {
    std::string instansi;
    std::string atasan_nip;  // empty: none
};

// What one import did with one file.
struct ImportEntry {
    std::string_view file;
    std::size_t rows = 0;
    std::int64_t changed = 0;  // rows of tables that were added or changed
};

// Storing whole CSV files, one statement per kind of row. Lives as long as one transaction on a
// connection of the role Report. Whatever the rows refer to must be there: in the rows, or in the
// database; the known_… functions say so. Nothing is ever deleted, and a row that is already as the
// file has it is neither written nor locked. Each save gives how many rows it added or changed.
class ImportStore {
public:
    explicit ImportStore(Transaction& transaction) : transaction_(transaction) {}

    // Makes this the only import until the transaction ends. Throws Conflict if another one takes
    // longer than a lock is waited for.
    void begin_alone();

    // Fresh statistics for the planner, of what this transaction stored too.
    void tell_planner();

    // Those of the asked that the database has.
    std::set<std::string> known_instansi(const std::set<std::string>& kode);
    std::set<UnitCode> known_unit(const std::set<UnitCode>& units);
    std::map<std::string, KnownPegawai> known_pegawai(const std::set<std::string>& nip);
    std::set<RhkCode> known_rhk(const std::set<RhkCode>& rhk);

    std::int64_t save(std::span<const ImportInstansi> rows);
    std::int64_t save(std::span<const ImportUnit> rows);
    std::int64_t save(std::span<const ImportPegawai> rows);
    std::int64_t save(std::span<const ImportPeriode> rows);
    std::int64_t save(std::span<const ImportLibur> rows);
    std::int64_t save(std::span<const ImportSkp> rows);
    std::int64_t save(std::span<const ImportRhk> rows);
    std::int64_t save(std::span<const ImportIndikator> rows);

    // Makes the present superior of these persons the penilai of their SKP that are open `today`.
    std::int64_t renew_penilai(const std::set<std::string>& nip, domain::Tanggal today);

    // A line of the ledger for each file that changed something.
    void log(std::span<const ImportEntry> entries, domain::Instant now);

private:
    Transaction& transaction_;
};

}  // namespace storage
