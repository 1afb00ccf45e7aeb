#include "storage/ledger_store.hpp"
#include "tests/storage/database_fixture.hpp"

namespace {

class Ledger : public DatabaseTest {
protected:
    void add(const std::string& objek_id) {
        storage::Connection connection(url(), storage::ConnectionRole::Worker);
        storage::Transaction transaction(connection);
        storage::LedgerEntry entry;
        entry.tindakan = "isi_realisasi";
        entry.objek = "realisasi";
        entry.objek_id = objek_id;
        storage::LedgerStore(transaction).add({&entry, 1});
        transaction.commit();
    }
    std::int64_t seal() {
        storage::Connection connection(url(), storage::ConnectionRole::Worker);
        storage::Transaction transaction(connection);
        const auto sealed = storage::LedgerStore(transaction).seal();
        transaction.commit();
        return sealed;
    }
    std::vector<std::int64_t> broken() {
        storage::Connection connection(url(), storage::ConnectionRole::Report);
        storage::Transaction transaction(connection);
        return storage::LedgerStore(transaction).broken_seals();
    }
};

TEST_F(Ledger, SealsEveryRowOnce) {
    add("1/1");
    add("1/2");
    const auto first = seal();
    const auto nothing = seal();
    add("1/3");

    EXPECT_EQ(first, 2);
    EXPECT_EQ(nothing, 0);
    EXPECT_EQ(seal(), 1);
    EXPECT_TRUE(broken().empty());
}

TEST_F(Ledger, RefusesEveryChange) {
    add("1/1");

    EXPECT_ANY_THROW(query("UPDATE ledger SET objek_id = '2/2'"));
    EXPECT_ANY_THROW(query("DELETE FROM ledger"));
    EXPECT_ANY_THROW(query("TRUNCATE ledger"));
}

TEST_F(Ledger, ShowsAChangeByItsOwnerToo) {
    add("1/1");
    seal();
    add("1/2");
    seal();
    query("ALTER TABLE ledger DISABLE TRIGGER ALL");
    query("UPDATE ledger SET objek_id = '9/9' WHERE objek_id = '1/1'");

    EXPECT_EQ(broken(), std::vector<std::int64_t>{1});
}

TEST_F(Ledger, ShowsARemovedRow) {
    add("1/1");
    add("1/2");
    seal();
    query("ALTER TABLE ledger DISABLE TRIGGER ALL");
    query("DELETE FROM ledger WHERE objek_id = '1/2'");

    EXPECT_EQ(broken(), std::vector<std::int64_t>{1});
}

}  // namespace
