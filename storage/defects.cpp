#include "storage/defects.hpp"

#ifdef SKPBOT_DEFECTS

#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <string>

namespace storage {
namespace {

std::string from_environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

}  // namespace

bool has_defect(std::string_view name) {
    static const std::string chosen = from_environment("DEFECT");
    return chosen == name;
}

void pass_kill_point(std::string_view name) {
    static const std::string chosen = from_environment("KILL_AT");
    static const std::size_t colon = chosen.find(':');
    static const int wanted = colon == std::string::npos ? 1 : std::atoi(&chosen[colon + 1]);
    static std::atomic<int> passed{0};
    if (chosen.substr(0, colon) != name) return;
    if (++passed == wanted) ::kill(::getpid(), SIGKILL);
}

}  // namespace storage

#endif
