# Writes OUTPUT: the word lists of ROOT as constants of the program.
file(READ ${ROOT}/ejaan.txt ejaan)
file(READ ${ROOT}/kosakata.txt kosakata)
file(WRITE ${OUTPUT}.new "// Made from the word lists by embed_lexicon.cmake.
#include \"bot/conversation/language/lexicon_data.hpp\"

namespace bot {

std::string_view ejaan_file() { return R\"list(${ejaan})list\"; }
std::string_view kosakata_file() { return R\"list(${kosakata})list\"; }

}  // namespace bot
")
file(COPY_FILE ${OUTPUT}.new ${OUTPUT} ONLY_IF_DIFFERENT)
file(TOUCH ${OUTPUT})
