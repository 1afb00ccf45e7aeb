#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/simulator/act.hpp"
#include "adapters/simulator/look.hpp"
#include "bot/clock.hpp"
#include "bot/service/connection_pool.hpp"
#include "bot/service/signal.hpp"
#include "bot/service/simulator/faults.hpp"
#include "domain/hasil.hpp"
#include "storage/simulator_store.hpp"

namespace bot::simulator {

// So many persons have a phone.
inline constexpr int kMostPersons = 200;

// Why something cannot be done: a status of HTTP and the sentence for the person.
struct Refused {
    int status = 400;
    std::string sentence;
};

// A file that a person hands to his phone.
struct NewBerkas {
    std::string nama;
    bool as_photo = false;
    std::string keterangan;
    std::optional<std::int64_t> balasan;
    std::string isi;
};

// The simulated platform: its phones, and what it owes the bot. Everything lies in PostgreSQL, so a
// process that is killed loses nothing; every act is one transaction. Shared by all threads; each
// call throws storage::Outage if the database cannot be asked.
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

    // What a person does. The id of the message that it makes; 0 if it makes none.
    using Done = domain::Result<std::int64_t, Refused>;
    Done write(
        const std::string& address, const std::string& text, std::optional<std::int64_t> reply_to
    );
    Done press(const std::string& address, std::int64_t message, const std::string& handle);
    Done react(const std::string& address, std::int64_t message, const std::string& emoji);
    Done share_contact(const std::string& address);
    Done hand_in(const std::string& address, NewBerkas file);
    void mark_read(const std::string& address);

    // What the bot sends. Shown once per mark; 409 if the window of WhatsApp's look is closed.
    struct FromBot {
        std::string address, mark, shown;
        std::optional<std::int64_t> reply_to;
        bool approved_words = false;  // of a template
    };
    Done show(const FromBot& message);
    void seen(std::int64_t message);
    void remove_buttons(const std::string& address, std::int64_t message);

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
    // Something was told by with_transaction().
    void news() { world_.told.notify(); }
    void note(std::string_view kind, std::string_view text, std::string_view address);

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

private:
    struct Deed {
        std::string address;
        adapters::Content content;
        std::optional<std::int64_t> reply_to{};
        std::string shown{};  // of the message that it makes; empty: it makes none
        std::optional<storage::Kabar> also{};
        std::string word;  // for the log: "Pesan"
    };
    std::int64_t do_deed(storage::Transaction& transaction, const Deed& deed);
    void hand_over(
        storage::SimulatorStore& store,
        const std::string& address,
        std::optional<std::int64_t> message,
        const std::string& body
    );
    bool window_is_open(storage::SimulatorStore& store, const std::string& address) const;

    World world_;
    ConnectionPool pool_;
};

}  // namespace bot::simulator
