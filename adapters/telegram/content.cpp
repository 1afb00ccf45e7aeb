#include "adapters/telegram/content.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "adapters/telegram/command.hpp"

namespace adapters::telegram {
namespace {

// Source of both lists: https://core.telegram.org/bots/api#message.
constexpr std::string_view kServiceNames[] = {
    "new_chat_members",
    "left_chat_member",
    "chat_owner_left",
    "chat_owner_changed",
    "new_chat_title",
    "new_chat_photo",
    "delete_chat_photo",
    "group_chat_created",
    "supergroup_chat_created",
    "channel_chat_created",
    "message_auto_delete_timer_changed",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "pinned_message",
    "invoice",
    "successful_payment",
    "refunded_payment",
    "users_shared",
    "user_shared",
    "chat_shared",
    "connected_website",
    "write_access_allowed",
    "passport_data",
    "proximity_alert_triggered",
    "boost_added",
    "chat_background_set",
    "checklist_tasks_done",
    "checklist_tasks_added",
    "direct_message_price_changed",
    "forum_topic_created",
    "forum_topic_edited",
    "forum_topic_closed",
    "forum_topic_reopened",
    "general_forum_topic_hidden",
    "general_forum_topic_unhidden",
    "giveaway_created",
    "giveaway_completed",
    "managed_bot_created",
    "paid_message_price_changed",
    "poll_option_added",
    "poll_option_deleted",
    "suggested_post_approved",
    "suggested_post_approval_failed",
    "suggested_post_declined",
    "suggested_post_paid",
    "suggested_post_refunded",
    "video_chat_scheduled",
    "video_chat_started",
    "video_chat_ended",
    "video_chat_participants_invited",
    "voice_chat_scheduled",
    "voice_chat_started",
    "voice_chat_ended",
    "voice_chat_participants_invited",
    "web_app_data",
    "community_chat_added",
    "community_chat_removed"};

constexpr std::string_view kUnsupportedNames[] = {
    "sticker",
    "dice",
    "story",
    "poll",
    "game",
    "checklist",
    "gift",
    "unique_gift",
    "giveaway",
    "giveaway_winners",
    "paid_media",
    "rich_message"};

struct FileMember {
    std::string_view name;
    FileKind kind;
};
// In this order: an animation has a document of the same file beside it.
constexpr FileMember kFileMembers[] = {
    {"animation", FileKind::Video},
    {"document", FileKind::Document},
    {"video", FileKind::Video},
    {"video_note", FileKind::Video},
    {"audio", FileKind::Audio},
    {"voice", FileKind::Audio}};

// The largest by area: the list is not always in order (PLATFORMS.md section 3).
File photo(const json::array& sizes, Fields& fields) {
    File file;
    file.kind = FileKind::Photo;
    file.mime = "image/jpeg";
    std::int64_t largest = -1;
    for (const auto& element : sizes) {
        const auto* size = element.if_object();
        if (size == nullptr) {
            fields.odd("photo", "no object");
            break;
        }
        constexpr std::int64_t kMostPixels = 1'000'000;
        const auto width = fields.integer(*size, "width").value_or(0);
        const auto height = fields.integer(*size, "height").value_or(0);
        if (width < 0 || height < 0 || width > kMostPixels || height > kMostPixels) {
            fields.odd("photo", "no size");
            break;
        }
        if (width * height <= largest) continue;
        largest = width * height;
        file.reference = fields.text_id(*size, "file_id");
        file.size_bytes = fields.integer(*size, "file_size");
    }
    if (file.reference.empty()) fields.odd("photo", "no file_id");
    return file;
}

File file(const json::object& member, FileKind kind, Fields& fields) {
    File file;
    file.kind = kind;
    file.reference = fields.text_id(member, "file_id");
    file.mime = fields.text(member, "mime_type");
    file.name = fields.text(member, "file_name");
    file.size_bytes = fields.integer(member, "file_size");
    if (file.reference.empty()) fields.odd("file", "no file_id");
    return file;
}

std::optional<File> file_of(const json::object& message, Fields& fields) {
    if (const auto* sizes = fields.array(message, "photo")) return photo(*sizes, fields);
    for (const auto& member : kFileMembers) {
        if (const auto* found = fields.object(message, member.name)) {
            return file(*found, member.kind, fields);
        }
    }
    return std::nullopt;
}

Content place(const json::object& location, std::string name, Fields& fields) {
    const auto latitude = fields.number(location, "latitude");
    const auto longitude = fields.number(location, "longitude");
    if (!latitude || !longitude) fields.odd("location", "no coordinates");
    return Location{latitude.value_or(0), longitude.value_or(0), std::move(name)};
}

Content card(const json::object& contact, std::string_view sender, Fields& fields) {
    const std::string owner = fields.numeric_id(contact, "user_id");
    return ContactCard{fields.text(contact, "phone_number"), !owner.empty() && owner == sender};
}

template <std::size_t N>
std::string_view first_of(const json::object& message, const std::string_view (&names)[N]) {
    for (const std::string_view name : names) {
        if (has(message, name)) return name;
    }
    return {};
}

}  // namespace

std::string_view service_name(const json::object& message) {
    return first_of(message, kServiceNames);
}

Content content_of(
    const json::object& message, std::string_view our_name, std::string_view sender, Fields& fields
) {
    if (has(message, "text")) return text_or_command(fields.text(message, "text"), our_name);
    if (const auto* venue = fields.object(message, "venue")) {
        const auto* location = fields.object(*venue, "location");
        if (location == nullptr) location = fields.object(message, "location");
        if (location == nullptr) fields.odd("venue", "no location");
        if (location != nullptr) return place(*location, fields.text(*venue, "title"), fields);
    }
    if (const auto* location = fields.object(message, "location")) {
        return place(*location, {}, fields);
    }
    if (const auto* contact = fields.object(message, "contact")) {
        return card(*contact, sender, fields);
    }
    if (auto sent = file_of(message, fields)) {
        sent->caption = fields.text(message, "caption");
        sent->album = fields.text_id(message, "media_group_id");
        return *std::move(sent);
    }
    const std::string_view unsupported = first_of(message, kUnsupportedNames);
    if (!unsupported.empty()) return Unsupported{std::string(unsupported)};
    return Ignored{"unknown_message"};
}

}  // namespace adapters::telegram
