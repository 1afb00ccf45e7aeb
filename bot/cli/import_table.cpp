#include "bot/cli/import_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "adapters/utf.hpp"
#include "domain/teks.hpp"

namespace bot {
namespace {

constexpr std::size_t kMostColumnName = 20;

std::string reason_of(const adapters::CsvComplaint& complaint, std::size_t columns) {
    switch (complaint.error) {
        case adapters::CsvError::BadUtf8:
            return "text is not UTF-8";
        case adapters::CsvError::Nul:
            return "a NUL byte";
        case adapters::CsvError::UnbalancedQuote:
            return "a quoted field is never closed";
        case adapters::CsvError::StrayQuote:
            return "a quote inside a field; write such a field in quotes, with \"\" for each one";
        case adapters::CsvError::FieldCount:
            return fmt::format("{} fields expected, got {}", columns, complaint.fields);
    }
    std::abort();
}

// Its own name if it can be one, else its place: without a header line the cells are people's data.
std::string shown(std::string_view column, std::size_t place) {
    const bool is_name =
        !column.empty() && column.size() <= kMostColumnName &&
        column.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos;
    return is_name ? std::string(column) : fmt::format("column {}", place);
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n";
    const auto first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

}  // namespace

void Complaints::add(
    std::string_view file, int line, std::string_view column, std::string_view reason
) {
    auto known = std::find(files_.begin(), files_.end(), file);
    if (known == files_.end()) known = files_.insert(files_.end(), std::string(file));
    const auto order = static_cast<std::size_t>(known - files_.begin());
    std::string text(file);
    if (line > 0) text += fmt::format(":{}", line);
    if (!column.empty()) text += fmt::format(": {}", column);
    complaints_.emplace(std::pair{order, line}, fmt::format("{}: {}", text, reason));
}

std::vector<std::string> Complaints::lines() const {
    std::vector<std::string> lines;
    for (const auto& [place, text] : complaints_) lines.push_back(text);
    return lines;
}

ImportTable::ImportTable(
    std::string_view file,
    std::span<const std::string_view> columns,
    const adapters::CsvTable& table,
    Complaints& complaints
)
    : file_(file), complaints_(&complaints) {
    const auto& header = table.header;
    for (const auto& complaint : table.complaints) {
        complaints.add(file, complaint.line, "", reason_of(complaint, header.fields.size()));
    }
    if (header.fields.empty()) {
        if (table.complaints.empty()) complaints.add(file, 1, "", "no header line");
        return;
    }
    if (has_right_header(columns, header)) records_ = table.records;
}

bool ImportTable::has_right_header(
    std::span<const std::string_view> columns, const adapters::CsvRecord& header
) {
    bool right = true;
    const auto complain = [&](std::string_view column, std::string_view reason) {
        complaints_->add(file_, header.line, column, reason);
        right = false;
    };
    for (std::size_t i = 0; i < header.fields.size(); ++i) {
        const auto name = trimmed(header.fields[i]);
        const auto known = std::find(columns.begin(), columns.end(), name);
        if (known == columns.end()) {
            complain(shown(name, i + 1), "unknown column");
        } else if (!positions_.emplace(*known, i).second) {
            complain(*known, "column appears twice");
        }
    }
    for (const auto column : columns) {
        if (!positions_.contains(column)) complain(column, "column is missing");
    }
    return right;
}

std::size_t ImportTable::position(std::string_view column) const {
    return positions_.at(column);
}

void RowReader::complain(std::string_view column, std::string_view reason) {
    good_ = false;
    table_->complaints().add(table_->file(), line(), column, reason);
}

std::string_view RowReader::cell(std::string_view column) const {
    return trimmed(adapters::unguarded(record_->fields.at(table_->position(column))));
}

std::string RowReader::text(std::string_view column, std::size_t most) {
    if (cell(column).empty()) complain(column, "text expected, got nothing");
    return text_or_empty(column, most);
}

std::string RowReader::text_or_empty(std::string_view column, std::size_t most) {
    const auto found = cell(column);
    if (found.find_first_of("\t\n") != std::string_view::npos ||
        adapters::clean_text(found) != found) {
        complain(column, "one line without control characters expected");
    }
    if (const auto length = domain::code_points(found); length > most) {
        complain(column, fmt::format("at most {} characters expected, got {}", most, length));
    }
    return std::string(found);
}

int RowReader::number(std::string_view column, int least, int most) {
    const auto digits = cell(column);
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool whole = error == std::errc{} && end == digits.data() + digits.size();
    if (whole && value >= least && value <= most) return value;
    complain(column, fmt::format("a number from {} to {} expected", least, most));
    return 0;
}

domain::Tanggal RowReader::date(std::string_view column) {
    const auto found = domain::tanggal_dari_iso(cell(column));
    if (!found) complain(column, "a date like 2026-05-15 expected");
    return found.value_or(domain::Tanggal{});
}

domain::Kuantitas RowReader::quantity(std::string_view column) {
    const auto found = domain::Kuantitas::from_decimal(cell(column));
    if (!found) complain(column, "a number like 12 or 12.5 expected");
    return found.value_or(domain::Kuantitas{});
}

}  // namespace bot
