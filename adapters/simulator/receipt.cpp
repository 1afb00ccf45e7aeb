#include "adapters/simulator/receipt.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <cstdlib>

#include "adapters/fields.hpp"
#include "adapters/json.hpp"
#include "adapters/simulator/act.hpp"

namespace adapters::simulator {
namespace {

constexpr std::string_view kDelivered = "sampai";
constexpr std::string_view kRead = "dibaca";

std::string_view word_of(DeliveryStatus status) {
    if (status == DeliveryStatus::Delivered) return kDelivered;
    if (status == DeliveryStatus::Read) return kRead;
    std::abort();
}

std::optional<DeliveryStatus> status_of(std::string_view word) {
    if (word == kDelivered) return DeliveryStatus::Delivered;
    if (word == kRead) return DeliveryStatus::Read;
    return std::nullopt;
}

DeliveryReport report_of(const json::object& message, const DeliveryReport& all, Fields& fields) {
    DeliveryReport report = all;
    report.message_id = fields.text_id(message, "id");
    report.tracker = fields.text_id(message, "kunci");
    if (report.message_id.empty()) fields.odd("pesan", "no id");
    report.external_id =
        report.message_id + ":" + std::string(word_of(report.status)) + ":" + report.recipient;
    return report;
}

}  // namespace

std::string write_receipt(const Receipt& receipt) {
    json::array messages;
    for (const Receipt::Message& one : receipt.messages) {
        messages.push_back(json::object{{"id", one.id}, {"kunci", one.tracker}});
    }
    return json::serialize(json::object{
        {"alamat", receipt.address},
        {"pada", domain::rfc3339(receipt.at, domain::Zona::Wib)},
        {"jenis", word_of(receipt.status)},
        {"pesan", std::move(messages)}});
}

std::optional<Decoded> decode_receipt(std::string_view body) {
    const auto value = parse_json_limited(body);
    const auto* receipt = value ? value->if_object() : nullptr;
    if (receipt == nullptr) return std::nullopt;
    Fields fields;
    const auto status = status_of(fields.text_id(*receipt, "jenis"));
    if (!status) return std::nullopt;

    DeliveryReport all;
    all.account = kAccount;
    all.status = *status;
    all.recipient = fields.text_id(*receipt, "alamat");
    all.at = domain::instan_dari_rfc3339(fields.text_id(*receipt, "pada"));
    if (all.recipient.empty()) fields.odd("alamat", "missing");
    if (!all.at) fields.odd("pada", "no time");
    Decoded decoded;
    for (const json::object* message : fields.objects(*receipt, "pesan")) {
        decoded.reports.push_back(report_of(*message, all, fields));
    }
    if (fields.problem().empty()) return decoded;
    return Decoded{.incoming = {}, .unreadable = fields.problem()};
}

}  // namespace adapters::simulator
