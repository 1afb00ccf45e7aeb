#include "bot/cli/platform_failure.hpp"

#include "bot/cli/exit_codes.hpp"

namespace bot {

std::string on_one_line(std::string_view text) {
    std::string line(text);
    for (char& c : line) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    }
    return line;
}

int tell_failure(std::ostream& err, std::string_view call, const adapters::ApiError& error) {
    err << "skpbot: " << call << ": ";
    if (error.code != 0) err << error.code << ' ';
    err << on_one_line(error.description) << '\n';
    return kExitFailed;
}

}  // namespace bot
