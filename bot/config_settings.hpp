#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bot/config.hpp"

namespace bot {

// Reads the text into its member of Config. Gives back what was expected instead if it cannot:
// "address:port expected, as 127.0.0.1:8080".
using ReadSetting = std::optional<std::string_view> (*)(Config& config, std::string_view text);

struct Setting {
    SettingName name;
    ReadSetting read;
};

// The table that everything about the configuration is made from. Lives as long as the program.
const std::vector<Setting>& setting_table();

}  // namespace bot
