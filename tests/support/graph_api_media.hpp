#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "tests/support/graph_api_error.hpp"

namespace support {

using GraphTime = std::chrono::system_clock::time_point;

// One part of a multipart/form-data body (RFC 7578).
struct FormPart {
    std::string name{};
    std::string file_name{};
    std::string content_type{};
    std::string bytes{};
};
// Nothing if the body is none, by the boundary that the content type names.
std::optional<std::map<std::string, FormPart>> form_parts(
    std::string_view content_type, std::string_view body
);

struct GraphMedia {
    std::string mime{};
    std::string bytes{};
    GraphTime until{};  // uploads live 30 days, files of persons 7
};

// The files of the stand-in, by id. Not for several threads at once.
class GraphMediaStore {
public:
    std::string add(GraphMedia media);
    // Nothing if it is unknown or too old.
    [[nodiscard]] const GraphMedia* find(const std::string& id, GraphTime now) const;

private:
    std::map<std::string, GraphMedia> media_;
    std::int64_t next_id_ = 1166846181421424;
};

// Why POST /{phone_id}/media would refuse the parts: unknown ones, a type that is not allowed or
// not the file's, a file above the limit of its kind (PLATFORMS.md section 4.2).
GraphRefusal why_upload_refused(const std::map<std::string, FormPart>& parts);

// SHA-256 in hexadecimal.
std::string hex_sha256(std::string_view bytes);

}  // namespace support
