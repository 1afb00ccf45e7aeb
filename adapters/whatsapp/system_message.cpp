#include "adapters/whatsapp/system_message.hpp"

namespace adapters::whatsapp {
namespace {

// The older spelling of the new number comes second (PLATFORMS.md section 3).
constexpr std::string_view kNewAddresses[] = {"wa_id", "new_wa_id", "user_id", "parent_user_id"};

Content address_changed(const json::object& system, Fields& fields) {
    AddressChanged changed;
    for (const std::string_view name : kNewAddresses) {
        std::string address = fields.opaque_id(system, name);
        if (!address.empty()) changed.new_addresses.push_back(std::move(address));
    }
    if (changed.new_addresses.empty()) fields.odd("system", "no new address");
    return changed;
}

}  // namespace

Content system_content(const json::object& message, Fields& fields) {
    const auto* system = fields.object(message, "system");
    const std::string type = system != nullptr ? fields.text_id(*system, "type") : std::string();
    if (type == "user_changed_number" || type == "user_changed_user_id" ||
        type == "customer_changed_number") {
        return address_changed(*system, fields);
    }
    if (type == "customer_identity_changed" || type == "user_identity_changed") {
        return IdentityChanged{};
    }
    return Ignored{"system"};
}

PreviousAddresses previous_addresses(const json::object& message, Fields& fields) {
    const auto* system = fields.object(message, "system");
    if (system == nullptr) return {};
    return {
        fields.text_id(*system, "previous_user_id"),
        fields.text_id(*system, "previous_parent_user_id")};
}

}  // namespace adapters::whatsapp
