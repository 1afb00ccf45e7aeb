#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/bot_world.hpp"
#include "tests/support/fake_graph_api.hpp"

namespace support {

// What a service needs to talk to the stand-in; without limits per second unless the test sets
// them.
Environment whatsapp_environment(const FakeGraphApi& graph);

// Posts a body as Meta does, signed with the app secret. The status; 0 if no whole answer came.
int post_whatsapp(unsigned short port, const GraphAccount& account, const std::string& body);

// The phone of one person who writes to the bot. Each step waits until the bot has nothing left to
// do, and throws std::runtime_error if it does not take the message or come to rest. For one
// thread.
class WhatsAppPhone {
public:
    // All outlive the phone.
    WhatsAppPhone(FakeGraphApi& graph, BotWorld& world, WhatsAppPerson person);

    void says(std::string_view text);
    // Answers the newest message of the bot.
    void replies(std::string_view text);
    // Reacts to the newest message of the bot; an empty emoji takes it back.
    void reacts(std::string_view emoji);
    // Reacts to that one.
    void reacts_to(const std::string& message_id, std::string_view emoji);
    // Sends a file that the platform has under this id.
    void sends(const WhatsAppWebhooks::MediaPart& part);
    // Presses the button or row with this label under the newest message that has it.
    void presses(std::string_view label);

    // What came since the beginning of the last step.
    [[nodiscard]] std::vector<SentWhatsApp> told() const;
    [[nodiscard]] bool was_told(std::string_view words) const;
    [[nodiscard]] std::vector<SentWhatsApp> all() const;
    // From now on told() begins here.
    void look();

    [[nodiscard]] const WhatsAppPerson& person() const { return person_; }
    [[nodiscard]] const WhatsAppWebhooks& webhooks() const { return webhooks_; }

private:
    void post(const std::string& body);

    FakeGraphApi& graph_;
    BotWorld& world_;
    WhatsAppPerson person_;
    WhatsAppWebhooks webhooks_;
    std::size_t seen_ = 0;
};

}  // namespace support
