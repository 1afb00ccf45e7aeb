#include "bot/cli/version.hpp"

namespace bot {

std::string_view version() {
    return SKPBOT_VERSION;
}

int run_version(std::ostream& out) {
    out << "skpbot " << version() << '\n';
    return 0;
}

}  // namespace bot
