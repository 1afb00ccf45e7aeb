#include "adapters/simulator/simulator.hpp"

#include "adapters/hmac.hpp"
#include "adapters/simulator/receipt.hpp"
#include "adapters/whatsapp/limits.hpp"

namespace adapters {

std::optional<std::chrono::seconds> Simulator::window() const {
    return whatsapp::kWindow;
}

bool Simulator::is_genuine(const WebhookRequest& request) const {
    return !secret_.empty() && constant_time_equal(request.signature, "Bearer " + secret_);
}

Decoded Simulator::decode(std::string_view body) const {
    if (auto receipt = simulator::decode_receipt(body)) return *std::move(receipt);
    return simulator::decode(body);
}

}  // namespace adapters
