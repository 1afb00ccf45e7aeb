#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "adapters/platform.hpp"
#include "adapters/whatsapp/limits.hpp"

namespace adapters {

// The receiving side of one WhatsApp number. Immutable: all functions may be called from many
// threads.
class WhatsApp final : public Platform {
public:
    // `phone_number_id` is ours, `app_secret` signs the webhooks and `verify_token` is what Meta
    // repeats when the address is edited; an empty one of the two refuses all. Throws
    // std::invalid_argument if the id is none, without repeating it.
    WhatsApp(std::string phone_number_id, std::string app_secret, std::string verify_token);

    [[nodiscard]] std::string_view name() const override { return "whatsapp"; }
    [[nodiscard]] std::string_view account() const override { return phone_number_id_; }
    [[nodiscard]] std::string_view signature_field() const override {
        return "X-Hub-Signature-256";
    }
    [[nodiscard]] std::optional<std::chrono::seconds> window() const override {
        return whatsapp::kWindow;
    }
    [[nodiscard]] bool is_genuine(const WebhookRequest& request) const override;
    [[nodiscard]] Decoded decode(std::string_view body) const override;

    // The text that answers Meta's GET; nothing if it is to be refused with 403. `query` is what
    // stands behind the '?'.
    [[nodiscard]] std::optional<std::string> answer_challenge(std::string_view query) const;

private:
    std::string phone_number_id_;
    std::string app_secret_;
    std::string verify_token_;
};

}  // namespace adapters
