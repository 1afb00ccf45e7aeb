#include "bot/berkas.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include "adapters/utf.hpp"

namespace bot {
namespace {

// The fields stand in a line each; none of them may hold one.
std::string one_line(std::string_view text) {
    std::string line = adapters::clean_text(text);
    std::ranges::replace(line, '\n', ' ');
    return line;
}

std::string_view kata(adapters::FileKind kind) {
    switch (kind) {
        case adapters::FileKind::Photo:
            return "foto";
        case adapters::FileKind::Document:
            return "dokumen";
        case adapters::FileKind::Audio:
        case adapters::FileKind::Video:
            return "lain";
    }
    std::abort();
}

BerkasMasuk::Jenis kind_of(std::string_view word) {
    if (word == "foto") return BerkasMasuk::Jenis::Foto;
    return word == "lain" ? BerkasMasuk::Jenis::Lain : BerkasMasuk::Jenis::Dokumen;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (true) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return lines;
        text.remove_prefix(end + 1);
    }
}

}  // namespace

std::string encode_file(const adapters::File& file) {
    return one_line(file.reference) + '\n' + std::string(kata(file.kind)) + '\n' +
           one_line(file.name) + '\n' + std::to_string(file.size_bytes.value_or(0)) + '\n' +
           one_line(file.album);
}

BerkasMasuk decode_file(std::string_view detail) {
    const auto lines = lines_of(detail);
    BerkasMasuk file;
    file.rujukan = lines[0];
    constexpr std::size_t kFields = 5;
    if (lines.size() != kFields) return file;
    file.jenis = kind_of(lines[1]);
    file.nama = lines[2];
    std::from_chars(lines[3].data(), lines[3].data() + lines[3].size(), file.ukuran);
    file.album = lines[4];
    return file;
}

}  // namespace bot
