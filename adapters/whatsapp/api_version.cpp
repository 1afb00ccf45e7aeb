#include "adapters/whatsapp/api_version.hpp"

#include <array>
#include <utility>

namespace adapters::whatsapp {

std::optional<domain::Tanggal> last_day_of_version(std::string_view api) {
    using std::chrono::year;
    static constexpr std::array<std::pair<std::string_view, std::chrono::year_month_day>, 3>
        kLastDays{
            {{"v23.0", year{2027} / 10 / 8},
             {"v24.0", year{2028} / 2 / 18},
             {"v25.0", year{2028} / 7 / 29}}};
    const std::string_view version = api.substr(api.rfind('/') + 1);
    for (const auto& [name, day] : kLastDays) {
        if (version == name) return std::chrono::local_days{day};
    }
    return std::nullopt;
}

}  // namespace adapters::whatsapp
