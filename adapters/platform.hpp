#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/kalender/waktu.hpp"

namespace adapters {

enum class ChatKind { Private, Group, Channel };

// What a person did. One struct per kind of PLATFORMS.md section 3; no platform's words.
struct Text {
    std::string text;  // valid UTF-8, without NUL and without controls but line breaks and tabs
};
struct Start {
    std::string token;  // of a deep link; empty if none
};
struct Press {
    std::string handle;             // what we put on the button; may be forged or stale
    std::string answer_id;          // for the platform's "press seen"; empty if it has none
    std::string pressed_message{};  // message_id of the message with the button; empty if not told
};
struct ContactCard {
    std::string number;  // as the platform gave it
    bool own = false;    // proven to be the sender's own
};
enum class FileKind { Photo, Document, Audio, Video };
struct File {
    FileKind kind = FileKind::Document;
    std::string reference;  // the platform's id of the file
    std::string mime;
    std::string name;
    std::optional<std::int64_t> size_bytes;
    std::string caption;
    std::string album{};  // of the set that it was sent in; empty: it came alone
};
struct Location {
    double latitude = 0;
    double longitude = 0;
    std::string name;
};
struct Reaction {
    std::string message_id;
    std::vector<std::string> added;
    std::vector<std::string> removed;
    bool replaces = false;  // whatever the person had put there before is gone, named or not
};
struct Edited {
    std::string text;
    std::string message_id{};  // of the corrected message, if the edit has an id of its own
};
struct Revoked {
    std::string message_id;  // of the message that its sender has taken back
};
struct Blocked {};    // the person has closed the chat to us
struct Unblocked {};  // and opened it again
// The person has other addresses now. Moves nothing by itself: the new ones must be bound anew. The
// old ones are those of the Incoming.
struct AddressChanged {
    std::vector<std::string> new_addresses;  // at least one
};
struct IdentityChanged {};  // the same address may be in other hands
struct GroupMessage {};
struct Unsupported {
    std::string name;  // of the kind, in our words: "sticker"
};
struct Ignored {
    std::string name;  // of the kind, for the counter
};

using Content = std::variant<
    Text,
    Start,
    Press,
    ContactCard,
    File,
    Location,
    Reaction,
    Edited,
    Blocked,
    Unblocked,
    Revoked,
    AddressChanged,
    IdentityChanged,
    GroupMessage,
    Unsupported,
    Ignored>;

// One thing that one person did, in neutral words.
struct Incoming {
    std::string account;       // our bot or number there
    std::string external_id;   // the duplicate key of the platform
    std::string conversation;  // what keeps order; the private chat
    std::string sender;        // the address to bind; empty if the platform names none
    std::vector<std::string> further_addresses{};  // of the same sender, each as good as `sender`
    std::string number{};     // telephone number of the sender that the platform vouches for; may
                              // be empty
    std::string sender_name;  // shown only, never trusted
    std::string message_id;   // for replies; empty if the thing is no message
    std::string natural_key;  // one and the same for one and the same effect, also under a new
                              // external_id: "m:<message>", "e:<message>:<edit time>",
                              // "p:<answer id>", "r:<message>:<time>"; empty: external_id decides
    std::string reply_to;     // message_id of the message answered; empty if none
    std::optional<domain::Instant> sent_at;  // the platform's time; a press has none
    ChatKind chat = ChatKind::Private;
    bool forwarded = false;
    Content content;
};

// A message to one person. Lengths are checked by the encoder (limits.hpp of the platform).
struct Button {
    std::string label;
    std::string handle;
};
enum class Keyboard { None, AskForContact, Remove };
enum class Style { Plain, Bold, Italic, Mono };
struct Run {
    Style style = Style::Plain;
    std::string text;
};
struct ListRow {
    std::string label;
    std::string handle;
    std::string description{};
};
struct List {
    std::string opener;  // of the button that opens the list
    std::vector<ListRow> rows;
};
struct Attachment {
    FileKind kind = FileKind::Document;
    std::string
        reference;       // the platform's id of the uploaded file; empty: `content` goes up first
    std::string name;    // shown to the person; of safe_file_name if there is a content
    std::string mime{};  // of the content
    std::string content{};  // the whole file; not needed with a reference
};
// A message in words that the platform has approved beforehand.
struct Notice {
    std::string name;                     // of CONVERSATION.md section 6
    std::vector<std::string> parameters;  // in the order of the template's variables
    std::vector<std::string> handles;     // of its buttons, in order
};
// Whether the platform still lets us write freely to the person (PLATFORMS.md section 8).
enum class Window { Open, Closed };
struct Outgoing {
    std::string recipient;
    std::vector<Run> text;
    std::vector<Button> buttons;
    Keyboard keyboard = Keyboard::None;
    std::string keyboard_label;  // of the button that shares the contact
    std::string reply_to;        // empty: none
    std::optional<List> list{};  // instead of buttons
    std::optional<Attachment> attachment{};
    std::optional<Notice> notice{};  // what goes out instead where the window is closed
    Window window = Window::Open;
    std::string tracker{};  // ours, comes back in delivery reports; empty: none
    int failures = 0;       // sends to this recipient that failed in a row
};

// The closed list of PLATFORMS.md section 1.
enum class Scope { Conversation, Account, Template };
struct Sent {
    std::string message_id;
    std::string file_reference{};  // of an uploaded attachment, for the next time; empty: none
};
struct RetryAfter {
    std::chrono::milliseconds delay{0};  // 0: the sender's own back-off
    Scope scope = Scope::Conversation;
    bool maybe_sent = false;  // the bytes may have left and the answer was lost
    bool alarming = false;    // a person is to be told
};
struct RecipientGone {
    std::string code;
};
struct Rejected {
    std::string code;
};
// The code of a Rejected whose file reference the platform does not know any more: with the content
// it may go out.
inline constexpr std::string_view kFileRefused = "file_refused";
struct WindowClosed {};
struct Reconfigure {
    std::string code;
    Scope scope = Scope::Account;
};
using SendOutcome =
    std::variant<Sent, RetryAfter, RecipientGone, Rejected, WindowClosed, Reconfigure>;

// What became of a message of ours. Statuses move forward only, in this order; Failed ends.
enum class DeliveryStatus { Sent, Delivered, Read, Played, Failed };
struct DeliveryReport {
    std::string account;
    std::string external_id;  // the duplicate key: message, status and recipient
    std::string message_id;
    std::string recipient;
    std::string tracker;  // of the Outgoing; empty if it had none
    DeliveryStatus status = DeliveryStatus::Sent;
    std::optional<domain::Instant> at;
    std::optional<SendOutcome> failure;  // of Failed: what it means for the sender
    std::string price_category;          // "service", "utility"; empty if not told
    std::string price_type;              // "regular", "free_customer_service"; empty if not told
};

// What happened to our account there, for log, metrics and doctor. Nobody is answered.
enum class AccountEventKind { Template, Quality, Account };
struct AccountEvent {
    AccountEventKind kind = AccountEventKind::Account;
    std::string subject;  // the template's name; empty otherwise
    std::string word;     // what happened: "approved", "yellow", "account_restriction"
    std::optional<domain::Instant> at;
    std::optional<Reconfigure> stop;  // if nothing can be sent in that scope from now on
};

// What a body held. Never an exception: what cannot be read is told apart.
struct Decoded {
    std::vector<Incoming> incoming;
    std::string unreadable;  // why a part or all of it could not be read; empty: all was read
    std::vector<DeliveryReport> reports{};
    std::vector<AccountEvent> events{};
};

// The header fields and the body of a webhook request that a platform needs to know its own.
struct WebhookRequest {
    std::string_view signature;  // value of signature_field(); empty if missing
    std::string_view body;
};

// A chat platform. Its const functions may be called from many threads at once; send() by one
// thread at a time per object (each sender has its own).
class Platform {
public:
    virtual ~Platform() = default;

