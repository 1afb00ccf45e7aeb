#include "tests/support/multipart.hpp"

#include <regex>

namespace support {

namespace {

bool read_part(const std::string& head, std::string content, MultipartForm& form) {
    static const std::regex kField(R"re(Content-Disposition: form-data; name="([a-z_]+)")re");
    static const std::regex kFile(
        R"re(Content-Disposition: form-data; name="([a-z_]+)"; )re"
        R"re(filename="([A-Za-z0-9_-][A-Za-z0-9._-]*)"\r\nContent-Type: ([a-z]+/[A-Za-z0-9.+-]+))re"
    );
    std::smatch parts;
    if (std::regex_match(head, parts, kField)) {
        return form.fields.emplace(parts[1], std::move(content)).second;
    }
    if (!std::regex_match(head, parts, kFile) || form.file) return false;
    form.file = UploadedFile{parts[1], parts[2], parts[3], std::move(content)};
    return true;
}

}  // namespace

std::optional<MultipartForm> read_multipart(
    const std::string& content_type, const std::string& body
) {
    static const std::regex kType(R"(multipart/form-data; boundary=([A-Za-z0-9_-]{10,70}))");
    std::smatch parts;
    if (!std::regex_match(content_type, parts, kType)) return std::nullopt;
    const std::string boundary = "--" + parts[1].str();
    const std::string between = "\r\n" + boundary;
    if (body.compare(0, boundary.size(), boundary) != 0) return std::nullopt;
    MultipartForm form;
    std::size_t at = boundary.size();
    while (body.compare(at, 2, "\r\n") == 0) {
        const std::size_t head_end = body.find("\r\n\r\n", at);
        const std::size_t end = body.find(between, at);
        if (head_end == std::string::npos || end == std::string::npos || head_end > end) {
            return std::nullopt;
        }
        const std::string head = body.substr(at + 2, head_end - at - 2);
        if (!read_part(head, body.substr(head_end + 4, end - head_end - 4), form)) {
            return std::nullopt;
        }
        at = end + between.size();
    }
    if (body.substr(at) != "--\r\n") return std::nullopt;
    return form;
}

}  // namespace support
