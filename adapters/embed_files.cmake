# Writes OUTPUT: every file of web/ and every whatsapp/templates/*.json below ROOT as {"<name>", bytes},
# sorted by name. Bytes as numbers: the files may hold anything, and a literal has a longest length.
file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/web/* ${ROOT}/whatsapp/templates/*.json)
list(SORT files)
set(arrays "")
set(rows "")
set(number 0)
foreach(name IN LISTS files)
  file(READ ${ROOT}/${name} hex HEX)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
  # One more byte, so that an empty file is an array too; it is not counted.
  string(APPEND arrays "constexpr unsigned char kFile${number}[] = {${bytes}0};\n")
  string(APPEND rows "    {\"${name}\", text(kFile${number})},\n")
  math(EXPR number "${number} + 1")
endforeach()
file(WRITE ${OUTPUT}.new "// Made from the files of web/ and whatsapp/templates/ by embed_files.cmake.
#include \"adapters/embedded_files.hpp\"

#include <array>
#include <cstddef>

namespace adapters {
namespace {
${arrays}
template <std::size_t Size>
std::string_view text(const unsigned char (&bytes)[Size]) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
    return {reinterpret_cast<const char*>(bytes), Size - 1};
}
const EmbeddedFile kFiles[] = {
${rows}};
}  // namespace

std::span<const EmbeddedFile> embedded_files() { return kFiles; }
}  // namespace adapters
")
file(COPY_FILE ${OUTPUT}.new ${OUTPUT} ONLY_IF_DIFFERENT)
file(TOUCH ${OUTPUT})
