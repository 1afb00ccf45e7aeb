#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "storage/pegawai_store.hpp"

namespace storage {

struct ChatAnswer {
    std::string title, body, buttons;
};

// A chat without a platform: the terminal. Its messages go in and come out by the same rows as
// those of a platform. Lives as long as one transaction.
class ChatStore {
public:
    explicit ChatStore(Transaction& transaction) : transaction_(transaction) {}

    // The conversation of the person on this channel, bound to him; made if there is none. His
    // other addresses stay.
    std::int64_t open(std::string_view channel, const PegawaiKey& person, domain::Instant now);

    // A message of the person; `external_id` is new.
    void add_line(
        std::int64_t conversation_id, std::string_view line, std::string_view external_id
    );

    // What waits to be sent there, which counts as sent now.
    std::vector<ChatAnswer> take_answers(std::int64_t conversation_id);

private:
    Transaction& transaction_;
};

}  // namespace storage
