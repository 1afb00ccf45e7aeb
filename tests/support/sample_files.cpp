#include "tests/support/sample_files.hpp"

#include <cstdint>

namespace support {

namespace {

using std::string_literals::operator""s;

// The CRC-32 of ZIP and PNG (ISO 3309).
std::uint32_t crc_of(const std::string& bytes) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = crc >> 1U ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

std::string little(std::uint32_t value, int width) {
    std::string bytes;
    for (int i = 0; i < width; ++i)
        bytes += static_cast<char>(value >> (8U * static_cast<unsigned>(i)));
    return bytes;
}

std::string big(std::uint32_t value) {
    const std::string bytes = little(value, 4);
    return {bytes.rbegin(), bytes.rend()};
}

std::string chunk(const std::string& type, const std::string& content) {
    return big(static_cast<std::uint32_t>(content.size())) + type + content +
           big(crc_of(type + content));
}

}  // namespace

std::string sample_pdf(const std::string& text) {
    return "%PDF-1.4\n1 0 obj <</Type/Catalog>> endobj\n% " + text +
           "\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";
}

std::string sample_jpg(const std::string& text) {
    const std::string comment = little(0, 0) + text;
    return "\xFF\xD8\xFF\xE0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"s + "\xFF\xFE"s +
           static_cast<char>((comment.size() + 2) >> 8U) + static_cast<char>(comment.size() + 2) +
           comment + "\xFF\xD9"s;
}

std::string sample_png(const std::string& text) {
    const std::string header = big(1) + big(1) + "\x08\x00\x00\x00\x00"s;
    // One grey pixel: a stored block of zlib (RFC 1950, 1951).
    const std::string pixel = "\x78\x01\x01\x02\x00\xFD\xFF\x00\x00\x00\x02\x00\x01"s;
    return "\x89PNG\r\n\x1A\n"s + chunk("IHDR", header) + chunk("tEXt", "Comment\0"s + text) +
           chunk("IDAT", pixel) + chunk("IEND", "");
}

std::string sample_zip(const std::vector<std::string>& names, const std::string& text) {
    std::string files, directory;
    for (const std::string& name : names) {
        const auto size = static_cast<std::uint32_t>(text.size());
        const std::string about = little(20, 2) + little(0, 2) + little(0, 2) + little(0, 4) +
                                  little(crc_of(text), 4) + little(size, 4) + little(size, 4) +
                                  little(static_cast<std::uint32_t>(name.size()), 2) + little(0, 2);
        directory += "PK\x01\x02"s + little(20, 2) + about + little(0, 2) + little(0, 2) +
                     little(0, 2) + little(0, 4) +
                     little(static_cast<std::uint32_t>(files.size()), 4) + name;
        files += "PK\x03\x04"s + about + name + text;
    }
    const auto count = static_cast<std::uint32_t>(names.size());
    return files + directory + "PK\x05\x06"s + little(0, 4) + little(count, 2) + little(count, 2) +
           little(static_cast<std::uint32_t>(directory.size()), 4) +
           little(static_cast<std::uint32_t>(files.size()), 4) + little(0, 2);
}

std::string sample_docx(const std::string& text) {
    return sample_zip({"[Content_Types].xml", "_rels/.rels", "word/document.xml"}, text);
}
std::string sample_xlsx(const std::string& text) {
    return sample_zip({"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"}, text);
}
std::string sample_pptx(const std::string& text) {
    return sample_zip({"[Content_Types].xml", "_rels/.rels", "ppt/presentation.xml"}, text);
}

}  // namespace support
