#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/api_error.hpp"
#include "adapters/http_client.hpp"
#include "adapters/platform.hpp"
#include "adapters/whatsapp/encode.hpp"
#include "adapters/whatsapp/limits.hpp"
#include "adapters/whatsapp/media.hpp"
#include "adapters/whatsapp/template.hpp"
#include "domain/hasil.hpp"

namespace adapters {

namespace whatsapp {

// What one business number needs to send.
struct Access {
    std::string token;                // of a system user; never logged
    std::string phone_number_id;      // ours
    std::string business_account_id;  // the WABA that keeps the templates; may be empty
};

// Where Meta's media lie (PLATFORMS.md sections 7 and 12).
struct MediaOptions {
    std::vector<std::string> bases{"https://lookaside.fbsbx.com"};
    std::size_t most_bytes = kFileBytes;
    std::chrono::milliseconds call_deadline = kFileCall;
};

// A template as Meta lists it.
struct TemplateState {
    std::string name;
    std::string language;
    std::string status;    // "APPROVED"
    std::string category;  // "UTILITY"
};

}  // namespace whatsapp

// The sending side of one WhatsApp number, over one kept connection. For one thread. Every call
// blocks, at most for the deadlines, and none throws for what the network or Meta does. No error
// holds the token, a number or a text.
class WhatsAppClient final : public PlatformClient {
public:
    // `api` is the base address with the version, "https://graph.facebook.com/v23.0". Throws
    // std::invalid_argument for a bad token, id or address, without repeating it.
    WhatsAppClient(
        whatsapp::Access access,
        std::string_view api,
        HttpOptions options = {},
        whatsapp::MediaOptions media = {}
    );

    // A message that cannot be encoded is Rejected with the word of name_of(EncodeError), and
    // nothing is sent; one without a notice for a closed window is WindowClosed. If Meta says that
    // the window is closed, the notice's template goes out instead, once.
    // An attachment without a reference is uploaded first; its id comes back with Sent.
    SendOutcome send(const Outgoing& message) override;

    // media_info() and download(), in one piece.
    std::optional<FetchFailure> fetch(
        std::string_view reference,
        std::int64_t most_bytes,
        const std::function<bool(std::string_view)>& take
    ) override;

    // Nothing: a press needs no answer here (PLATFORMS.md section 4.1).
    void answer_press(std::string_view answer_id) override;

    // Marks the message and the older ones as read, and shows that an answer is being written.
    void show_seen(std::string_view message_id) override;

    // Asks for our own number.
    bool probe() override;

    // Marks the message, and with it the older ones, as read. Best effort.
    void mark_read(std::string_view message_id, whatsapp::Typing typing);

    domain::Result<whatsapp::MediaInfo, ApiError> media_info(std::string_view media_id);

    // The bytes of a file, by its address: refused without a request if the address is not on one
    // of Meta's bases or the file is too large, and afterwards if its hash is another.
    domain::Result<std::string, ApiError> download(const whatsapp::MediaInfo& media);

    // The id under which the file can be sent for 30 days.
    domain::Result<std::string, ApiError> upload(std::string_view mime, std::string_view file);

    // All templates of the business account.
    domain::Result<std::vector<whatsapp::TemplateState>, ApiError> templates();

    // Nothing if Meta took it for approval, else why not.
    std::optional<ApiError> create_template(const whatsapp::Template& one);

private:
    SendOutcome send_encoded(const Outgoing& message);
    SendOutcome send_uploaded(const Outgoing& message);
    domain::Result<std::string, ApiError> templates_page(
        const std::string& path, std::vector<whatsapp::TemplateState>& found
    );

    std::string phone_number_id_;
    std::string business_account_id_;
    whatsapp::MediaOptions media_;
    HttpOptions download_options_;
    HttpClient http_;
};

}  // namespace adapters
