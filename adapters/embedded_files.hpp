#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace adapters {

// A file that was made part of the program when it was built (embed_files.cmake). Lives as long as
// the program.
struct EmbeddedFile {
    std::string_view name;  // below adapters/: "web/simulator/index.html"
    std::string_view content;
};

// All of them, by name: the pages of web/ and the message templates of whatsapp/templates/.
std::span<const EmbeddedFile> embedded_files();

// The content of the file of that name; nothing if there is none. Any thread.
std::optional<std::string_view> embedded_file(std::string_view name);

}  // namespace adapters
