#include "bot/notices/due.hpp"
#include "tests/support/import_fixture.hpp"
#include "tests/support/office.hpp"

namespace bot {
namespace {

class Reminder : public support::ImportFixture {
protected:
    Reminder() {
        office_.write(folder());
        EXPECT_TRUE(import_from(folder()).stored());
        support::bind_all(url(), "7000000001", office_);
    }

    // Bosses have an SKP too.
    [[nodiscard]] int persons() const { return static_cast<int>(office_.people().size()); }

    int remind(const char* now) {
        storage::Connection connection(url(), storage::ConnectionRole::Worker);
        storage::Transaction transaction(connection);
        Random random = Random::system();
        const int count =
            remind_before_batas(transaction, domain::instan_dari_rfc3339(now).value(), random);
        transaction.commit();
        return count;
    }

private:
    // More people than one statement looks at.
    support::Office office_{{.staff = 2300, .deadline = "2027-02-15"}};
};

TEST_F(Reminder, ReachesEachOfThousandsOnce) {
    EXPECT_EQ(remind("2027-02-15T09:00:00+07:00"), persons());
    EXPECT_EQ(remind("2027-02-15T09:00:01+07:00"), 0);

    EXPECT_EQ(number("SELECT count(*) FROM outbox"), persons());
    EXPECT_EQ(
        number("SELECT count(DISTINCT pegawai_id) FROM outbox WHERE kind = 'batas_penilaian'"),
        persons()
    );
}

}  // namespace
}  // namespace bot
