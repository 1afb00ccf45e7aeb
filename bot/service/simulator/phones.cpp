#include "bot/service/simulator/phones.hpp"

#include "bot/service/simulator/shapes.hpp"

namespace bot::simulator {
namespace {

using storage::Kabar;
using storage::SimulatorStore;

constexpr int kConnections = 4;

Kabar clock_news() {
    return {.jenis = "jam", .pesan_id = std::nullopt, .isi = ""};
}

}  // namespace

Phones::Phones(const std::string& database_url, World world)
    : world_(world), pool_(database_url, storage::ConnectionRole::Simulator, kConnections) {}

void Phones::news_for_all() {
    world_.told.notify();
    world_.handed_in.notify();
}

std::int64_t Phones::keep_file(const storage::BerkasPonsel& file) {
    return with_transaction([&](storage::Transaction& transaction) {
        return SimulatorStore(transaction).add_file(file);
    });
}

std::optional<storage::BerkasPonsel> Phones::file(std::int64_t id) {
    return with_transaction([&](storage::Transaction& transaction) {
        return SimulatorStore(transaction).file(id);
    });
}

std::vector<storage::PesanPonsel> Phones::messages(
    std::string_view address, std::optional<std::int64_t> below, int most
) {
    return with_transaction([&](storage::Transaction& transaction) {
        return SimulatorStore(transaction).messages(address, below, most + 1);
    });
}

std::vector<storage::ToldKabar> Phones::told_behind(std::int64_t number, int most) {
    return with_transaction([&](storage::Transaction& transaction) {
        return SimulatorStore(transaction).told_behind(number, most);
    });
}

storage::SimulatorState Phones::state() {
    return with_transaction([](storage::Transaction& transaction) {
        return SimulatorStore(transaction).state();
    });
}

void Phones::turn_to(adapters::simulator::Look look) {
    with_transaction([&](storage::Transaction& transaction) {
        SimulatorStore store(transaction);
        store.set_look(adapters::simulator::word_of(look));
        store.tell({clock_news()});
        return true;
    });
    world_.look.turn_to(look);
    world_.told.notify();
}

void Phones::clock_moved() {
    with_transaction([&](storage::Transaction& transaction) {
        SimulatorStore store(transaction);
        store.keep_clock(now());
        store.tell({clock_news()});
        return true;
    });
    world_.told.notify();
}

void Phones::tell(const std::vector<Kabar>& news) {
    with_transaction([&](storage::Transaction& transaction) {
        SimulatorStore(transaction).tell(news);
        return true;
    });
    world_.told.notify();
}

void Phones::note(std::string_view kind, std::string_view text, std::string_view address) {
    tell({simulator::note(kind, text, address, now())});
}

}  // namespace bot::simulator
