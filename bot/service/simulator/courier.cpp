#include "bot/service/simulator/courier.hpp"

#include "bot/service/simulator/shapes.hpp"

namespace bot::simulator {
namespace {

constexpr int kPerLook = 16;

}  // namespace

Courier::Courier(Phones& phones, const Faults& faults, std::string address, std::string secret)
    : phones_(phones), faults_(faults), address_(std::move(address)), secret_(std::move(secret)) {}

void Courier::reset() {
    http_.reset();
}

// One after the other: what is not taken holds up what comes behind it.
StepResult Courier::step() {
    if (faults_.outbound() == OutboundFault::Down) return StepResult::Idle;
    const auto due = phones_.with_transaction([](storage::Transaction& transaction) {
        return storage::SimulatorStore(transaction).due_deliveries(kPerLook);
    });
    for (const storage::AntarPonsel& delivery : due) {
        if (!hand_over(delivery)) {
            if (!refused_before_) {
                phones_.note("gangguan", "Bot belum menerima; dicoba lagi.", delivery.alamat);
            }
            refused_before_ = true;
            return StepResult::Idle;
        }
        refused_before_ = false;
        arrived(delivery);
    }
    return due.empty() ? StepResult::Idle : StepResult::Worked;
}

bool Courier::hand_over(const storage::AntarPonsel& delivery) {
    if (!http_) {
        adapters::HttpOptions options;
        options.bearer = secret_;
        http_ = std::make_unique<adapters::HttpClient>(address_, std::move(options));
    }
    const auto result = http_->post_json("/webhook/simulator", delivery.isi);
    const auto* answer = std::get_if<adapters::HttpAnswered>(&result);
    return answer != nullptr && answer->status == 200;
}

void Courier::arrived(const storage::AntarPonsel& delivery) {
    phones_.with_transaction([&](storage::Transaction& transaction) {
        storage::SimulatorStore store(transaction);
        store.finish_delivery(delivery.id);
        std::vector<storage::Kabar> news;
        if (delivery.pesan_id) {
            for (const std::int64_t id : store.set_status(
                     delivery.alamat,
                     storage::DariSiapa::Orang,
                     *delivery.pesan_id,
                     storage::StatusPesan::Sampai
                 )) {
                news.push_back(of_message(id));
            }
        }
        const bool again = delivery.isi == last_;
        news.push_back(note(
            again ? "diulang" : "disimpan",
            again ? "Diantar sekali lagi; bot menghitungnya sekali."
                  : "Bot menyimpannya, lalu menjawab 200.",
            delivery.alamat,
            phones_.now()
        ));
        store.tell(news);
        return true;
    });
    last_ = delivery.isi;
    phones_.news();
}

}  // namespace bot::simulator
