#include "tests/support/graph_api_media.hpp"

#include <openssl/sha.h>

#include <array>

namespace support {

namespace {

constexpr std::size_t kImageBytes = std::size_t{5} * 1024 * 1024;
constexpr std::size_t kDocumentBytes = std::size_t{100} * 1024 * 1024;

// The value of `name="…"` in a header line; empty if it has none.
std::string quoted(std::string_view line, std::string_view name) {
    const std::string begin = " " + std::string(name) + "=\"";
    const auto at = line.find(begin);
    if (at == std::string_view::npos) return {};
    const auto rest = line.substr(at + begin.size());
    return std::string(rest.substr(0, rest.find('"')));
}

std::string field(std::string_view head, std::string_view name) {
    const auto at = head.find(name);
    if (at == std::string_view::npos) return {};
    const auto rest = head.substr(at + name.size());
    return std::string(rest.substr(0, rest.find("\r\n")));
}

}  // namespace

std::optional<std::map<std::string, FormPart>> form_parts(
    std::string_view content_type, std::string_view body
) {
    constexpr std::string_view kType = "multipart/form-data; boundary=";
    if (!content_type.starts_with(kType)) return std::nullopt;
    const std::string boundary = "--" + std::string(content_type.substr(kType.size()));
    std::map<std::string, FormPart> parts;
    while (body.starts_with(boundary)) {
        body.remove_prefix(boundary.size());
        if (body == "--\r\n" || body == "--") return parts;
        const auto head_end = body.find("\r\n\r\n");
        const auto end = body.find("\r\n" + boundary);
        if (!body.starts_with("\r\n") || head_end == std::string_view::npos ||
            end == std::string_view::npos || end < head_end + 4)
            return std::nullopt;
        const auto head = body.substr(0, head_end);
        const std::string disposition = field(head, "Content-Disposition: form-data;");
        FormPart part{
            .name = quoted(disposition, "name"),
            .file_name = quoted(disposition, "filename"),
            .content_type = field(head, "Content-Type: "),
            .bytes = std::string(body.substr(head_end + 4, end - head_end - 4))};
        if (part.name.empty() || !parts.emplace(part.name, part).second) return std::nullopt;
        body.remove_prefix(end + 2);
    }
    return std::nullopt;
}

std::string GraphMediaStore::add(GraphMedia media) {
    const std::string id = std::to_string(next_id_++);
    media_[id] = std::move(media);
    return id;
}

const GraphMedia* GraphMediaStore::find(const std::string& id, GraphTime now) const {
    const auto found = media_.find(id);
    return found == media_.end() || found->second.until < now ? nullptr : &found->second;
}

GraphRefusal why_upload_refused(const std::map<std::string, FormPart>& parts) {
    static const std::map<std::string, std::size_t> kLimits = {
        {"image/jpeg", kImageBytes},
        {"image/png", kImageBytes},
        {"application/pdf", kDocumentBytes},
        {"text/plain", kDocumentBytes},
        {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", kDocumentBytes},
        {"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
         kDocumentBytes}};
    for (const auto& [name, part] : parts)
        if (name != "messaging_product" && name != "type" && name != "file")
            return unexpected_key(name, "media");
    for (const char* name : {"messaging_product", "type", "file"})
        if (!parts.contains(name)) return missing(name);
    if (parts.at("messaging_product").bytes != "whatsapp")
        return bad_value("messaging_product must be whatsapp");
    const FormPart& file = parts.at("file");
    const std::string& type = parts.at("type").bytes;
    const auto limit = kLimits.find(type);
    if (limit == kLimits.end() || file.content_type != type)
        return GraphError{
            .code = 100, .message = "Param file must be a file with one of the allowed types"};
    if (file.file_name.empty()) return missing("file['filename']");
    if (file.bytes.empty() || file.bytes.size() > limit->second)
        return GraphError{.code = 100, .message = "Invalid parameter", .details = "File size"};
    return std::nullopt;
}

std::string hex_sha256(std::string_view bytes) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : digest) {
        text += kDigits[byte >> 4U];
        text += kDigits[byte & 15U];
    }
    return text;
}

}  // namespace support
