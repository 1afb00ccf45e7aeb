#pragma once

#include <string>

#include "tests/support/office.hpp"
#include "tests/support/postgres.hpp"

namespace bench {

struct SingleTurns {
    double per_second = 0;
    int clients = 0;  // with which that was reached
    std::string all;  // "1: 2104, 8: 5120, 32: 6011"
};

// What PostgreSQL alone does with the rows of one turn per transaction: pgbench, prepared
// statements, 1, 8 and 32 clients; the best of them. The database must hold the schema, the office
// and the bindings. Throws std::runtime_error if pgbench fails.
SingleTurns measure_single_turns(const std::string& database_url, int seconds);

}  // namespace bench
