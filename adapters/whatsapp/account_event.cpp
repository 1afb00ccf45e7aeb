#include "adapters/whatsapp/account_event.hpp"

#include <string>

#include "adapters/whatsapp/outcome.hpp"

namespace adapters::whatsapp {
namespace {

constexpr std::string_view kTemplateStatus = "message_template_status_update";
constexpr std::string_view kTemplateQuality = "message_template_quality_update";
constexpr std::string_view kTemplateCategory = "template_category_update";
constexpr std::string_view kNumberQuality = "phone_number_quality_update";
constexpr std::string_view kAccount = "account_update";

// The platform's word as a word of ours: lower case, letters, digits and '_' only, no longer than a
// label of a metric may be. Empty if it is no such word.
std::string plain_word(std::string word) {
    constexpr std::size_t kLongest = 64;
    if (word.size() > kLongest) return {};
    for (char& c : word) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        const bool allowed = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
        if (!allowed) return {};
    }
    return word;
}

std::string word_of(const json::object& value, std::string_view name, Fields& fields) {
    std::string word = plain_word(fields.text(value, name));
    return word.empty() ? "unknown" : word;
}

// Nothing goes out with such a template (PLATFORMS.md sections 1 and 8).
bool stops_template(std::string_view status) {
    return status == "paused" || status == "disabled" || status == "rejected";
}

// Events of account_update after which nothing goes out. Source:
// https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/account_update.
bool stops_account(std::string_view event) {
    return event == "account_restriction" || event == "account_deleted" ||
           event == "account_offboarded";
}

void read_account(AccountEvent& event, const json::object& value, Fields& fields) {
    event.word = word_of(value, "event", fields);
    if (const auto* ban = fields.object(value, "ban_info")) {
        event.word = "ban_" + word_of(*ban, "waba_ban_state", fields);
    }
    if (stops_account(event.word) || event.word == "ban_disable") {
        event.stop = Reconfigure{event.word, Scope::Account};
    }
}

}  // namespace

bool is_account_field(std::string_view field) {
    return field == kTemplateStatus || field == kTemplateQuality || field == kTemplateCategory ||
           field == kNumberQuality || field == kAccount;
}

AccountEvent read_account_event(std::string_view field, const json::object& value, Fields& fields) {
    AccountEvent event;
    event.subject = fields.text(value, "message_template_name");
    if (field == kTemplateStatus) {
        event.kind = AccountEventKind::Template;
        event.word = word_of(value, "event", fields);
        if (stops_template(event.word)) event.stop = Reconfigure{event.word, Scope::Template};
    } else if (field == kTemplateCategory) {
        event.kind = AccountEventKind::Template;
        event.word = "category_" + word_of(value, "new_category", fields);
    } else if (field == kTemplateQuality) {
        event.kind = AccountEventKind::Quality;
        event.word = word_of(value, "new_quality_score", fields);
    } else if (field == kNumberQuality) {
        event.kind = AccountEventKind::Quality;
        event.word = word_of(value, "event", fields);
    } else {
        read_account(event, value, fields);
    }
    return event;
}

std::vector<AccountEvent> read_errors(const json::object& value, Fields& fields) {
    std::vector<AccountEvent> events;
    for (const json::object* error : fields.objects(value, "errors")) {
        const ApiFault fault = error_of(*error);
        AccountEvent event;
        event.word = "error_" + code_of(fault);
        const SendOutcome outcome = outcome_of_error(fault, {});
        if (const auto* stop = std::get_if<Reconfigure>(&outcome)) event.stop = *stop;
        events.push_back(std::move(event));
    }
    return events;
}

}  // namespace adapters::whatsapp
