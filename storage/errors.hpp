#pragma once

#include <stdexcept>

namespace storage {

// The database cannot be asked now (SQLSTATE 08*, 53*, 57P0*, 58*, a lost or silent connection).
// The connection is of no use any more; whether a commit under way happened is not known: read
// again.
class Outage : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Somebody else was in the way (40*, 55P03, 57014, a version that has moved on): the same work
// again may succeed.
class Conflict : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

// The values cannot be stored (22*, 23*, text with NUL or bad UTF-8): again would fail again.
class BadData : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace storage
