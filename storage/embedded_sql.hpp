#pragma once

#include <span>
#include <string_view>

namespace storage {

// One .sql file compiled into the program.
struct EmbeddedSql {
    std::string_view name;  // queries: "<area>/<file>"; migrations: "<number>_<what>"
    std::string_view text;
};

// All statements of storage/queries, sorted by name. Constant for the life of the program.
std::span<const EmbeddedSql> embedded_queries();

// All migrations, in the order in which they are applied.
std::span<const EmbeddedSql> embedded_migrations();

}  // namespace storage
