#include <gtest/gtest.h>
#include <signal.h>

#include <algorithm>
#include <filesystem>

#include "tests/support/bot_world.hpp"
#include "tests/support/sample_files.hpp"
#include "tests/support/wait.hpp"

// Evidence from outside (PLATFORMS.md section 7): a file comes by webhook, is fetched from the
// platform into the store, is confirmed once, and goes out again.
namespace support {
namespace {

constexpr std::chrono::seconds kPatience{30};

class Evidence : public ::testing::Test {
protected:
    explicit Evidence(const std::string& binary = skpbot_binary())
        : world_({.staff = 2, .binary = binary, .environment = BotWorld::unpaced()}) {}

    [[nodiscard]] const Person& siti() const { return world_.office().staff(0).person; }

    int send(SentFile file, const std::string& content) {
        if (file.file_id.empty()) file.file_id = world_.api().put_file(content);
        file.size = static_cast<std::int64_t>(content.size());
        return world_.client().post(file_update(siti(), world_.stamps().next(), file));
    }
    int say(const std::string& text) {
        return world_.client().post(text_update(siti(), world_.stamps().next(), text));
    }

    [[nodiscard]] long told(const std::string& words) const {
        const auto sent = world_.api().sent_to(siti().id);
        return std::ranges::count_if(sent, [&](const auto& message) {
            return holds(message, words);
        });
    }
    [[nodiscard]] bool wait_told(const std::string& words, long times = 1) const {
        return wait_until([&] { return told(words) >= times; }, kPatience);
    }
    // The files under a hash; a part of one is no file.
    [[nodiscard]] std::vector<std::string> stored() const {
        std::vector<std::string> names;
        const std::string folder = world_.environment().at("SKPBOT_EVIDENCE_DIR");
        if (!std::filesystem::exists(folder)) return names;
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            const std::string name = entry.path().filename();
            if (!name.starts_with(".")) names.push_back(name);
        }
        return names;
    }
    [[nodiscard]] long rows(const std::string& condition) const {
        return query_number(world_.database_url(), "SELECT count(*) FROM bukti WHERE " + condition);
    }

