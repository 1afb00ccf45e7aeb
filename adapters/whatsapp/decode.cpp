#include "adapters/whatsapp/decode.hpp"

#include <boost/json/value.hpp>
#include <string>

#include "adapters/fields.hpp"
#include "adapters/json.hpp"
#include "adapters/whatsapp/account_event.hpp"
#include "adapters/whatsapp/message.hpp"
#include "adapters/whatsapp/status.hpp"

namespace adapters::whatsapp {
namespace {

// Fields that mean nothing to us, by name so that the counter has one for each. Source:
// https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview.
constexpr std::string_view kIgnoredFields[] = {
    "smb_message_echoes",
    "smb_app_state_sync",
    "history",
    "standby",
    "calls",
    "flows",
    "user_preferences",
    "user_id_update",
    "group_lifecycle_update",
    "group_participants_update",
    "group_settings_update",
    "group_status_update",
    "account_settings_update",
    "account_alerts",
    "account_review_update",
    "business_capability_update",
    "message_template_components_update",
    "partner_solutions",
    "payment_configuration_update",
    "phone_number_name_update",
    "security"};

// Reads one body; what it finds goes into `decoded`.
class BodyReader {
public:
    explicit BodyReader(std::string_view phone_number_id) : us_(phone_number_id) {}

    Decoded read(const json::object& body) {
        Fields fields;
        if (fields.text_id(body, "object") != "whatsapp_business_account") {
            fields.odd("object", "not ours");
        } else if (!has(body, "entry")) {
            fields.odd("entry", "missing");
        } else {
            for (const json::object* entry : fields.objects(body, "entry")) read_entry(*entry);
        }
        note(fields);
        return std::move(decoded_);
    }

private:
    void note(const Fields& fields) {
        if (decoded_.unreadable.empty()) decoded_.unreadable = fields.problem();
    }

    void read_entry(const json::object& entry) {
        Fields fields;
        const auto time = fields.instant_of_digits(entry, "time");
        for (const json::object* change : fields.objects(entry, "changes")) {
            read_change(*change, time);
        }
        note(fields);
    }

    void read_change(const json::object& change, const std::optional<domain::Instant>& time) {
        Fields fields;
        const std::string field = fields.text_id(change, "field");
        const auto* value = fields.object(change, "value");
        if (field.empty()) fields.odd("change", "no field");
        if (field == "messages" || is_account_field(field)) {
            if (value == nullptr) {
                fields.odd(field, "no value");
            } else if (field == "messages") {
                read_messages(*value, fields);
            } else {
                add_event(read_account_event(field, *value, fields), time, fields);
            }
        } else if (!field.empty()) {
            ignore(name_of_ignored(field));
        }
        note(fields);
    }

    void read_messages(const json::object& value, Fields& fields) {
        const auto* metadata = fields.object(value, "metadata");
        if (metadata == nullptr) return fields.odd("metadata", "missing");
        if (fields.opaque_id(*metadata, "phone_number_id") != us_) {
            return fields.odd("phone_number_id", "not ours");
        }
        const auto contacts = fields.objects(value, "contacts");
        for (const json::object* message : fields.objects(value, "messages")) {
            add_message(*message, contacts);
        }
        for (const json::object* status : fields.objects(value, "statuses")) add_status(*status);
        for (AccountEvent& event : read_errors(value, fields)) {
            decoded_.events.push_back(std::move(event));
        }
    }

    // Each message and status has a reader of its own: an odd one does not lose the others.
    void add_message(
        const json::object& message, const std::vector<const json::object*>& contacts
    ) {
        Fields fields;
        Incoming incoming = whatsapp::read_message(message, contacts, fields);
        note(fields);
        if (!fields.problem().empty()) return;
        incoming.account = us_;
        decoded_.incoming.push_back(std::move(incoming));
    }

    void add_status(const json::object& status) {
        Fields fields;
        auto report = whatsapp::read_status(status, fields);
        note(fields);
        if (!fields.problem().empty()) return;
        if (!report) return ignore("status");
        report->account = us_;
        decoded_.reports.push_back(std::move(*report));
    }

    void add_event(
        AccountEvent event, const std::optional<domain::Instant>& time, const Fields& fields
    ) {
        if (!fields.problem().empty()) return;
        event.at = time;
        decoded_.events.push_back(std::move(event));
    }

    void ignore(std::string_view name) {
        Incoming incoming;
        incoming.account = us_;
        incoming.content = Ignored{std::string(name)};
        decoded_.incoming.push_back(std::move(incoming));
    }

    static std::string_view name_of_ignored(std::string_view field) {
        for (const std::string_view known : kIgnoredFields) {
            if (known == field) return known;
        }
        return "unknown_field";
    }

    std::string us_;
    Decoded decoded_;
};

Decoded unreadable(std::string why) {
    return {.incoming = {}, .unreadable = std::move(why)};
}

}  // namespace

Decoded decode(std::string_view body, std::string_view phone_number_id) {
    const auto value = parse_json_limited(body);
    if (!value) return unreadable("no JSON within the limits");
    const auto* object = value->if_object();
    if (object == nullptr) return unreadable("no object");
    return BodyReader(phone_number_id).read(*object);
}

}  // namespace adapters::whatsapp
