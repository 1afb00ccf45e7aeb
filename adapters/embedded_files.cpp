#include "adapters/embedded_files.hpp"

namespace adapters {

std::optional<std::string_view> embedded_file(std::string_view name) {
    for (const EmbeddedFile& file : embedded_files()) {
        if (file.name == name) return file.content;
    }
    return std::nullopt;
}

}  // namespace adapters
