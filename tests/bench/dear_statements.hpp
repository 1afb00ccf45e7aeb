#pragma once

#include <string>
#include <vector>

namespace bench {

// Which statements PostgreSQL spends its time on, counted by its own extension pg_stat_statements.
// For one thread; everything throws what libpqxx throws.
class DearStatements {
public:
    // Lines of postgresql.conf that a cluster needs for it.
    static std::vector<std::string> settings();

    // Begins to count, from zero, everything that runs in this database.
    explicit DearStatements(std::string database_url);

    // The dearest ones so far as a Markdown table, dearest first: calls, planning and execution in
    // microseconds per turn, rows.
    [[nodiscard]] std::string table(int most, long turns) const;

private:
    std::string database_url_;
};

}  // namespace bench
