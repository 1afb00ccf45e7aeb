#include "adapters/evidence/file_type.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>

namespace adapters {
namespace {

using std::string_view_literals::operator""sv;

struct Row {
    FileType type;
    std::string_view word, mime;
};
constexpr std::array<Row, 6> kRows{{
    {FileType::Jpg, "jpg", "image/jpeg"},
    {FileType::Png, "png", "image/png"},
    {FileType::Pdf, "pdf", "application/pdf"},
    {FileType::Docx,
     "docx",
     "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {FileType::Xlsx, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {FileType::Pptx,
     "pptx",
     "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
}};

const Row& row_of(FileType type) {
    for (const Row& row : kRows) {
        if (row.type == type) return row;
    }
    std::abort();
}

// Little-endian, as ZIP has them (PKWARE APPNOTE.TXT); 0 behind the end.
std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t width) {
    if (at > bytes.size() || bytes.size() - at < width) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = width; i-- > 0;) {
        value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    }
    return value;
}

// Where the directory of a ZIP begins; nothing if it has none. APPNOTE.TXT 4.3.16: the record of
// its end is 22 bytes and a comment of at most 65,535.
std::optional<std::size_t> directory_of(std::string_view bytes) {
    constexpr std::size_t kRecord = 22;
    constexpr std::size_t kComment = 65'535;
    if (bytes.size() < kRecord) return std::nullopt;
    const std::size_t tail =
        bytes.size() > kRecord + kComment ? bytes.size() - kRecord - kComment : 0;
    const std::size_t found = bytes.rfind("PK\x05\x06"sv);
    const bool whole = found != std::string_view::npos && bytes.size() - found >= kRecord;
    if (!whole || found < tail) return std::nullopt;
    const std::size_t begin = number(bytes, found + 16, 4);
    if (begin >= found) return std::nullopt;
    return begin;
}

// The parts that tell one office file from another (ECMA-376, part 2).
struct Parts {
    bool types = false, word = false, excel = false, slides = false, macros = false;
};

Parts parts_of(std::string_view bytes, std::size_t at) {
    constexpr std::size_t kHeader = 46;
    constexpr int kMostEntries = 20'000;
    Parts parts;
    for (int entry = 0; entry < kMostEntries; ++entry) {
        if (at > bytes.size() || bytes.substr(at, 4) != "PK\x01\x02"sv) break;
        const std::size_t name_bytes = number(bytes, at + 28, 2);
        const std::string_view name =
            bytes.substr(std::min(at + kHeader, bytes.size()), name_bytes);
        parts.types |= name == "[Content_Types].xml";
        parts.word |= name == "word/document.xml";
        parts.excel |= name == "xl/workbook.xml";
        parts.slides |= name == "ppt/presentation.xml";
        parts.macros |= name.ends_with("vbaProject.bin");
        at += kHeader + name_bytes + number(bytes, at + 30, 2) + number(bytes, at + 32, 2);
    }
    return parts;
}

std::optional<FileType> office_type_of(std::string_view bytes) {
    const auto directory = directory_of(bytes);
    if (!directory) return std::nullopt;
    const Parts parts = parts_of(bytes, *directory);
    if (!parts.types || parts.macros) return std::nullopt;
    // Exactly one of the three: a file that claims to be two is none.
    if (parts.word && !parts.excel && !parts.slides) return FileType::Docx;
    if (parts.excel && !parts.word && !parts.slides) return FileType::Xlsx;
    if (parts.slides && !parts.word && !parts.excel) return FileType::Pptx;
    return std::nullopt;
}

bool is_plain(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
}

}  // namespace

std::string_view word_of(FileType type) {
    return row_of(type).word;
}

std::string_view mime_of(FileType type) {
    return row_of(type).mime;
}

std::optional<FileType> file_type_of(std::string_view word) {
    for (const Row& row : kRows) {
        if (row.word == word) return row.type;
    }
    return std::nullopt;
}

std::optional<FileType> detect_file_type(std::string_view bytes) {
    // ISO 32000-1, 7.5.2 and 7.5.5: the header, and the word at the end of the file.
    if (bytes.starts_with("%PDF-"sv)) {
        const bool ends = bytes.rfind("%%EOF"sv) != std::string_view::npos;
        return ends ? std::optional(FileType::Pdf) : std::nullopt;
    }
    // ITU-T T.81, B.1.1.3: SOI, then a marker.
    if (bytes.starts_with("\xFF\xD8\xFF"sv)) return FileType::Jpg;
    // W3C PNG, 5.2 and 5.6: the signature, then IHDR.
    if (bytes.starts_with("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv)) return FileType::Png;
    if (bytes.starts_with("PK\x03\x04"sv)) return office_type_of(bytes);
    return std::nullopt;
}

std::string safe_file_name(std::string_view name, FileType type) {
    constexpr std::size_t kLongest = 60;
    const std::string ending = "." + std::string(word_of(type));
    if (name.ends_with(ending)) name.remove_suffix(ending.size());
    std::string safe;
    for (const char c : name) {
        if (safe.size() == kLongest) break;
        if (is_plain(c)) {
            safe += c;
        } else if (!safe.empty() && safe.back() != '_') {
            safe += '_';
        }
    }
    while (safe.ends_with('_') || safe.ends_with('-')) safe.pop_back();
    while (safe.starts_with('-')) safe.erase(0, 1);
    return (safe.empty() ? "bukti" : safe) + ending;
}

}  // namespace adapters
