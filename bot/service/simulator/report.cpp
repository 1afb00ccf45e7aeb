#include "bot/service/simulator/report.hpp"

namespace bot::simulator {

void report(
    storage::SimulatorStore& store,
    const Phones& phones,
    const std::string& address,
    adapters::DeliveryStatus status,
    std::vector<adapters::simulator::Receipt::Message> messages
) {
    if (messages.empty() || phones.look() != adapters::simulator::Look::WhatsApp) return;
    const adapters::simulator::Receipt receipt{
        .address = address, .at = phones.now(), .status = status, .messages = std::move(messages)};
    store.add_delivery({.alamat = address, .isi = adapters::simulator::write_receipt(receipt)});
}

}  // namespace bot::simulator
