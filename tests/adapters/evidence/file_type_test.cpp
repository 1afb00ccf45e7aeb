#include "adapters/evidence/file_type.hpp"

#include <gtest/gtest.h>

#include "tests/support/sample_files.hpp"

namespace {

using adapters::detect_file_type;
using adapters::FileType;
using std::string_literals::operator""s;

TEST(FileType, IsReadFromTheContentOfEveryKindThatIsTaken) {
    EXPECT_EQ(detect_file_type(support::sample_pdf("a")), FileType::Pdf);
    EXPECT_EQ(detect_file_type(support::sample_jpg("a")), FileType::Jpg);
    EXPECT_EQ(detect_file_type(support::sample_png("a")), FileType::Png);
    EXPECT_EQ(detect_file_type(support::sample_docx("a")), FileType::Docx);
    EXPECT_EQ(detect_file_type(support::sample_xlsx("a")), FileType::Xlsx);
    EXPECT_EQ(detect_file_type(support::sample_pptx("a")), FileType::Pptx);
}

TEST(FileType, RefusesEverythingElse) {
    const std::pair<const char*, std::string> refused[] = {
        {"empty", ""},
        {"elf",
         "\x7F"
         "ELF\x02\x01\x01"s},
        {"windows program", "MZ\x90\x00\x03"s},
        {"script", "#!/bin/sh\nrm -rf /\n"},
        {"html", "<!DOCTYPE html><script>alert(1)</script>"},
        {"svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='a()'/>"},
        {"text", "laporan bulan maret"},
        {"csv", "a,b\n=1+1,2\n"},
        {"gif", "GIF89a\x01\x00\x01\x00"s},
        {"webp", "RIFF\x1A\x00\x00\x00WEBPVP8 "s},
        {"mp4",
         "\x00\x00\x00\x18"
         "ftypmp42"s},
        {"ogg", "OggS\x00\x02"s},
        {"mp3", "ID3\x04\x00"s},
        {"gzip", "\x1F\x8B\x08\x00"s},
        {"old word", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s},
        {"pdf without an end", "%PDF-1.4\nhalf of it"},
        {"pdf not at the beginning", "<html>\n" + support::sample_pdf("a")},
        {"png without its header", "\x89PNG\r\n\x1A\n"s},
        {"zip", support::sample_zip({"a.txt"}, "x")},
        {"odt", support::sample_zip({"mimetype", "content.xml"}, "x")},
        {"apk", support::sample_zip({"AndroidManifest.xml", "classes.dex"}, "x")},
        {"zip with a part but no types", support::sample_zip({"word/document.xml"}, "x")},
        {"docx with macros",
         support::sample_zip(
             {"[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"}, "x"
         )},
        {"two kinds at once",
         support::sample_zip({"[Content_Types].xml", "word/document.xml", "xl/workbook.xml"}, "x")},
        {"zip without a directory",
         "PK\x03\x04"
         "word/document.xml[Content_Types].xml"s},
        {"zip cut off", support::sample_docx("a").substr(0, 100)},
        {"directory that points at itself",
         "PK\x03\x04"s + "PK\x05\x06"s + std::string(18, '\x7F')},
    };
    for (const auto& [what, bytes] : refused) {
        EXPECT_EQ(detect_file_type(bytes), std::nullopt) << what;
    }
}

TEST(FileType, SurvivesEveryCutOfAnOfficeFile) {
    const std::string whole = support::sample_xlsx("isi");
    for (std::size_t length = 0; length < whole.size(); ++length) {
        EXPECT_EQ(detect_file_type(whole.substr(0, length)), std::nullopt) << length;
    }
}

TEST(SafeFileName, KeepsLettersAndGivesTheEndingOfTheContent) {
    using adapters::safe_file_name;
    EXPECT_EQ(safe_file_name("Laporan TW I.pdf", FileType::Pdf), "Laporan_TW_I.pdf");
    EXPECT_EQ(safe_file_name("laporan.exe", FileType::Pdf), "laporan_exe.pdf");
    EXPECT_EQ(safe_file_name("../../etc/passwd", FileType::Jpg), "etc_passwd.jpg");
    EXPECT_EQ(safe_file_name("a\"\r\nX-Header: b", FileType::Png), "a_X-Header_b.png");
    EXPECT_EQ(safe_file_name("\xE2\x80\xAE\x66\x64\x70.docx", FileType::Docx), "fdp.docx");
    EXPECT_EQ(safe_file_name("-rf", FileType::Pdf), "rf.pdf");
    EXPECT_EQ(safe_file_name("..", FileType::Pdf), "bukti.pdf");
    EXPECT_EQ(safe_file_name("", FileType::Xlsx), "bukti.xlsx");
    EXPECT_EQ(safe_file_name(std::string(500, 'a'), FileType::Pdf), std::string(60, 'a') + ".pdf");
}

}  // namespace
