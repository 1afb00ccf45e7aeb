#include "adapters/csv.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "adapters/utf.hpp"

namespace adapters {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Not libcsv: it gives neither line numbers nor the reason of a bad record, drops blanks, and is
// one more package on three distributions for these few lines.
class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {
        if (rest_.starts_with(kByteOrderMark)) rest_.remove_prefix(kByteOrderMark.size());
    }

    CsvTable read() {
        CsvTable table;
        while (!rest_.empty()) {
            if (take_line_end()) continue;
            const auto all = rest_;
            CsvRecord record{.line = line_, .fields = {}};
            error_.reset();
            read_fields(record.fields);
            check_bytes(all.substr(0, all.size() - rest_.size()));
            put(std::move(record), table);
            // Without its header line nothing in the file has a meaning.
            if (table.header.fields.empty()) break;
        }
        return table;
    }

private:
    bool take_line_end() {
        const std::size_t length = rest_.starts_with('\n') ? 1 : rest_.starts_with("\r\n") ? 2 : 0;
        rest_.remove_prefix(length);
        if (length > 0) ++line_;
        return length > 0;
    }

    void read_fields(std::vector<std::string>& fields) {
        while (true) {
            fields.push_back(rest_.starts_with('"') ? quoted() : unquoted());
            if (!rest_.starts_with(',')) break;
            rest_.remove_prefix(1);
        }
        take_line_end();
    }

    // Up to the comma or the line end.
    std::string unquoted() {
        auto end = std::min(rest_.find_first_of(",\n"), rest_.size());
        const bool at_line = end < rest_.size() && rest_[end] == '\n';
        if (at_line && end > 0 && rest_[end - 1] == '\r') --end;
        std::string field(rest_.substr(0, end));
        rest_.remove_prefix(end);
        if (field.find('"') != std::string::npos) fail(CsvError::StrayQuote);
        return field;
    }

    std::string quoted() {
        std::string field;
        rest_.remove_prefix(1);
        while (true) {
            const auto quote = rest_.find('"');
            const auto part = rest_.substr(0, quote);
            line_ += static_cast<int>(std::count(part.begin(), part.end(), '\n'));
            field += part;
            if (quote == std::string_view::npos) {
                rest_ = {};
                fail(CsvError::UnbalancedQuote);
                return field;
            }
            rest_.remove_prefix(quote + 1);
            if (!rest_.starts_with('"')) break;
            field += '"';
            rest_.remove_prefix(1);
        }
        if (!unquoted().empty()) fail(CsvError::StrayQuote);
        return field;
    }

    void check_bytes(std::string_view record) {
        if (record.find('\0') != std::string_view::npos) {
            fail(CsvError::Nul);
        } else if (!is_utf8(record)) {
            fail(CsvError::BadUtf8);
        }
    }

    void put(CsvRecord record, CsvTable& table) {
        const auto wanted = table.header.fields.size();
        const auto found = record.fields.size();
        if (wanted > 0 && found != wanted) fail(CsvError::FieldCount);
        if (error_) {
            table.complaints.push_back({.line = record.line, .error = *error_, .fields = found});
        } else if (wanted == 0) {
            table.header = std::move(record);
        } else {
            table.records.push_back(std::move(record));
        }
    }

    // The first reason is the one that helps.
    void fail(CsvError error) {
        if (!error_) error_ = error;
    }

    std::string_view rest_;
    int line_ = 1;
    std::optional<CsvError> error_;
};

// "＝", "＋", "－" and "＠" are the full-width forms.
bool is_computed(std::string_view text) {
    constexpr std::array<std::string_view, 10> kStarts{
        "=", "+", "-", "@", "\t", "\r", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    return std::any_of(kStarts.begin(), kStarts.end(), [&](std::string_view start) {
        return text.starts_with(start);
    });
}

bool is_computed_behind_apostrophes(std::string_view text) {
    return is_computed(text.substr(std::min(text.find_first_not_of('\''), text.size())));
}

}  // namespace

CsvTable read_csv(std::string_view bytes) {
    return Reader(bytes).read();
}

CsvWriter& CsvWriter::value(std::string_view text) {
    cell(text);
    return *this;
}

CsvWriter& CsvWriter::text(std::string_view text) {
    cell(guarded(text));
    return *this;
}

CsvWriter& CsvWriter::end_record() {
    out_ += '\n';
    first_ = true;
    return *this;
}

std::string CsvWriter::take() {
    return std::exchange(out_, {});
}

void CsvWriter::cell(std::string_view text) {
    if (!first_) out_ += ',';
    const bool quotes = text.find_first_of(",\"\r\n") != std::string_view::npos;
    // A record of one empty cell would be an empty line, a first cell may begin like a byte order
    // mark.
    if (!quotes && !(first_ && (text.empty() || text.starts_with(kByteOrderMark)))) {
        out_ += text;
    } else {
        out_ += '"';
        for (const char c : text) out_.append(c == '"' ? 2 : 1, c);
        out_ += '"';
    }
    first_ = false;
}

std::string guarded(std::string_view text) {
    std::string cell(is_computed_behind_apostrophes(text) ? "'" : "");
    return cell += text;
}

std::string_view unguarded(std::string_view cell) {
    const bool guard = cell.starts_with('\'') && is_computed_behind_apostrophes(cell);
    return guard ? cell.substr(1) : cell;
}

}  // namespace adapters
