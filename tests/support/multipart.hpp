#pragma once

#include <map>
#include <optional>
#include <string>

namespace support {

// The one file of a form.
struct UploadedFile {
    std::string field, name, mime, content;
};

struct MultipartForm {
    std::map<std::string, std::string> fields;
    std::optional<UploadedFile> file;
};

// A multipart/form-data body (RFC 7578), read strictly: every part once, at most one of them a
// file, its name of letters, digits and "._-" and not beginning with a dot, nothing before the
// first boundary and nothing behind the last. Nothing for anything else.
std::optional<MultipartForm> read_multipart(
    const std::string& content_type, const std::string& body
);

}  // namespace support
