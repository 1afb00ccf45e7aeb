#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "tests/support/bot_world.hpp"
#include "tests/support/simulator_page.hpp"
#include "tests/support/wait.hpp"

namespace support {

inline constexpr char kSimulatorClock[] = "2026-04-27T08:00:00+07:00";
inline constexpr char kNipSiti[] = "199203152015032904";
inline constexpr char kNipRatna[] = "198204122006042902";

// The demo with its sample people and the page in front of it, paced as it is for people unless the
// environment says otherwise. For one thread.
struct SimulatorWorld {
    explicit SimulatorWorld(
        std::vector<std::string> further_arguments = {},
        std::string cluster_url = "",
        Environment environment = {}
    )
        : world(
              {.staff = 1,
               .cluster_url = std::move(cluster_url),
               .serve_arguments = with_clock(std::move(further_arguments)),
               .environment = std::move(environment),
               .import_folder = SKPBOT_SOURCE_DIR "/bot/demo"}
          ),
          page(world.service().port()),
          siti(page.phone_of(kNipSiti)),
          ratna(page.phone_of(kNipRatna)) {}

    bool is_told(const std::string& phone, const std::string& words, int times = 1) {
        return wait_until(
            [&] { return page.told(phone, words) >= times; },
            std::chrono::seconds{30},
            std::chrono::milliseconds{50}
        );
    }

    // Nothing is on its way any more, in either direction.
    bool comes_to_rest() {
        return wait_until(
            [&] {
                return count("SELECT count(*) FROM simulator_antar") == 0 &&
                       world.wait_until_at_rest(std::chrono::seconds{1});
            },
            std::chrono::seconds{60},
            std::chrono::milliseconds{50}
        );
    }

    [[nodiscard]] long count(const std::string& sql) const {
        return query_number(world.database_url(), sql);
    }

    BotWorld world;
    SimulatorPage page;
    std::string siti, ratna;

private:
    static std::vector<std::string> with_clock(std::vector<std::string> further) {
        std::vector<std::string> arguments{"--demo", "--clock", kSimulatorClock};
        arguments.insert(arguments.end(), further.begin(), further.end());
        return arguments;
    }
};

}  // namespace support
