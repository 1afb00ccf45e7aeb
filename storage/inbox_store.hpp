#pragma once

#include <span>
#include <string_view>

#include "storage/connection.hpp"

namespace storage {

// A webhook body as it came. The views are the caller's.
struct InboxBody {
    std::string_view channel, account, raw;
};

// The inbox table as intake sees it: it can only add. Lives as long as one transaction.
class InboxStore {
public:
    explicit InboxStore(Transaction& transaction) : transaction_(transaction) {}

    // A body that is known already changes nothing.
    void add(std::span<const InboxBody> bodies);

private:
    Transaction& transaction_;
};

}  // namespace storage
