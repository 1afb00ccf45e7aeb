#pragma once

#include <gtest/gtest.h>

#include "storage/connection.hpp"
#include "storage/migrator.hpp"
#include "tests/support/postgres.hpp"

// A fresh, migrated database of its own.
class DatabaseTest : public testing::Test {
protected:
    DatabaseTest() { storage::migrate(database_.url()); }

    [[nodiscard]] const std::string& url() const { return database_.url(); }
    std::vector<support::Row> query(const std::string& sql) const {
        return support::query(url(), sql);
    }

private:
    support::TestDatabase database_;
};
