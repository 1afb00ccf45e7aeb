#include "adapters/whatsapp/status.hpp"

#include "adapters/whatsapp/outcome.hpp"

namespace adapters::whatsapp {
namespace {

// Source:
// https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status.
std::optional<DeliveryStatus> status_of(std::string_view word) {
    if (word == "sent") return DeliveryStatus::Sent;
    if (word == "delivered") return DeliveryStatus::Delivered;
    if (word == "read") return DeliveryStatus::Read;
    if (word == "played") return DeliveryStatus::Played;
    if (word == "failed") return DeliveryStatus::Failed;
    return std::nullopt;
}

// A status that failed long after the answer said "accepted" goes through the same table.
SendOutcome failure_of(const json::object& status, Fields& fields) {
    const auto errors = fields.objects(status, "errors");
    if (errors.empty()) return Rejected{"failed"};
    return outcome_of_error(error_of(*errors.front()), {});
}

}  // namespace

std::optional<DeliveryReport> read_status(const json::object& status, Fields& fields) {
    const std::string word = fields.text_id(status, "status");
    const auto known = status_of(word);
    if (!known) return std::nullopt;

    DeliveryReport report;
    report.status = *known;
    report.message_id = fields.text_id(status, "id");
    if (report.message_id.empty()) fields.odd("status", "no id");
    report.recipient = fields.opaque_id(status, "recipient_id");
    if (report.recipient.empty()) report.recipient = fields.text_id(status, "recipient_user_id");
    report.external_id = report.message_id + ":" + word + ":" + report.recipient;
    report.tracker = fields.text_id(status, "biz_opaque_callback_data");
    report.at = fields.instant_of_digits(status, "timestamp");
    if (report.status == DeliveryStatus::Failed) report.failure = failure_of(status, fields);
    if (const auto* pricing = fields.object(status, "pricing")) {
        report.price_category = fields.text(*pricing, "category");
        report.price_type = fields.text(*pricing, "type");
    }
    return report;
}

}  // namespace adapters::whatsapp
