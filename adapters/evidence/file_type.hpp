#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace adapters {

// The files that may be evidence (DOMAIN.md section 4, bukti dukung).
enum class FileType { Jpg, Png, Pdf, Docx, Xlsx, Pptx };

// "pdf": the word in the database and the ending of a name.
std::string_view word_of(FileType type);
std::optional<FileType> file_type_of(std::string_view word);

// "application/pdf"
std::string_view mime_of(FileType type);

// What the bytes of a whole file are, by their content alone; nothing for everything else, also for
// office files with macros, ZIP files of other kinds, and files that only begin like one of these.
// Of a ZIP only the directory at its end is read. Never throws on any bytes.
std::optional<FileType> detect_file_type(std::string_view bytes);

// A name under which a file can go out: letters, digits, '.', '_' and '-' of what a person called
// it, and the ending of its type. "Laporan TW I.pdf" becomes "Laporan_TW_I.pdf".
std::string safe_file_name(std::string_view name, FileType type);

}  // namespace adapters
