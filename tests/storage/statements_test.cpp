#include <fmt/format.h>

#include <pqxx/pqxx>

#include "storage/embedded_sql.hpp"
#include "tests/storage/database_fixture.hpp"
#include "tests/storage/statement_text.hpp"

namespace {

class Statements : public DatabaseTest {};

// Every statement is planned and executed; with nulls for parameters it changes nothing, or is
// refused by a constraint (class 23), which it must have reached.
TEST_F(Statements, RunEveryOne) {
    pqxx::connection connection(url());
    int run = 0;
    for (const storage::EmbeddedSql& statement : storage::embedded_queries()) {
        pqxx::nontransaction direct(connection);
        const std::string name = "s" + std::to_string(++run);
        const int parameters = parameters_of(statement.text);
        try {
            // A statement without parameters may be one that SQL's own PREPARE does not take.
            if (parameters == 0) {
                direct.exec(std::string(statement.text));
                continue;
            }
            direct.exec("PREPARE " + name + " AS " + std::string(statement.text));
            direct.exec("EXECUTE " + name + nulls(parameters));
        } catch (const pqxx::sql_error& error) {
            EXPECT_TRUE(error.sqlstate().starts_with("23"))
                << statement.name << ": " << error.what();
        }
    }
    EXPECT_GT(run, 60);
}

TEST_F(Statements, BeginWithACommentThatSaysWhatTheyDo) {
    for (const storage::EmbeddedSql& statement : storage::embedded_queries()) {
        EXPECT_TRUE(statement.text.starts_with("-- ")) << statement.name;
    }
}

TEST_F(Statements, AreAllPreparedForTheRolesThatUseThem) {
    using storage::ConnectionRole;

    for (const auto role :
         {ConnectionRole::Intake,
          ConnectionRole::Split,
          ConnectionRole::Worker,
          ConnectionRole::Lane,
          ConnectionRole::Sender,
          ConnectionRole::Fetch,
          ConnectionRole::Report,
          ConnectionRole::Simulator}) {
        EXPECT_NO_THROW(storage::Connection(url(), role));
    }
}

}  // namespace
