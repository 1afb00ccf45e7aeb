#include "bot/service/simulator/simulator.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <boost/json/serialize.hpp>
#include <fstream>

#include "adapters/hmac.hpp"
#include "adapters/simulator/client.hpp"
#include "bot/service/http_syntax.hpp"
#include "bot/service/simulator/page_state.hpp"
#include "bot/service/simulator/routes.hpp"
#include "bot/service/simulator/shapes.hpp"

namespace bot::simulator {
namespace {

constexpr std::size_t kSecretBytes = 32;

std::string local_address(std::string_view listen, std::uint16_t port) {
    std::string host(without_port(listen));
    if (host == "0.0.0.0") host = "127.0.0.1";
    if (host == "[::]") host = "[::1]";
    return fmt::format("http://{}:{}", host, port);
}

}  // namespace

Simulator::Simulator(const std::string& database_url, DemoClock& clock, std::string requests)
    : clock_(clock),
      requests_(std::move(requests)),
      secret_(adapters::hex(adapters::random_bytes(kSecretBytes))),
      platform_(secret_),
      phones_(database_url, {clock_, look_, faults_, told_, handed_in_}),
      feed_(
          phones_, [this] { return boost::json::serialize(page_state(phones_)); }, told_
      ) {}

void Simulator::restore() {
    const auto kept = phones_.state();
    if (const auto look = adapters::simulator::look_of(kept.tampilan)) look_.turn_to(*look);
    if (kept.jam && kept.jam_sejak) {
        const auto passed =
            std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now()
            ) -
            *kept.jam_sejak;
        // One that was started later already stays there.
        clock_.advance_to(*kept.jam + passed);
    }
    phones_.clock_moved();
    if (kept.urutan > 0) phones_.note("gangguan", "Proses bot dimulai lagi.", "");
}

void Simulator::add_routes(Router& router) {
    const RoutesWorld world{phones_, faults_, rate_, feed_, [this] { return restart_database(); }};
    add_asset_routes(router);
    add_page_routes(router, world);
    add_platform_routes(router, world, secret_);
}

void Simulator::listens_on(std::string_view listen, std::uint16_t port) {
    address_ = local_address(listen, port);
    courier_ = std::make_unique<Courier>(phones_, faults_, address_, secret_);
}

std::unique_ptr<adapters::PlatformClient> Simulator::client() const {
    return std::make_unique<adapters::SimulatorClient>(address_, secret_, look_);
}

bool Simulator::at_rest() {
    const auto waiting = phones_.with_transaction([](storage::Transaction& transaction) {
        return storage::SimulatorStore(transaction).count_deliveries();
    });
    return waiting.due == 0;
}

void Simulator::turns_committed(const std::vector<std::pair<std::string, std::string>>& chats) {
    const bool ends = faults_.take_kill();
    std::vector<storage::Kabar> news;
    for (const auto& [channel, address] : chats) {
        if (channel != platform_.name()) continue;
        news.push_back(note("giliran", "Giliran selesai, jawaban ditulis.", address, phones_.now())
        );
    }
    if (ends) news.push_back(note("gangguan", "Proses bot dihentikan.", "", phones_.now()));
    try {
        if (!news.empty()) phones_.tell(news);
    } catch (const std::exception&) {
        // The log of the page has a gap; the turn is done all the same.
        spdlog::debug("simulator log line lost");
    }
    if (ends) ::kill(::getpid(), SIGKILL);
}

bool Simulator::restart_database() const {
    if (requests_.empty()) return false;
    std::ofstream file(requests_, std::ios::app);
    file << "basis_data" << std::endl;
    return file.good();
}

}  // namespace bot::simulator
