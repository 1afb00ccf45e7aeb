#include "bot/service/messengers.hpp"

#include <limits>
#include <utility>

#include "adapters/telegram/limits.hpp"
#include "adapters/whatsapp/client.hpp"
#include "adapters/whatsapp/limits.hpp"
#include "bot/service/allowance.hpp"
#include "bot/service/webhook.hpp"
#include "storage/defects.hpp"

namespace bot {
namespace {

constexpr int kSimulatorLanes = 2;

// Only for the defect that shows what the limits are good for.
adapters::HttpOptions http_options() {
    adapters::HttpOptions options;
    if (SKPBOT_DEFECT("no_answer_limit")) {
        options.call_deadline = std::chrono::hours{24};
        options.answer_bytes = std::numeric_limits<std::size_t>::max();
    }
    return options;
}

}  // namespace

Messengers::Messengers(
    const Config& config,
    const simulator::Simulator* simulator,
    const adapters::EvidenceStore& evidence
)
    : config_(config) {
    if (config.telegram.is_on()) add_telegram(evidence);
    if (config.whatsapp.is_on()) add_whatsapp(evidence);
    if (simulator) add_simulator(*simulator, evidence);
}

std::map<std::string, const adapters::Platform*> Messengers::platforms() const {
    std::map<std::string, const adapters::Platform*> platforms;
    for (const Messenger& messenger : all_)
        platforms.emplace(messenger.platform->name(), messenger.platform);
    return platforms;
}

std::map<std::string, std::unique_ptr<adapters::PlatformClient>> Messengers::clients() const {
    std::map<std::string, std::unique_ptr<adapters::PlatformClient>> clients;
    for (const Messenger& messenger : all_)
        clients.emplace(messenger.platform->name(), messenger.make_client());
    return clients;
}

std::unique_ptr<adapters::TelegramClient> Messengers::telegram_client() const {
    return std::make_unique<adapters::TelegramClient>(
        config_.telegram.token, config_.telegram.api, http_options()
    );
}

std::unique_ptr<adapters::PlatformClient> Messengers::whatsapp_client() const {
    const WhatsappConfig& whatsapp = config_.whatsapp;
    adapters::whatsapp::MediaOptions media;
    media.bases = {whatsapp.media};
    return std::make_unique<adapters::WhatsAppClient>(
        adapters::whatsapp::Access{whatsapp.token, whatsapp.phone_id, whatsapp.business_id},
        whatsapp.api,
        http_options(),
        std::move(media)
    );
}

SendRules Messengers::telegram_rules(int lanes, const adapters::EvidenceStore& evidence) const {
    namespace limits = adapters::telegram;
    const TelegramConfig& telegram = config_.telegram;
    return {
        .rate = telegram.rate,
        .limits = {limits::kPlatformPerSecond, limits::kNoticesPerSecond},
        .lanes = lanes,
        .pace =
            {std::chrono::milliseconds{static_cast<int>(1000 / telegram.chat_rate)},
             telegram.chat_burst},
        .evidence = &evidence,
    };
}

void Messengers::add_telegram(const adapters::EvidenceStore& evidence) {
    const TelegramConfig& telegram = config_.telegram;
    telegram_.emplace(telegram.token, telegram.secret);
    all_.push_back({
        .platform = &*telegram_,
        .make_client = [this] { return telegram_client(); },
        .rules = telegram_rules(telegram.lanes, evidence),
        .body_bytes = telegram.mode == TelegramMode::Webhook ? kTelegramBodyBytes : 0,
        .has_chat_actions = true,
    });
}

void Messengers::add_whatsapp(const adapters::EvidenceStore& evidence) {
    namespace limits = adapters::whatsapp;
    const WhatsappConfig& whatsapp = config_.whatsapp;
    whatsapp_.emplace(whatsapp.phone_id, whatsapp.app_secret, whatsapp.verify_token);
    all_.push_back({
        .platform = &*whatsapp_,
        .make_client = [this] { return whatsapp_client(); },
        .rules =
            {
                .rate = whatsapp.rate,
                .limits = {limits::kPlatformPerSecond, limits::kNoticesPerSecond},
                .lanes = whatsapp.lanes,
                .pace = {std::chrono::milliseconds{whatsapp.chat_interval_ms}, limits::kChatBurst},
                .has_window = true,
                .monthly_templates = whatsapp.monthly_templates,
                .daily_people = people_before_waiting(whatsapp.daily_people, whatsapp.lanes),
                .report_wait = limits::kReportWait,
                .evidence = &evidence,
            },
        .body_bytes = kWhatsappBodyBytes,
    });
}

// Paced like Telegram, whatever the phones look like: people are sitting in front of them.
void Messengers::add_simulator(
    const simulator::Simulator& simulator, const adapters::EvidenceStore& evidence
) {
    all_.push_back({
        .platform = &simulator.platform(),
        .make_client = [&simulator] { return simulator.client(); },
        .rules = telegram_rules(kSimulatorLanes, evidence),
        .body_bytes = kTelegramBodyBytes,
    });
}

}  // namespace bot