    BotWorld world_;
};

TEST_F(Evidence, IsFetchedConfirmedAndSentAgain) {
    const std::string pdf = sample_pdf("laporan");
    ASSERT_EQ(send({.name = "Laporan Maret.pdf", .caption = "rhk 1"}, pdf), 200);

    ASSERT_TRUE(wait_told("Bukti tersimpan")) << world_.service().log_end();
    EXPECT_EQ(told("Bukti sedang disimpan"), 1);
    EXPECT_EQ(stored().size(), 1U);

    say("bukti rhk 1 1");
    ASSERT_TRUE(wait_told("Bukti 1", 1)) << world_.service().log_end();
    const SentMessage first = world_.api().sent_to(siti().id).back();
    EXPECT_EQ(first.file_kind, "document");
    EXPECT_EQ(first.file_name, "Laporan_Maret.pdf");
    EXPECT_EQ(first.file_content, pdf);
    EXPECT_TRUE(first.uploaded);
    ASSERT_TRUE(world_.wait_until_at_rest(kPatience));

    say("bukti rhk 1 1");
    ASSERT_TRUE(wait_told("Bukti 1", 2));
    const auto actions = world_.api().calls("sendChatAction");
    const auto uploads = std::ranges::count_if(actions, [](const ApiCall& call) {
        return call.body.find("upload_document") != std::string::npos;
    });
    EXPECT_EQ(uploads, 1) << "one for the upload, none for what Telegram has already";
    EXPECT_TRUE(std::ranges::all_of(actions, [](const ApiCall& call) { return call.status == 200; })
    );
    const SentMessage second = world_.api().sent_to(siti().id).back();
    EXPECT_FALSE(second.uploaded) << "Telegram knows it by its file_id";
    EXPECT_EQ(second.file_content, pdf);
    EXPECT_TRUE(world_.api().refused().empty());
}

TEST_F(Evidence, GoesUpAgainIfThePlatformHasForgottenIt) {
    ASSERT_EQ(send({.caption = "rhk 1"}, sample_jpg("foto")), 200);
    ASSERT_TRUE(wait_told("Bukti tersimpan")) << world_.service().log_end();
    say("bukti rhk 1 1");
    ASSERT_TRUE(wait_told("Bukti 1", 1)) << world_.service().log_end();
    ASSERT_TRUE(world_.wait_until_at_rest(kPatience));
    EXPECT_EQ(world_.api().sent_to(siti().id).back().file_kind, "photo");
    const auto known = query(world_.database_url(), "SELECT rujukan FROM unggahan");
    ASSERT_EQ(known.size(), 1U);
    world_.api().drop_file(*known.front()[0]);

    say("bukti rhk 1 1");

    ASSERT_TRUE(wait_told("Bukti 1", 2)) << world_.service().log_end();
    EXPECT_TRUE(world_.api().sent_to(siti().id).back().uploaded);
}

TEST_F(Evidence, SurvivesWhatTheNetworkDoes) {
    world_.api().fail_next_files(
        {{FaultKind::Reset}, {FaultKind::None}, {FaultKind::Truncated}, {FaultKind::ServerError}}
    );

    ASSERT_EQ(send({.name = "a.pdf", .caption = "rhk 1"}, sample_pdf("a")), 200);

    EXPECT_TRUE(wait_told("Bukti tersimpan")) << world_.service().log_end();
    EXPECT_EQ(stored().size(), 1U);
    EXPECT_EQ(rows("simpan = 'tersimpan'"), 1);
}

TEST_F(Evidence, KeepsTheSameContentOnce) {
    send({.name = "a.pdf", .caption = "rhk 1"}, sample_pdf("sama"));
    send({.name = "b.pdf", .caption = "rhk 1"}, sample_pdf("sama"));

    ASSERT_TRUE(wait_told("Bukti tersimpan", 2)) << world_.service().log_end();
    EXPECT_EQ(stored().size(), 1U);
    EXPECT_EQ(rows("simpan = 'tersimpan'"), 2);
}

TEST_F(Evidence, OneConfirmationForAnAlbum) {
    send({.caption = "rhk 1 Rapat", .album = "13000000000000001"}, sample_jpg("1"));
    send({.album = "13000000000000001"}, sample_jpg("2"));
    send({.album = "13000000000000001"}, sample_jpg("3"));

    ASSERT_TRUE(wait_told("Bukti: 3")) << world_.service().log_end();
    ASSERT_TRUE(world_.wait_until_at_rest(kPatience));
    EXPECT_EQ(told("Bukti tersimpan"), 1);
    EXPECT_EQ(told("Bukti sedang disimpan"), 1);
    EXPECT_EQ(stored().size(), 3U);
}

TEST_F(Evidence, SaysWhyAFileDoesNotCome) {
    const std::string gone = world_.api().put_file(sample_pdf("a"));
    world_.api().drop_file(gone);
    send({.file_id = gone, .name = "a.pdf", .caption = "rhk 1"}, "x");
    EXPECT_TRUE(wait_told("sudah tidak ada di aplikasi chat")) << world_.service().log_end();

    // The message says little, the platform much.
    const std::string large = world_.api().put_file(sample_pdf("b"), 21 * 1024 * 1024);
    send({.file_id = large, .name = "b.pdf", .caption = "rhk 1"}, "x");
    EXPECT_TRUE(wait_told("paling besar 20 MB")) << world_.service().log_end();

    send({.name = "c.pdf", .caption = "rhk 1"}, "MZ a program");
    EXPECT_TRUE(wait_told("Isinya bukan JPG")) << world_.service().log_end();
    EXPECT_TRUE(stored().empty());
    EXPECT_EQ(rows("simpan = 'gagal'"), 3);
}

// What a platform says is too large by half a byte more than it told is stopped while it streams
// in.
TEST_F(Evidence, StopsAFileThatIsLargerThanItWasTold) {
    const std::string huge = sample_pdf(std::string(20 * 1024 * 1024, 'a'));
    const std::string id = world_.api().put_file(huge, 1000);

    send({.file_id = id, .name = "a.pdf", .caption = "rhk 1"}, "x");

    EXPECT_TRUE(wait_told("paling besar 20 MB")) << world_.service().log_end();
    EXPECT_TRUE(stored().empty());
}

TEST_F(Evidence, HostileNamesAndWordsAreData) {
    const std::string name = "../../etc/passwd\"\r\nX: y;'<script>.pdf";
    send(
        {.name = name, .caption = "rhk 1 '); DROP TABLE bukti; -- *tebal* [a](http://x)"},
        sample_pdf("a")
    );
    ASSERT_TRUE(wait_told("Bukti tersimpan")) << world_.service().log_end();
    send({.name = name, .caption = "rhk 1"}, sample_pdf("b"));
    ASSERT_TRUE(wait_told("Bukti tersimpan", 2)) << world_.service().log_end();

    say("bukti rhk 1 2");

    ASSERT_TRUE(wait_told("Bukti 2")) << world_.service().log_end();
    const std::string sent = world_.api().sent_to(siti().id).back().file_name;
    EXPECT_EQ(
        sent.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-"),
        std::string::npos
    ) << sent;
    EXPECT_EQ(stored().size(), 2U);
    EXPECT_EQ(world_.service().log().find("passwd"), std::string::npos);
    EXPECT_TRUE(world_.api().refused().empty());
}

class EvidenceKilled : public Evidence, public ::testing::WithParamInterface<const char*> {
protected:
    EvidenceKilled() : Evidence(defects_binary()) {}
};

// Killed at any step of the way of a file: it is stored once, counted once and confirmed once.
TEST_P(EvidenceKilled, LosesNothingAndDoublesNothing) {
    ServiceProcess& service = world_.service();
    service.stop();
    service.set_environment("KILL_AT", std::string(GetParam()) + ":1");
    service.start_ready();

    ASSERT_EQ(send({.name = "a.pdf", .caption = "rhk 1"}, sample_pdf("a")), 200);
    const auto ended = service.wait(std::chrono::seconds{15});
    ASSERT_TRUE(ended && ended->signal == SIGKILL) << "the point was not passed";
    service.set_environment("KILL_AT", "");
    service.start_ready();

    EXPECT_TRUE(wait_told("Bukti tersimpan")) << service.log_end();
    EXPECT_TRUE(world_.wait_until_at_rest(kPatience));
    EXPECT_EQ(told("Bukti tersimpan"), 1);
    EXPECT_EQ(stored().size(), 1U);
    EXPECT_EQ(rows("simpan = 'tersimpan' AND sha256 <> ''"), 1);
    EXPECT_EQ(rows("true"), 1);
    EXPECT_EQ(query_number(world_.database_url(), "SELECT count(*) FROM bukti_ambil"), 0);
}

INSTANTIATE_TEST_SUITE_P(
    All,
    EvidenceKilled,
    ::testing::Values(
        "after bukti/add",
        "file_claimed",
        "file_fetched",
        "file_stored",
        "before ambil/settle",
        "after ambil/settle",
        "after ambil/of_receipt",
        "file_written",
        "file_committed"
    ),
    [](const ::testing::TestParamInfo<const char*>& test) {
        std::string name = test.param;
        std::ranges::replace_if(
            name, [](char letter) { return letter == ' ' || letter == '/'; }, '_'
        );
        return name;
    }
);

}  // namespace
}  // namespace support
