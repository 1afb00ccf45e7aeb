#include "bot/service/simulator/deed.hpp"

#include "adapters/hmac.hpp"
#include "adapters/simulator/act.hpp"
#include "bot/service/simulator/shapes.hpp"

namespace bot::simulator {
namespace {

// What is overtaken comes so long after what overtakes it.
constexpr int kSwapGapMs = 300;

std::string text_id(std::optional<std::int64_t> id) {
    return id ? std::to_string(*id) : std::string();
}

void hand_over(storage::SimulatorStore& store, Faults& faults, storage::NewAntar delivery) {
    const InboundFault fault = faults.take_inbound();
    delivery.delay_ms = fault.delay_ms;
    delivery.tahan = fault.waits;
    store.add_delivery(delivery);
    if (fault.twice) store.add_delivery(delivery);
    if (fault.overtakes) store.release_held(kSwapGapMs);
}

}  // namespace

std::int64_t do_deed(storage::Transaction& transaction, Phones& phones, const Deed& deed) {
    storage::SimulatorStore store(transaction);
    const domain::Instant at = phones.now();
    const std::string mark = fresh_mark();
    std::vector<storage::Kabar> news;
    std::int64_t id = 0;
    if (!deed.shown.empty()) {
        const auto added = store.add({
            .alamat = deed.address,
            .dari = storage::DariSiapa::Orang,
            .pada = at,
            .kunci = deed.key.empty() ? mark : deed.key,
            .isi = deed.shown,
            .balasan = deed.reply_to,
        });
        if (!added.is_new) return added.id;
        id = added.id;
        news.push_back(of_message(id));
    }
    if (deed.also) news.push_back(*deed.also);
    const auto message = id == 0 ? std::nullopt : std::optional(id);
    const adapters::simulator::Act act{
        .id = mark,
        .address = deed.address,
        .at = at,
        .reply_to = text_id(deed.reply_to),
        .message_id = deed.edited != 0 ? std::to_string(deed.edited) : text_id(message),
        .content = deed.content,
    };
    hand_over(
        store,
        phones.faults(),
        {.alamat = deed.address, .pesan_id = message, .isi = adapters::simulator::write_act(act)}
    );
    news.push_back(note("diterima", deed.word + " diterima platform.", deed.address, at));
    store.tell(news);
    return id;
}

}  // namespace bot::simulator
