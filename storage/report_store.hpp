#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "storage/connection.hpp"

namespace storage {

// In the order in which a message passes them; Failed ends.
enum class Delivery { Sent, Delivered, Read, Played, Failed };

// What a platform told about one message of ours.
struct NewReport {
    std::string channel, account, external_id;
    std::string message_id, recipient;
    std::optional<std::int64_t> outbox_id;  // as we gave it to the platform
    Delivery status = Delivery::Sent;
    std::optional<domain::Instant> at;
    std::string error_code;  // of Failed
    std::string price_category, price_type;
};

// A report that was new. outbox_id: of the message; nothing if we know none.
struct KeptReport {
    std::size_t index = 0;  // into what was given
    std::optional<std::int64_t> outbox_id;
};

// What is to become of a message that was accepted and then failed.
enum class AfterFailure { SendAgain, Gone, Rejected, WindowClosed };
struct FailedMessage {
    std::int64_t outbox_id = 0;
    AfterFailure then = AfterFailure::Rejected;
    std::string error_code;
    int rest_ms = 0;  // of SendAgain: before the next try
};

// Delivery reports (PLATFORMS.md sections 1 and 2.3). Lives as long as one transaction, on a
// connection of role Split.
class ReportStore {
public:
    explicit ReportStore(Transaction& transaction) : transaction_(transaction) {}

    // Keeps them all, in their order, and gives those that were not known yet.
    std::vector<KeptReport> add(std::span<const NewReport> reports);

    // How far messages came. Forward only; a message of which it was in doubt whether it left has
    // left.
    void advance(std::span<const NewReport> reports, std::span<const KeptReport> kept);

    // The messages wait again or end; chats rest or lose their window, and what waits for somebody
    // who is gone goes to his other conversation.
    void fail(std::span<const FailedMessage> failed);

private:
    Transaction& transaction_;
};

}  // namespace storage
