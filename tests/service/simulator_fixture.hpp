#pragma once

#include <gtest/gtest.h>

#include <cstdio>
#include <string>

#include "tests/support/simulator_world.hpp"

namespace support {

// The simulator's routes with the real program behind them (ARCHITECTURE.md section 4): the phones
// of Siti and of Ratna, her superior.
class Simulator : public ::testing::Test {
protected:
    void TearDown() override {
        if (HasFailure()) std::puts(demo_.world.service().log_end().c_str());
    }

    std::string text(const std::string& sql) const {
        return query_text(demo_.world.database_url(), sql);
    }

    // Whether the newest message of the bot on that phone comes to be one of that kind.
    template <class Condition>
    bool newest_is(const std::string& phone, Condition condition) {
        return wait_until(
            [&] {
                const auto message = page_.newest(phone, "");
                return message && condition(*message);
            },
            std::chrono::seconds{20}
        );
    }

    SimulatorWorld demo_;
    SimulatorPage& page_ = demo_.page;
    const std::string& siti_ = demo_.siti;
    const std::string& ratna_ = demo_.ratna;
};

}  // namespace support
