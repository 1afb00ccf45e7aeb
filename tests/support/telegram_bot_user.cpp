#include "tests/support/telegram_bot_user.hpp"

namespace support {

boost::json::object telegram_bot_user() {
    return {
        {"id", 7000000001},
        {"is_bot", true},
        {"first_name", "Bot SKP"},
        {"username", "contoh_skp_bot"}};
}

}  // namespace support
