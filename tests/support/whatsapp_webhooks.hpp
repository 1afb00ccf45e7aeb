#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace support {

// A person with WhatsApp. Either address may be empty, not both (PLATFORMS.md section 9).
struct WhatsAppPerson {
    std::string number{};   // without "+"
    std::string user_id{};  // business-scoped, "ID.…"
    std::string name{};
};

// What every message carries beside its content.
struct WhatsAppStamp {
    std::string message_id{};
    std::int64_t timestamp = 0;  // seconds since 1970
};

// Our own number, as the webhooks name it.
struct WhatsAppNumber {
    std::string business_account_id{};
    std::string phone_number_id{};
    std::string display_number{};
};

// The bodies of webhooks as Meta writes them, byte by byte: everything above U+007F as \uXXXX, '/'
// as \/ (https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks). One
// object per number; may be shared between threads.
class WhatsAppWebhooks {
public:
    explicit WhatsAppWebhooks(WhatsAppNumber number) : number_(std::move(number)) {}

    // `reply_to` is the id of a message of ours; empty: none.
    [[nodiscard]] std::string text(
        const WhatsAppPerson& person,
        const WhatsAppStamp& stamp,
        std::string_view text,
        std::string_view reply_to = ""
    ) const;
    // A press of a button or a choice of a list row under our message `pressed`, or of the quick
    // reply of a template.
    [[nodiscard]] std::string button_press(
        const WhatsAppPerson& person,
        const WhatsAppStamp& stamp,
        std::string_view pressed,
        std::string_view id,
        std::string_view title
    ) const;
    [[nodiscard]] std::string list_press(
        const WhatsAppPerson& person,
        const WhatsAppStamp& stamp,
        std::string_view pressed,
        std::string_view id,
        std::string_view title
    ) const;
    [[nodiscard]] std::string template_press(
        const WhatsAppPerson& person,
        const WhatsAppStamp& stamp,
        std::string_view pressed,
        std::string_view payload,
        std::string_view title
    ) const;
    // `kind`: "image", "document", "video", "audio", "sticker".
    struct MediaPart {
        std::string kind{};
        std::string id{};
        std::string mime{};
        std::string sha256{};
        std::string caption{};
        std::string file_name{};
    };
    [[nodiscard]] std::string media(
        const WhatsAppPerson& person, const WhatsAppStamp& stamp, const MediaPart& part
    ) const;
    [[nodiscard]] std::string location(
        const WhatsAppPerson& person, const WhatsAppStamp& stamp, double latitude, double longitude
    ) const;
    // A card of somebody, picked from the address book.
    [[nodiscard]] std::string contact(
        const WhatsAppPerson& person, const WhatsAppStamp& stamp, const WhatsAppPerson& card
    ) const;
    // An empty emoji takes the reaction back.
    [[nodiscard]] std::string reaction(
        const WhatsAppPerson& person,
        const WhatsAppStamp& stamp,
        std::string_view message_id,
        std::string_view emoji
    ) const;
    [[nodiscard]] std::string revoked(
        const WhatsAppPerson& person, const WhatsAppStamp& stamp, std::string_view message_id
    ) const;
    [[nodiscard]] std::string unsupported(const WhatsAppPerson& person, const WhatsAppStamp& stamp)
        const;
    [[nodiscard]] std::string number_changed(
        const WhatsAppPerson& person, const WhatsAppStamp& stamp, std::string_view new_number
    ) const;

    // What became of our message: "sent", "delivered", "read"; with an error "failed".
    struct StatusPart {
        std::string message_id{};
        std::string recipient{};
        std::string status{};
        std::string tracker{};  // biz_opaque_callback_data; empty: none
        int error_code = 0;
        std::int64_t timestamp = 0;
    };
    [[nodiscard]] std::string status(const StatusPart& part) const;

private:
    WhatsAppNumber number_;
};

// JSON as Meta writes it; `json` must be valid.
std::string escaped_as_by_meta(std::string_view json);

// "sha256=" and the lower-case hexadecimal HMAC of the bytes.
std::string hub_signature(std::string_view app_secret, std::string_view body);

}  // namespace support
