#include "bot/cli/import_skp.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <utility>

#include "bot/cli/import_cells.hpp"

namespace bot {
namespace {

struct SkpLine {
    storage::ImportSkp skp;
    storage::ImportRhk rhk;
    storage::ImportIndikator indikator;
};

// The three that name an RHK; they are in every part of the line.
void read_keys(RowReader& row, SkpLine& line) {
    line.skp.nip = read_nip_digits(row, "nip");
    line.skp.tahun = row.number("tahun", kFirstYear, kLastYear);
    line.rhk.nomor = row.number("rhk", 1, kMostRhkNumber);
    line.rhk.nip = line.indikator.nip = line.skp.nip;
    line.rhk.tahun = line.indikator.tahun = line.skp.tahun;
    line.indikator.rhk = line.rhk.nomor;
    line.skp.line = line.rhk.line = line.indikator.line = row.line();
}

void read_indikator(RowReader& row, domain::Pendekatan pendekatan, storage::ImportIndikator& into) {
    const bool kuantitatif = pendekatan == domain::Pendekatan::Kuantitatif;
    into.teks = row.text("indikator", kMostRhk);
    if (kuantitatif || !row.cell("aspek").empty()) {
        into.aspek = row.word("aspek", domain::aspek_dari, "kuantitas, kualitas, waktu, biaya");
    }
    if (kuantitatif) {
        into.target = row.quantity("target");
        into.satuan = row.text("satuan", kMostSatuan);
        return;
    }
    for (const auto* column : {"target", "satuan"}) {
        if (!row.cell(column).empty()) row.complain(column, "must be empty with kualitatif");
    }
}

void read_content(RowReader& row, SkpLine& line) {
    line.skp.pendekatan =
        row.word("pendekatan", domain::pendekatan_dari, "kuantitatif, kualitatif");
    const bool has_pendekatan = row.good();
    line.skp.status = row.word("status", domain::status_skp_dari, "draft, pengajuan, persetujuan");
    line.rhk.jenis = row.word("jenis", domain::jenis_rhk_dari, "utama, tambahan");
    if (!row.cell("rhk_atasan").empty()) {
        line.rhk.rhk_atasan = row.number("rhk_atasan", 1, kMostRhkNumber);
    }
    line.rhk.teks = row.text("isi", kMostRhk);
    // Without the approach nobody knows which cells an indikator must have.
    if (has_pendekatan) read_indikator(row, line.skp.pendekatan, line.indikator);
}

// Puts the lines together to SKP, RHK and indikator.
class SkpCollector {
public:
    explicit SkpCollector(storage::ImportRows& rows) : rows_(&rows) {}

    void add(RowReader& row, SkpLine line) {
        const auto differs = [&](std::string_view column, int first_line) {
            row.complain(column, fmt::format("another value than in line {}", first_line));
        };
        const std::pair skp_key{line.skp.nip, line.skp.tahun};
        const storage::RhkCode rhk_key{line.rhk.nip, line.rhk.tahun, line.rhk.nomor};

        if (const auto known = skp_.find(skp_key); known != skp_.end()) {
            const auto& skp = rows_->skp[known->second];
            if (skp.pendekatan != line.skp.pendekatan) differs("pendekatan", skp.line);
            if (skp.status != line.skp.status) differs("status", skp.line);
        } else {
            skp_.emplace(skp_key, rows_->skp.size());
            rows_->skp.push_back(std::move(line.skp));
        }
        if (const auto known = rhk_.find(rhk_key); known != rhk_.end()) {
            const auto& rhk = rows_->rhk[known->second];
            if (rhk.jenis != line.rhk.jenis) differs("jenis", rhk.line);
            if (rhk.rhk_atasan != line.rhk.rhk_atasan) differs("rhk_atasan", rhk.line);
            if (rhk.teks != line.rhk.teks) differs("isi", rhk.line);
        } else {
            rhk_.emplace(rhk_key, rows_->rhk.size());
            rows_->rhk.push_back(std::move(line.rhk));
        }
        line.indikator.urut = ++indikator_[rhk_key];
        rows_->indikator.push_back(std::move(line.indikator));
    }

private:
    storage::ImportRows* rows_;
    std::map<std::pair<std::string, int>, std::size_t> skp_;
    std::map<storage::RhkCode, std::size_t> rhk_;
    std::map<storage::RhkCode, int> indikator_;
};

}  // namespace

void read_skp(const ImportTable& table, ImportContent& content) {
    SkpCollector collector(content.rows);
    for (const auto& record : table.records()) {
        RowReader row(table, record);
        SkpLine line;
        read_keys(row, line);
        if (row.good()) {
            content.declared.rhk.insert({line.rhk.nip, line.rhk.tahun, line.rhk.nomor});
        }
        read_content(row, line);
        if (row.good()) collector.add(row, std::move(line));
    }
}

}  // namespace bot
