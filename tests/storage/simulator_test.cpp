#include <future>

#include "storage/simulator_store.hpp"
#include "tests/storage/database_fixture.hpp"

namespace storage {
namespace {

const domain::Instant kAt = *domain::instan_dari_rfc3339("2026-04-27T08:00:00+07:00");

class SimulatorStoreTest : public DatabaseTest {
protected:
    template <class Call>
    auto with(Call call) {
        Connection connection(url(), ConnectionRole::Simulator);
        Transaction transaction(connection);
        SimulatorStore store(transaction);
        auto result = call(store);
        transaction.commit();
        return result;
    }

    std::int64_t add(const std::string& mark, DariSiapa dari = DariSiapa::Orang) {
        return with([&](SimulatorStore& store) {
            return store
                .add(
                    {.alamat = "sim-1",
                     .dari = dari,
                     .pada = kAt,
                     .kunci = mark,
                     .isi = "{}",
                     .balasan = std::nullopt}
                )
                .id;
        });
    }

    void tell(std::vector<Kabar> news) {
        with([&](SimulatorStore& store) {
            store.tell(news);
            return true;
        });
    }
};

TEST_F(SimulatorStoreTest, ShowsAMessageOfOneMarkOnce) {
    const std::int64_t first = add("17", DariSiapa::Bot);

    const auto again = with([](SimulatorStore& store) {
        return store.add({"sim-1", DariSiapa::Bot, kAt, "17", "{\"lain\":1}", std::nullopt});
    });

    EXPECT_EQ(again.id, first);
    EXPECT_FALSE(again.is_new);
    EXPECT_EQ(add("17", DariSiapa::Orang), first + 2) << "a person's mark is another";
    const auto marked = [&](DariSiapa dari, std::string_view mark) {
        return with([&](SimulatorStore& store) { return store.marked("sim-1", dari, mark); });
    };
    EXPECT_EQ(marked(DariSiapa::Bot, "17"), first);
    EXPECT_EQ(marked(DariSiapa::Bot, "18"), std::nullopt);
}

TEST_F(SimulatorStoreTest, EditsThePersonsOwnMessageOnly) {
    const std::int64_t own = add("1");
    const std::int64_t of_bot = add("2", DariSiapa::Bot);
    const auto edit = [&](std::int64_t id, std::string_view isi) {
        return with([&](SimulatorStore& store) { return store.edit("sim-1", id, isi); });
    };

    EXPECT_TRUE(edit(own, "{\"teks\":\"b\"}"));
    EXPECT_FALSE(edit(own, "{\"teks\":\"b\"}")) << "nothing new";
    EXPECT_FALSE(edit(of_bot, "{\"teks\":\"b\"}"));

    const auto kept = with([&](SimulatorStore& store) { return store.message("sim-1", own); });
    EXPECT_EQ(kept->isi, "{\"teks\":\"b\"}");
}

TEST_F(SimulatorStoreTest, GivesThePagesOfAPhoneOldestFirst) {
    std::vector<std::int64_t> ids;
    for (int i = 0; i < 5; ++i) ids.push_back(add(std::to_string(i)));

    const auto newest =
        with([](SimulatorStore& store) { return store.messages("sim-1", std::nullopt, 2); });
    const auto before =
        with([&](SimulatorStore& store) { return store.messages("sim-1", ids[3], 2); });

    ASSERT_EQ(newest.size(), 2U);
    EXPECT_EQ(newest[0].id, ids[3]);
    EXPECT_EQ(newest[1].id, ids[4]);
    ASSERT_EQ(before.size(), 2U);
    EXPECT_EQ(before[0].id, ids[1]);
    EXPECT_TRUE(with([](SimulatorStore& store) { return store.messages("sim-2", std::nullopt, 2); }
    ).empty());
}

TEST_F(SimulatorStoreTest, NumbersWhatIsToldWithoutAGap) {
    const std::int64_t id = add("1");
    tell({{.jenis = "pesan", .pesan_id = id, .isi = ""}, {.jenis = "catatan", .isi = "{}"}});
    tell({{.jenis = "jam"}});

    const auto told = with([](SimulatorStore& store) { return store.told_behind(1, 10); });

    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(told[0].urutan, 2);
    EXPECT_EQ(told[0].jenis, "catatan");
    EXPECT_EQ(told[1].urutan, 3);
    const auto first = with([](SimulatorStore& store) { return store.told_behind(0, 1); });
    ASSERT_TRUE(first.at(0).pesan);
    EXPECT_EQ(first.at(0).pesan->id, id);
    EXPECT_EQ(with([](SimulatorStore& store) { return store.state(); }).urutan, 3);
}

// Who reads up to n would miss what comes to light below n later.
TEST_F(SimulatorStoreTest, ANumberIsSeenOnlyAfterAllBelowIt) {
    Connection first_connection(url(), ConnectionRole::Simulator);
    std::future<void> second;
    {
        Transaction first(first_connection);
        SimulatorStore(first).tell({Kabar{.jenis = "jam"}});
        second = std::async(std::launch::async, [&] { tell({Kabar{.jenis = "catatan"}}); });

        EXPECT_EQ(second.wait_for(std::chrono::milliseconds{200}), std::future_status::timeout);
        EXPECT_TRUE(with([](SimulatorStore& store) { return store.told_behind(0, 10); }).empty());
        first.commit();
    }
    second.get();

    const auto told = with([](SimulatorStore& store) { return store.told_behind(0, 10); });
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(told[0].jenis, "jam");
}

TEST_F(SimulatorStoreTest, AStatusOnlyMovesForward) {
    const std::int64_t first = add("1");
    const std::int64_t second = add("2");
    const auto set = [&](std::int64_t up_to, StatusPesan status) {
        return with([&](SimulatorStore& store) {
            return store.set_status("sim-1", DariSiapa::Orang, up_to, status);
        });
    };

    EXPECT_EQ(set(first, StatusPesan::Dibaca), std::vector<std::int64_t>{first});
    EXPECT_EQ(set(second, StatusPesan::Sampai), std::vector<std::int64_t>{second});
    EXPECT_TRUE(set(second, StatusPesan::Sampai).empty());
}

TEST_F(SimulatorStoreTest, ChangesAMessageOnce) {
    const std::int64_t bots = add("1", DariSiapa::Bot);
    const std::int64_t own = add("2", DariSiapa::Orang);
    const auto react = [&](std::int64_t id, const char* emoji) {
        return with([&](SimulatorStore& store) { return store.set_reaction("sim-1", id, emoji); });
    };
    const auto strip = [&] {
        return with([&](SimulatorStore& store) { return store.remove_buttons("sim-1", bots); });
    };

    EXPECT_TRUE(react(bots, "\U0001F44D"));
    EXPECT_FALSE(react(bots, "\U0001F44D"));
    EXPECT_FALSE(react(own, "\U0001F44D")) << "nobody reacts to himself";
    EXPECT_TRUE(strip());
    EXPECT_FALSE(strip());
    const auto read = with([&](SimulatorStore& store) { return store.message("sim-1", bots); });
    EXPECT_EQ(read->reaksi, "\U0001F44D");
    EXPECT_FALSE(read->bertombol);
}

TEST_F(SimulatorStoreTest, WhatIsOvertakenComesBehindWhatOvertakesIt) {
    const auto due = [&] {
        return with([](SimulatorStore& store) { return store.due_deliveries(10); });
    };
    with([](SimulatorStore& store) {
        store.add_delivery({"sim-1", std::nullopt, "pertama", 60'000, /*tahan=*/true});
        return true;
    });
    EXPECT_TRUE(due().empty());

    with([](SimulatorStore& store) {
        store.add_delivery({"sim-1", std::nullopt, "kedua", 0, /*tahan=*/false});
        store.release_held(0);
        return true;
    });

    const auto both = due();
    ASSERT_EQ(both.size(), 2U);
    EXPECT_EQ(both[0].isi, "kedua");
    EXPECT_EQ(both[1].isi, "pertama");
    with([&](SimulatorStore& store) {
        store.finish_delivery(both[0].id);
        return true;
    });
    EXPECT_EQ(with([](SimulatorStore& store) { return store.count_deliveries(); }).all, 1);
}

TEST_F(SimulatorStoreTest, KeepsFilesClockAndLook) {
    const std::string bytes("\0\1\2\xff", 4);
    const auto id = with([&](SimulatorStore& store) {
        store.set_look("whatsapp");
        store.keep_clock(kAt);
        return store.add_file({"a.pdf", "application/pdf", bytes});
    });

    EXPECT_EQ(with([&](SimulatorStore& store) { return store.file(id); })->isi, bytes);
    EXPECT_FALSE(with([&](SimulatorStore& store) { return store.file(id + 1); }));
    const auto state = with([](SimulatorStore& store) { return store.state(); });
    EXPECT_EQ(state.tampilan, "whatsapp");
    EXPECT_EQ(state.jam, kAt);
    EXPECT_TRUE(state.jam_sejak);
}

class SimulatorPeople : public SimulatorStoreTest {
protected:
    SimulatorPeople() {
        query(
            "INSERT INTO instansi (instansi_id, kode, nama, zona, hari_kerja) "
            "VALUES (1, 'a', 'Dinas', 'wib', '5')"
        );
        query("INSERT INTO unit_kerja (instansi_id, unit_id, kode, nama) VALUES (1, 1, 'u', 'Unit')"
        );
        query(
            "INSERT INTO pegawai (instansi_id, pegawai_id, nip, nama, jabatan, jenis_jabatan, "
            "unit_id, atasan_id) VALUES "
            "(1, 1, '198204122006042902', 'Ratna', 'Kepala Seksi', 'pengawas', 1, NULL), "
            "(1, 2, '199203152015032904', 'Siti', 'Pelaksana', 'pelaksana', 1, 1)"
        );
    }

    std::int64_t bind() {
        return with([](SimulatorStore& store) { return store.bind_unbound(10, kAt); });
    }
    std::vector<OrangPonsel> persons() {
        return with([](SimulatorStore& store) { return store.persons(10, kAt); });
    }
};

TEST_F(SimulatorPeople, GetAPhoneOnce) {
    EXPECT_FALSE(persons().at(1).terhubung);

    EXPECT_EQ(bind(), 2);
    EXPECT_EQ(bind(), 0);

    const auto now = persons();
    ASSERT_EQ(now.size(), 2U);
    EXPECT_EQ(now[1].nama, "Siti");
    EXPECT_EQ(now[1].nip_atasan, "198204122006042902");
    EXPECT_EQ(now[1].alamat, "sim-2");
    EXPECT_TRUE(now[1].terhubung);
    EXPECT_EQ(now[1].belum_dibaca, 0);
    EXPECT_EQ(query("SELECT FROM lane").size(), 2U);
}

TEST_F(SimulatorPeople, HaveACountOfWhatTheyHaveNotRead) {
    const std::int64_t read = add("1", DariSiapa::Bot);
    add("2", DariSiapa::Bot);
    add("3", DariSiapa::Orang);
    with([&](SimulatorStore& store) {
        return store.set_status("sim-1", DariSiapa::Bot, read, StatusPesan::Dibaca);
    });

    EXPECT_EQ(persons().at(0).belum_dibaca, 1);
    EXPECT_EQ(persons().at(1).belum_dibaca, 0);
}

// Who has let his account go is not bound again behind his back, nor who is bound elsewhere.
TEST_F(SimulatorPeople, WhoEverHadAnAddressIsLeftAlone) {
    bind();
    query("UPDATE alamat SET berakhir_pada = terikat_pada");

    EXPECT_EQ(bind(), 0);
    EXPECT_FALSE(persons().at(0).terhubung);
}

}  // namespace
}  // namespace storage
