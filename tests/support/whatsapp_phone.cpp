#include "tests/support/whatsapp_phone.hpp"

#include <algorithm>
#include <stdexcept>

#include "tests/support/webhook_client.hpp"

namespace support {
namespace {

constexpr char kVerifyToken[] = "token-verifikasi-untuk-uji";

WhatsAppNumber number_of(const GraphAccount& account) {
    return {account.business_account_id, account.phone_number_id, account.display_number};
}

}  // namespace

Environment whatsapp_environment(const FakeGraphApi& graph) {
    return {
        {"SKPBOT_WHATSAPP_TOKEN", graph.account().token},
        {"SKPBOT_WHATSAPP_APP_SECRET", graph.account().app_secret},
        {"SKPBOT_WHATSAPP_VERIFY_TOKEN", kVerifyToken},
        {"SKPBOT_WHATSAPP_PHONE_ID", graph.account().phone_number_id},
        {"SKPBOT_WHATSAPP_BUSINESS_ID", graph.account().business_account_id},
        {"SKPBOT_WHATSAPP_API", graph.address()},
        {"SKPBOT_WHATSAPP_MEDIA", graph.media_base()},
        {"SKPBOT_WHATSAPP_RATE", "10000"},
        {"SKPBOT_WHATSAPP_CHAT_INTERVAL_MS", "0"},
    };
}

int post_whatsapp(unsigned short port, const GraphAccount& account, const std::string& body) {
    HttpClient client(port);
    const auto answer = client.send(
        {.method = "POST",
         .target = "/webhook/whatsapp",
         .fields =
             {{"Content-Type", "application/json"},
              {"X-Hub-Signature-256", hub_signature(account.app_secret, body)}},
         .body = body}
    );
    return answer ? answer->status : 0;
}

WhatsAppPhone::WhatsAppPhone(FakeGraphApi& graph, BotWorld& world, WhatsAppPerson person)
    : graph_(graph),
      world_(world),
      person_(std::move(person)),
      webhooks_(number_of(graph.account())) {}

void WhatsAppPhone::says(std::string_view text) {
    post(webhooks_.text(person_, graph_.stamp(person_), text));
}

void WhatsAppPhone::sends(const WhatsAppWebhooks::MediaPart& part) {
    post(webhooks_.media(person_, graph_.stamp(person_), part));
}

void WhatsAppPhone::replies(std::string_view text) {
    const auto messages = all();
    if (messages.empty()) throw std::runtime_error("nothing to reply to");
    post(webhooks_.text(person_, graph_.stamp(person_), text, messages.back().message_id));
}

void WhatsAppPhone::reacts(std::string_view emoji) {
    const auto messages = all();
    if (messages.empty()) throw std::runtime_error("nothing to react to");
    reacts_to(messages.back().message_id, emoji);
}

void WhatsAppPhone::reacts_to(const std::string& message_id, std::string_view emoji) {
    post(webhooks_.reaction(person_, graph_.stamp(person_), message_id, emoji));
}

void WhatsAppPhone::presses(std::string_view label) {
    const auto messages = all();
    for (auto message = messages.rbegin(); message != messages.rend(); ++message) {
        const auto button = std::ranges::find(message->buttons, label, &ApiButton::label);
        if (button == message->buttons.end()) continue;
        const auto stamp = graph_.stamp(person_);
        const std::string& id = message->message_id;
        if (message->kind == "template") {
            post(webhooks_.template_press(person_, stamp, id, button->handle, label));
        } else if (message->kind == "list") {
            post(webhooks_.list_press(person_, stamp, id, button->handle, label));
        } else {
            post(webhooks_.button_press(person_, stamp, id, button->handle, label));
        }
        return;
    }
    throw std::runtime_error("no button " + std::string(label));
}

std::vector<SentWhatsApp> WhatsAppPhone::all() const {
    return graph_.sent_to(person_.number.empty() ? person_.user_id : person_.number);
}

std::vector<SentWhatsApp> WhatsAppPhone::told() const {
    auto messages = all();
    messages.erase(
        messages.begin(),
        messages.begin() + static_cast<std::ptrdiff_t>(std::min(seen_, messages.size()))
    );
    return messages;
}

bool WhatsAppPhone::was_told(std::string_view words) const {
    return std::ranges::any_of(told(), [&](const SentWhatsApp& message) {
        return holds(message, words);
    });
}

void WhatsAppPhone::look() {
    seen_ = all().size();
}

void WhatsAppPhone::post(const std::string& body) {
    look();
    const int status = post_whatsapp(world_.service().port(), graph_.account(), body);
    if (status != 200) throw std::runtime_error("answered with " + std::to_string(status));
    if (!world_.wait_until_at_rest(std::chrono::seconds{30})) {
        throw std::runtime_error("not at rest:\n" + world_.service().log_end());
    }
}

}  // namespace support
