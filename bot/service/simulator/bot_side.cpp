#include "bot/service/simulator/bot_side.hpp"

#include "adapters/whatsapp/limits.hpp"
#include "bot/service/simulator/report.hpp"
#include "bot/service/simulator/shapes.hpp"

namespace bot::simulator {
namespace {

using adapters::simulator::Look;
using storage::DariSiapa;
using storage::SimulatorStore;
using storage::StatusPesan;

// By the demo's clock, unlike the bot's own reckoning: the platform decides.
bool window_is_open(SimulatorStore& store, const Phones& phones, const std::string& address) {
    if (phones.look() == Look::Telegram) return true;
    const auto written = store.last_written(address);
    return written && phones.now() < *written + adapters::whatsapp::kWindow;
}

}  // namespace

Done BotSide::show(const FromBot& message) {
    const auto done = phones_.with_transaction([&](storage::Transaction& transaction) -> Done {
        SimulatorStore store(transaction);
        const auto noted = [&](std::string_view kind, std::string_view text) {
            return note(kind, text, message.address, phones_.now());
        };
        if (!message.approved_words && !window_is_open(store, phones_, message.address)) {
            store.tell({noted(
                "gangguan", "Lebih dari 24 jam sejak orang ini menulis: hanya templat yang boleh."
            )});
            return refused(409, "window closed");
        }
        const auto added = store.add({
            .alamat = message.address,
            .dari = DariSiapa::Bot,
            .pada = phones_.now(),
            .kunci = message.mark.empty() ? fresh_mark() : message.mark,
            .isi = message.shown,
            .balasan = message.reply_to,
        });
        if (!added.is_new) {
            store.tell({noted("diulang", "Bot mengulang; ponsel tetap menampilkan satu.")});
            return added.id;
        }
        store.set_status(message.address, DariSiapa::Bot, added.id, StatusPesan::Sampai);
        report(
            store,
            phones_,
            message.address,
            adapters::DeliveryStatus::Delivered,
            {{std::to_string(added.id), message.mark}}
        );
        store.tell(
            {of_message(added.id),
             typing(message.address, /*on=*/false),
             noted("dikirim", "Pesan bot sampai di ponsel.")}
        );
        return added.id;
    });
    phones_.news_for_all();
    return done;
}

void BotSide::seen(std::int64_t message) {
    phones_.with_transaction([&](storage::Transaction& transaction) {
        SimulatorStore store(transaction);
        const auto read = store.message(std::nullopt, message);
        if (!read) return false;
        std::vector<storage::Kabar> news;
        for (const std::int64_t id :
             store.set_status(read->alamat, DariSiapa::Orang, message, StatusPesan::Dibaca)) {
            news.push_back(of_message(id));
        }
        // A repeated telling shows nothing: the answer may be there already.
        if (!news.empty()) news.push_back(typing(read->alamat, /*on=*/true));
        store.tell(news);
        return true;
    });
    phones_.news();
}

void BotSide::remove_buttons(const std::string& address, std::int64_t message) {
    phones_.with_transaction([&](storage::Transaction& transaction) {
        SimulatorStore store(transaction);
        if (store.remove_buttons(address, message)) store.tell({of_message(message)});
        return true;
    });
    phones_.news();
}

}  // namespace bot::simulator
