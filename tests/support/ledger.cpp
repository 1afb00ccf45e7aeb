#include "tests/support/ledger.hpp"

#include <algorithm>
#include <cctype>

namespace support {

bool contains_words(std::string_view text, std::string_view words) {
    const auto same = [](char left, char right) {
        return std::tolower(static_cast<unsigned char>(left)) ==
               std::tolower(static_cast<unsigned char>(right));
    };
    return std::search(text.begin(), text.end(), words.begin(), words.end(), same) != text.end();
}

}  // namespace support
