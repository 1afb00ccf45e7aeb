#pragma once

#include <chrono>
#include <cstddef>

// What WhatsApp and our own rules allow. Lengths of text are in UTF-16 units (the careful choice of
// PLATFORMS.md section 12).
namespace adapters::whatsapp {

// https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/text-messages:
// body, "Maximum 4096 characters".
inline constexpr std::size_t kText = 4096;

// .../messages/interactive-reply-buttons-messages: body 1024; 3 buttons; title 20; id 256.
inline constexpr std::size_t kTextWithButtons = 1024;
inline constexpr std::size_t kButtons = 3;
inline constexpr std::size_t kButtonTitle = 20;
inline constexpr std::size_t kHandle = 256;

// .../messages/interactive-list-messages: body 4096 there, 1024 by PLATFORMS.md section 4.2; 10
// rows over all sections; button 20; row title 24, description 72, id 200.
inline constexpr std::size_t kListRows = 10;
inline constexpr std::size_t kOpener = 20;
inline constexpr std::size_t kRowTitle = 24;
inline constexpr std::size_t kRowDescription = 72;
inline constexpr std::size_t kRowHandle = 200;

// .../messages/document-messages and image-messages: caption, "Maximum 1024 characters".
inline constexpr std::size_t kCaption = 1024;
// PLATFORMS.md section 4.2, ours: longer names are no help to anybody.
inline constexpr std::size_t kFileName = 240;

// .../reference/whatsapp-business-phone-number/message-api: biz_opaque_callback_data, "Maximum 512
// characters".
inline constexpr std::size_t kTracker = 512;

// .../templates/overview and components: name 512; body 1024; header and footer 60; 10 buttons of
// up to 25 characters; PLATFORMS.md section 8: a parameter is one line.
inline constexpr std::size_t kTemplateName = 512;
inline constexpr std::size_t kTemplateBody = 1024;
inline constexpr std::size_t kTemplateFooter = 60;
inline constexpr std::size_t kTemplateButtons = 10;
inline constexpr std::size_t kTemplateButtonText = 25;
// By a third party: a body with more variables than a third of its words is refused.
inline constexpr std::size_t kWordsPerVariable = 3;

// .../support/error-codes, 131056: 4^n seconds; PLATFORMS.md section 5. 4^6 is a little over an
// hour.
inline constexpr int kMostPairPauses = 6;

// PLATFORMS.md section 4.2: files in both directions, checked before they are fetched or sent.
inline constexpr std::size_t kFileBytes = std::size_t{20} * 1024 * 1024;
inline constexpr std::size_t kPhotoBytes = std::size_t{5} * 1024 * 1024;

// https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages,
// customer service windows: 24 hours; PLATFORMS.md section 8: less five minutes.
inline constexpr std::chrono::minutes kWindow{24 * 60 - 5};

// https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput: "up to 80
// messages per second"; PLATFORMS.md section 5: ours of the number, of it notices, and one person.
inline constexpr double kPlatformPerSecond = 80;
inline constexpr double kMessagesPerSecond = 50;
inline constexpr double kNoticesPerSecond = 20;
inline constexpr int kChatBurst = 10;
inline constexpr std::chrono::milliseconds kChatInterval{6'000};

// https://developers.facebook.com/documentation/business-messaging/whatsapp/messaging-limits:
// unique people outside their window in 24 hours and portfolio, of a new one 250; PLATFORMS.md
// section 5: at 90 % notices wait.
inline constexpr int kPeoplePerDay = 250;
inline constexpr int kPeoplePercent = 90;
// PLATFORMS.md section 8: free-form messages that arrive cost nothing up to so many per number and
// month, and somebody is to know of it before.
inline constexpr int kFreeMessages = 1'000;
inline constexpr int kFreeMessagesWarning = 800;

// PLATFORMS.md section 1: a report settles a doubt within that time.
inline constexpr std::chrono::seconds kReportWait{60};

// PLATFORMS.md section 4.1: a call, and a call with a file.
inline constexpr std::chrono::seconds kCall{15};
inline constexpr std::chrono::seconds kFileCall{60};

}  // namespace adapters::whatsapp
