#pragma once

#include <string>
#include <vector>

namespace storage {

// Brings the schema up to this program: each missing migration in a transaction of its own, forward
// only, one migrator at a time (advisory lock). Returns the names of those applied, in order; empty
// if there was nothing to do. A lock that is not free within 200 ms is tried again, at most 5
// minutes. Throws Outage, or std::runtime_error if the database has a migration that this program
// does not know.
std::vector<std::string> migrate(const std::string& database_url);

enum class SchemaState { Current, Behind, Ahead };

// Whether the schema is the one this program was built for. Throws Outage.
SchemaState schema_state(const std::string& database_url);

}  // namespace storage
