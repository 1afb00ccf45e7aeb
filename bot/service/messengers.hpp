#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "adapters/evidence/evidence.hpp"
#include "adapters/telegram/client.hpp"
#include "adapters/telegram/telegram.hpp"
#include "adapters/whatsapp/whatsapp.hpp"
#include "bot/config.hpp"
#include "bot/service/sending.hpp"
#include "bot/service/simulator/simulator.hpp"

namespace bot {

// One messenger: how it is read, called and paced.
struct Messenger {
    const adapters::Platform* platform;  // its name is the channel
    Sending::MakeClient make_client;     // one per thread
    SendRules rules;
    std::uint64_t body_bytes = 0;  // of a webhook at most; 0: the messenger is polled
    // Whether the person is shown by a call of its own that an answer is being written. WhatsApp
    // shows it with the message that was seen.
    bool has_chat_actions = false;
};

// The messengers that the configuration turns on, and the demonstration's. Nothing in it changes
// once it is made: any thread may read it.
class Messengers {
public:
    // All outlive it. `simulator`: nullptr without a demonstration; its client can be made only
    // after listens_on().
    Messengers(
        const Config& config,
        const simulator::Simulator* simulator,
        const adapters::EvidenceStore& evidence
    );
    Messengers(const Messengers&) = delete;
    Messengers& operator=(const Messengers&) = delete;

    [[nodiscard]] const std::vector<Messenger>& all() const { return all_; }

    // By channel.
    [[nodiscard]] std::map<std::string, const adapters::Platform*> platforms() const;
    [[nodiscard]] std::map<std::string, std::unique_ptr<adapters::PlatformClient>> clients() const;

    // Nothing if it is off.
    [[nodiscard]] const std::optional<adapters::Telegram>& telegram() const { return telegram_; }
    [[nodiscard]] const std::optional<adapters::WhatsApp>& whatsapp() const { return whatsapp_; }

    // Only if Telegram is on.
    [[nodiscard]] std::unique_ptr<adapters::TelegramClient> telegram_client() const;

private:
    void add_telegram(const adapters::EvidenceStore& evidence);
    void add_whatsapp(const adapters::EvidenceStore& evidence);
    void add_simulator(
        const simulator::Simulator& simulator, const adapters::EvidenceStore& evidence
    );
    [[nodiscard]] SendRules telegram_rules(int lanes, const adapters::EvidenceStore& evidence)
        const;
    [[nodiscard]] std::unique_ptr<adapters::PlatformClient> whatsapp_client() const;

    const Config& config_;
    std::optional<adapters::Telegram> telegram_;
    std::optional<adapters::WhatsApp> whatsapp_;
    std::vector<Messenger> all_;
};

}  // namespace bot