    // "telegram": the channel of rows and of the route /webhook/<name>.
    [[nodiscard]] virtual std::string_view name() const = 0;
    // Our account there: the bot id, the phone number id.
    [[nodiscard]] virtual std::string_view account() const = 0;
    // The header field that carries the proof of authenticity.
    [[nodiscard]] virtual std::string_view signature_field() const = 0;

    // How long after an act of the person he may be written to freely; nothing: always.
    [[nodiscard]] virtual std::optional<std::chrono::seconds> window() const {
        return std::nullopt;
    }

    // Whether the request comes from the platform. Constant time. Missing is wrong.
    [[nodiscard]] virtual bool is_genuine(const WebhookRequest& request) const = 0;

    // Reads genuine bytes. Never throws on any content.
    [[nodiscard]] virtual Decoded decode(std::string_view body) const = 0;
};

// Why the content of a file that a person sent cannot be had. Gone: the platform has it no more.
enum class FetchFailure { Gone, TooLarge, TryLater };

// What a person sees us doing until the next message comes.
enum class ChatAction { Typing, SendingDocument, SendingPhoto };

// One connection to a platform's API. For one thread. Every call blocks, at most for the deadline.
class PlatformClient {
public:
    virtual ~PlatformClient() = default;

    // Sends one message. Never throws for what the network or the platform does.
    virtual SendOutcome send(const Outgoing& message) = 0;

    // Hands the bytes of a file that a person sent (File::reference) to `take`, piece by piece,
    // until all are there or `take` says false, which counts as TooLarge; files that are known to
    // be above `most_bytes` are not begun. Nothing if all were taken. Never throws for what the
    // network or the platform does; what `take` throws passes through. PLATFORMS.md section 7.
    virtual std::optional<FetchFailure> fetch(
        std::string_view reference,
        std::int64_t most_bytes,
        const std::function<bool(std::string_view)>& take
    ) = 0;

    // Tells the platform that a press was seen. Best effort.
    virtual void answer_press(std::string_view answer_id) = 0;

    // Shows the person that the message was seen and that an answer is being written, where the
    // platform can. Best effort.
    virtual void show_seen(std::string_view) {}

    // Shows the person what we are at, for some seconds, where the platform can. Best effort.
    virtual void show_action(std::string_view, ChatAction) {}

    // Takes the buttons off a message of ours, where the platform can. Best effort.
    virtual void remove_buttons(std::string_view, std::string_view) {}

    // Asks for something without effect, to learn whether the platform is back.
    virtual bool probe() = 0;
};

}  // namespace adapters
