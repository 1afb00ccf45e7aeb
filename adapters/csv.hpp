#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace adapters {

enum class CsvError {
    BadUtf8,          // bytes that are no UTF-8
    Nul,              // a NUL byte
    UnbalancedQuote,  // a quoted field that never ends; nothing after it is read
    StrayQuote,       // a quote inside an unquoted field, or text behind a closing quote
    FieldCount,       // another number of fields than the header line has
};

// What is wrong with one record.
struct CsvComplaint {
    int line = 0;  // where the record begins, from 1
    CsvError error = CsvError::BadUtf8;
    std::size_t fields = 0;  // FieldCount: how many there are
};

struct CsvRecord {
    int line = 0;  // where the record begins, from 1
    std::vector<std::string> fields;
};

// A whole file. A record with a complaint is in `complaints` and not in `records`, so every other
// record can be used as it is: its fields are as many as the header's. Plain values.
struct CsvTable {
    CsvRecord header;  // no fields: the file is empty, or its header line has a complaint
    std::vector<CsvRecord> records;
    std::vector<CsvComplaint> complaints;  // in the order of the file
};

// Reads RFC 4180: commas, fields in double quotes with commas, doubled quotes and line ends inside,
// CRLF or LF, with or without a byte order mark and a last line end. Empty lines are passed over.
// Fields are as they stand, blanks included. Never throws on what the bytes are.
CsvTable read_csv(std::string_view bytes);

// Builds RFC 4180 text with LF as line end, which every reader takes and line tools need. For one
// thread.
class CsvWriter {
public:
    // A code, number, date or name of ours: never begins with what a spreadsheet computes.
    CsvWriter& value(std::string_view cell);

    // A person's words: guarded (see guarded()).
    CsvWriter& text(std::string_view cell);

    CsvWriter& end_record();

    // What was written so far, which the writer then forgets.
    std::string take();

private:
    void cell(std::string_view text);

    std::string out_;
    bool first_ = true;
};

// A spreadsheet computes a cell that begins with = + - @ TAB CR or a full-width form of these: it
// gets an apostrophe in front (RELIABILITY.md section 5.2). So does a text that has such
// apostrophes already, so that unguarded() gives back exactly what was written.
std::string guarded(std::string_view text);

// Takes off the apostrophe that guarded() put on; any other text is given back as it is.
std::string_view unguarded(std::string_view cell);

}  // namespace adapters
