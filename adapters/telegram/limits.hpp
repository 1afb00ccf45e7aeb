#pragma once

#include <chrono>
#include <cstddef>

// What Telegram and our own rules allow. Lengths of text are in UTF-16 units.
namespace adapters::telegram {

// https://core.telegram.org/bots/api#sendmessage: "1-4096 characters after entities parsing".
inline constexpr std::size_t kText = 4096;

// https://core.telegram.org/bots/api#senddocument: caption, "0-1024 characters".
inline constexpr std::size_t kCaption = 1024;

// https://core.telegram.org/constructor/config: edit_time_limit; two days as served (by a third
// party).
inline constexpr std::chrono::hours kEditable{48};

// PLATFORMS.md section 4.2: files in both directions, and photos as photos.
inline constexpr std::size_t kFileBytes = std::size_t{20} * 1024 * 1024;
inline constexpr std::size_t kPhotoBytes = std::size_t{5} * 1024 * 1024;
// PLATFORMS.md section 4.1: a call with a file.
inline constexpr std::chrono::seconds kFileCall{60};

// PLATFORMS.md section 4.2, ours for both platforms: WhatsApp takes no more with buttons.
inline constexpr std::size_t kTextWithButtons = 1024;
inline constexpr std::size_t kButtons = 3;
inline constexpr std::size_t kListRows = 10;

// https://core.telegram.org/bots/api#inlinekeyboardbutton: callback_data, "1-64 bytes".
inline constexpr std::size_t kHandleBytes = 64;

// https://core.telegram.org/bots/api#formatting-options (by a third party): further ones are
// ignored.
inline constexpr std::size_t kEntities = 100;

// https://core.telegram.org/bots/api#setwebhook: secret_token, "1-256 characters".
inline constexpr std::size_t kSecret = 256;
// https://core.telegram.org/bots/api#setwebhook: max_connections, "1-100, defaults to 40".
inline constexpr int kWebhookConnections = 40;

// https://core.telegram.org/bots/api#getupdates: limit, "1-100".
inline constexpr int kUpdates = 100;
// PLATFORMS.md section 2.4.
inline constexpr std::chrono::seconds kPollTimeout{50};

// https://core.telegram.org/bots/api#botcommand: name and description; PLATFORMS.md 4.2: 20 are
// ours.
inline constexpr std::size_t kCommandName = 32;
inline constexpr std::size_t kCommandDescription = 256;
inline constexpr std::size_t kCommands = 20;

// https://core.telegram.org/bots/features#deep-linking: "up to 64 characters".
inline constexpr std::size_t kStartToken = 64;

// https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this: "about 30
// messages per second", "more than one message per second" to one chat; PLATFORMS.md section 5:
// ours of the bot, of it notices, and one chat.
inline constexpr double kPlatformPerSecond = 30;
inline constexpr double kMessagesPerSecond = 25;
inline constexpr double kNoticesPerSecond = 20;
inline constexpr int kChatBurst = 3;
inline constexpr std::chrono::milliseconds kChatInterval{1'000};

}  // namespace adapters::telegram
