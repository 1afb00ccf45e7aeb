#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/hmac.hpp"

namespace adapters::whatsapp {

// What GET /{media_id} tells. The address lives five minutes and needs the token
// (https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media).
struct MediaInfo {
    std::string url;
    std::string mime;
    std::string sha256;  // as told: base64, hexadecimal in old samples, or empty
    std::optional<std::int64_t> size_bytes;
};

// An address cut in two, for HttpClient.
struct MediaAddress {
    std::string base;  // "https://host"
    std::string path;
};

// Nothing unless the address lies on one of the bases ("https://lookaside.fbsbx.com") and its path
// is_safe_path.
std::optional<MediaAddress> media_address(
    std::string_view url, const std::vector<std::string>& bases
);

// Whether the bytes have that hash. What is neither base64 nor hexadecimal of 32 bytes says nothing
// and is no contradiction (PLATFORMS.md section 7).
bool agrees_with(std::string_view told, const Sha256& digest);

// A multipart/form-data body (RFC 7578) of the fields of an upload. The file name in it is ours.
struct MultipartBody {
    std::string content_type;
    std::string bytes;
};
// `mime` must be letters, digits and "/.+-": nothing if it is not.
std::optional<MultipartBody> upload_body(std::string_view mime, std::string_view file);

}  // namespace adapters::whatsapp
