#include "adapters/whatsapp/whatsapp.hpp"

#include <stdexcept>
#include <utility>

#include "adapters/http_client.hpp"
#include "adapters/whatsapp/challenge.hpp"
#include "adapters/whatsapp/decode.hpp"
#include "adapters/whatsapp/signature.hpp"

namespace adapters {

WhatsApp::WhatsApp(std::string phone_number_id, std::string app_secret, std::string verify_token)
    : phone_number_id_(std::move(phone_number_id)),
      app_secret_(std::move(app_secret)),
      verify_token_(std::move(verify_token)) {
    if (!is_safe_token(phone_number_id_)) {
        throw std::invalid_argument("whatsapp phone number id: letters and digits expected");
    }
}

bool WhatsApp::is_genuine(const WebhookRequest& request) const {
    return whatsapp::is_signed(request.signature, request.body, app_secret_);
}

Decoded WhatsApp::decode(std::string_view body) const {
    return whatsapp::decode(body, phone_number_id_);
}

std::optional<std::string> WhatsApp::answer_challenge(std::string_view query) const {
    return whatsapp::challenge_answer(query, verify_token_);
}

}  // namespace adapters
