#include "tests/bench/dear_statements.hpp"

#include <fmt/format.h>

#include "tests/support/postgres.hpp"

namespace bench {

std::vector<std::string> DearStatements::settings() {
    return {
        "shared_preload_libraries=pg_stat_statements",
        "pg_stat_statements.track_planning=on",
        // BEGIN and COMMIT are statements too.
        "pg_stat_statements.track_utility=on"};
}

DearStatements::DearStatements(std::string database_url) : database_url_(std::move(database_url)) {
    support::query(database_url_, "CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
    support::query(database_url_, "SELECT pg_stat_statements_reset()");
}

std::string DearStatements::table(int most, long turns) const {
    const auto rows = support::query(
        database_url_,
        fmt::format(
            "SELECT calls, round(total_plan_time * 1000 / {0}), "
            "round(total_exec_time * 1000 / {0}), "
            "rows, left(regexp_replace(query, '\\s+', ' ', 'g'), 90) "
            "FROM pg_stat_statements JOIN pg_database ON pg_database.oid = dbid "
            "WHERE datname = current_database() "
            "ORDER BY total_plan_time + total_exec_time DESC LIMIT {1}",
            turns,
            most
        )
    );
    std::string table =
        "| calls | planning, us a turn | execution, us a turn | rows | statement |\n"
        "|---|---|---|---|---|\n";
    for (const support::Row& row : rows) {
        for (const auto& cell : row) table += "| " + cell.value_or("") + " ";
        table += "|\n";
    }
    return table;
}

}  // namespace bench
