#pragma once

#include <cstdlib>
#include <string_view>

namespace support {

// Whether the run is the nightly one (SKPBOT_TEST_SIZE=nightly): the sizes S of RELIABILITY.md
// section 4, instead of those that fit beside the work.
inline bool is_nightly() {
    const char* size = std::getenv("SKPBOT_TEST_SIZE");
    return size != nullptr && std::string_view(size) == "nightly";
}

// One of two sizes.
inline long sized(long fast, long nightly) {
    return is_nightly() ? nightly : fast;
}

}  // namespace support
