#pragma once

#include <string>
#include <vector>

namespace support {

// Small whole files, made here: what a phone or an office program would send. Every call with
// another `text` gives another content.
std::string sample_pdf(const std::string& text);
std::string sample_jpg(const std::string& text);
std::string sample_png(const std::string& text);

// A ZIP of stored entries with these names, each with `text` in it.
std::string sample_zip(const std::vector<std::string>& names, const std::string& text);
std::string sample_docx(const std::string& text);
std::string sample_xlsx(const std::string& text);
std::string sample_pptx(const std::string& text);

}  // namespace support
