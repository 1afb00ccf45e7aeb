#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/platform.hpp"
#include "adapters/simulator/act.hpp"

namespace adapters {

// The receiving side of the simulated platform. Immutable: all functions may be called from many
// threads.
class Simulator final : public Platform {
public:
    // `secret`: what the simulated platform proves itself with, of is_safe_token; an empty one
    // makes no request genuine.
    explicit Simulator(std::string secret) : secret_(std::move(secret)) {}

    [[nodiscard]] std::string_view name() const override { return "simulator"; }
    [[nodiscard]] std::string_view account() const override { return simulator::kAccount; }
    [[nodiscard]] std::string_view signature_field() const override { return "Authorization"; }

    // As WhatsApp's: with the look of Telegram the phones just never say that it is over.
    [[nodiscard]] std::optional<std::chrono::seconds> window() const override;

    [[nodiscard]] bool is_genuine(const WebhookRequest& request) const override;
    [[nodiscard]] Decoded decode(std::string_view body) const override;

private:
    std::string secret_;
};

}  // namespace adapters
