#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/fault.hpp"
#include "tests/support/ledger.hpp"
#include "tests/support/whatsapp_webhooks.hpp"

namespace support {

// A message that the stand-in has delivered to a person's phone.
struct SentWhatsApp {
    std::chrono::system_clock::time_point at{};
    std::string to{};    // the person's number without "+", or the user id if no number is known
    std::string kind{};  // "text", "button", "list", "cta_url", "image", "document", "template"
    std::string text{};  // body or caption; of a template its words with the parameters in place
    std::vector<ApiButton> buttons{};  // of a list its rows
    std::string opener{};              // of a list
    std::string template_name{};
    std::string media_id{};
    std::string file_name{};
    std::string reply_to{};
    std::string tracker{};  // biz_opaque_callback_data
    std::string message_id{};
    bool answered = false;  // false: the caller could not learn that it was delivered
};

// Whether the message's text holds the words, whatever their letter case (ASCII).
bool holds(const SentWhatsApp& message, std::string_view words);

// Whose Cloud API it is.
struct GraphAccount {
    std::string token = "EAAcontoh";
    std::string phone_number_id = "106540352242922";
    std::string display_number = "622155500000";
    std::string business_account_id = "102290129340398";
    std::string app_secret = "app-secret-contoh-contoh-contoh-1234";
};

// A stand-in for the WhatsApp Cloud API and its webhooks (PLATFORMS.md sections 2.1, 4.1, 4.2, 5,
// 6.2, 7 to 9) on 127.0.0.1, on a thread of its own: it answers like the API, refuses what the API
// refuses, and also refuses fields that the program has no reason to send. Its own clock stands
// beside the system's until it is moved. All functions may be called from any thread.
class FakeGraphApi {
public:
    // Listens at once. `port` 0 takes a free one.
    explicit FakeGraphApi(GraphAccount account = {}, unsigned short port = 0);
    ~FakeGraphApi();
    FakeGraphApi(const FakeGraphApi&) = delete;
    FakeGraphApi& operator=(const FakeGraphApi&) = delete;

    // "http://127.0.0.1:<port>/v23.0", and the same without the version, where media lie.
    [[nodiscard]] std::string address() const;
    [[nodiscard]] std::string media_base() const;
    [[nodiscard]] const GraphAccount& account() const;

    // The ledger so far, in the order of delivery. `to` as in SentWhatsApp.
    [[nodiscard]] std::vector<SentWhatsApp> sent() const;
    [[nodiscard]] std::vector<SentWhatsApp> sent_to(std::string_view to) const;
    // Every call, by "POST messages", "POST media", "GET media", "GET file", "GET number",
    // "GET message_templates", "POST message_templates"; all without a name.
    [[nodiscard]] std::vector<ApiCall> calls(std::string_view method = "") const;
    // Calls of POST messages that were refused with 400: the program broke a rule of the API.
    [[nodiscard]] std::vector<ApiCall> refused() const;
    // The messages that were marked as read.
    [[nodiscard]] std::vector<std::string> read_messages() const;

    // The next calls of POST messages fail like this, one each, in this order.
    void fail_next(const std::vector<Fault>& faults);
    // From now on this share of them fails at random, of every kind; 0 ends it.
    void fail_at_random(double share, std::uint64_t seed);
    // The delay that a 429 names.
    void set_retry_after(std::chrono::seconds delay);
    void set_latency(std::chrono::milliseconds latency);
    // The token is no longer good, or good again.
    void set_token_expired(bool expired);
    // The number has no WhatsApp, or has blocked us.
    void remove_from_whatsapp(const std::string& number);
    // What one person may get: so many at once, one more each `per`. 10 and 6 s without this.
    void set_pair_limit(int burst, std::chrono::milliseconds per);
    // Messages in any second; 80 without this.
    void set_throughput(int per_second);
    void move_clock(std::chrono::seconds forward);
    [[nodiscard]] std::chrono::system_clock::time_point now() const;

    // The person writes or presses something: opens the window, and gives back what the webhook
    // carries.
    WhatsAppStamp stamp(const WhatsAppPerson& person);
    // The person sends a file, which can be fetched by the id.
    std::string add_media(const std::string& mime, const std::string& bytes);
    // The file under that id, sent by a person or by the program; empty if there is none.
    [[nodiscard]] std::string media_content(const std::string& id) const;
    // A template in the state that Meta's review left it in: "APPROVED", "PENDING", "REJECTED",
    // "PAUSED", "DISABLED". `definition` as in POST message_templates.
    void add_template(const std::string& definition, const std::string& status = "APPROVED");
    void set_template_status(const std::string& name, const std::string& status);

private:
    class Server;
    std::unique_ptr<Server> server_;
};

}  // namespace support
