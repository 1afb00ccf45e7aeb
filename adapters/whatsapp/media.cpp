#include "adapters/whatsapp/media.hpp"

#include <algorithm>

#include "adapters/http_client.hpp"

namespace adapters::whatsapp {
namespace {

constexpr std::size_t kBase64Length = 44;
constexpr std::size_t kHexLength = 64;

std::string base64(const Sha256& digest) {
    std::string text = base64url(digest);
    std::replace(text.begin(), text.end(), '-', '+');
    std::replace(text.begin(), text.end(), '_', '/');
    return text + "=";
}

std::string lower(std::string_view text) {
    std::string lowered(text);
    for (char& c : lowered) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lowered;
}

bool is_hex(std::string_view text) {
    return text.size() == kHexLength &&
           text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

bool is_base64(std::string_view text) {
    return text.size() == kBase64Length && text.back() == '=' &&
           std::all_of(text.begin(), text.end() - 1, [](char c) {
               return c == '+' || c == '/' ||
                      (is_safe_token({&c, 1}) && c != '_' && c != '.' && c != ':' && c != '-');
           });
}

bool is_mime(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return c == '/' || c == '+' || (is_safe_token({&c, 1}) && c != ':');
    });
}

void append_field(std::string& body, std::string_view boundary, std::string_view head) {
    body.append("--").append(boundary).append("\r\nContent-Disposition: form-data; ").append(head);
}

}  // namespace

std::optional<MediaAddress> media_address(
    std::string_view url, const std::vector<std::string>& bases
) {
    for (const std::string& base : bases) {
        if (base.empty() || !url.starts_with(base)) continue;
        const std::string_view path = url.substr(base.size());
        if (is_safe_path(path)) return MediaAddress{base, std::string(path)};
    }
    return std::nullopt;
}

bool agrees_with(std::string_view told, const Sha256& digest) {
    if (is_hex(told)) return lower(told) == hex(digest);
    if (is_base64(told)) return told == base64(digest);
    return true;
}

std::optional<MultipartBody> upload_body(std::string_view mime, std::string_view file) {
    if (!is_mime(mime)) return std::nullopt;
    constexpr std::size_t kBoundaryBytes = 16;
    const std::string boundary = "skpbot-" + base64url(random_bytes(kBoundaryBytes));
    std::string body;
    append_field(body, boundary, "name=\"messaging_product\"\r\n\r\nwhatsapp\r\n");
    append_field(body, boundary, "name=\"type\"\r\n\r\n");
    body.append(mime).append("\r\n");
    append_field(body, boundary, "name=\"file\"; filename=\"berkas\"\r\nContent-Type: ");
    body.append(mime).append("\r\n\r\n").append(file);
    body.append("\r\n--").append(boundary).append("--\r\n");
    return MultipartBody{"multipart/form-data; boundary=" + boundary, std::move(body)};
}

}  // namespace adapters::whatsapp
