#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/simulator/look.hpp"
#include "bot/clock.hpp"
#include "bot/service/connection_pool.hpp"
#include "bot/service/signal.hpp"
#include "bot/service/simulator/faults.hpp"
#include "storage/simulator_store.hpp"

namespace bot::simulator {

// So many persons have a phone.
inline constexpr int kMostPersons = 200;

// The simulated phones and what happens around them. Everything lies in PostgreSQL, so a process
// that is killed loses nothing. What people do with their phones is in person.hpp, what the bot
// does in bot_side.hpp. Shared by all threads; each call throws storage::Outage if the database
// cannot be asked.
class Phones {
public:
    // What it works with; outlives it.
    struct World {
        const DemoClock& clock;
        adapters::simulator::LookSwitch& look;
        Faults& faults;
        Signal& told;       // something new for the page
        Signal& handed_in;  // something for the bot
    };
    Phones(const std::string& database_url, World world);

    std::int64_t keep_file(const storage::BerkasPonsel& file);
    std::optional<storage::BerkasPonsel> file(std::int64_t id);

    // One more than `most` if there are more.
    std::vector<storage::PesanPonsel> messages(
        std::string_view address, std::optional<std::int64_t> below, int most
    );
    std::vector<storage::ToldKabar> told_behind(std::int64_t number, int most);
    storage::SimulatorState state();

    void turn_to(adapters::simulator::Look look);
    // After the clock was moved.
    void clock_moved();
    void tell(const std::vector<storage::Kabar>& news);
    void note(std::string_view kind, std::string_view text, std::string_view address);

    // After a commit with something new: in the page's news, or for the bot too.
    void news() { world_.told.notify(); }
    void news_for_all();

    // Runs `call(storage::Transaction&)` and commits.
    template <class Call>
    auto with_transaction(Call call) {
        return pool_.with([&](storage::Connection& connection) {
            storage::Transaction transaction(connection);
            auto result = call(transaction);
            transaction.commit();
            return result;
        });
    }

    [[nodiscard]] domain::Instant now() const { return world_.clock.now(); }
    [[nodiscard]] adapters::simulator::Look look() const { return world_.look.now(); }
    Faults& faults() { return world_.faults; }

private:
    World world_;
    ConnectionPool pool_;
};

}  // namespace bot::simulator
