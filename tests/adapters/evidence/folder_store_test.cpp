#include "adapters/evidence/folder_store.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "adapters/hmac.hpp"
#include "tests/support/command.hpp"
#include "tests/support/sample_files.hpp"

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kMost = 1000;

class FolderStore : public ::testing::Test {
protected:
    [[nodiscard]] std::string folder() const { return root_.path() + "/evidence"; }
    [[nodiscard]] std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(folder())) {
            names.push_back(entry.path().filename().string());
        }
        return names;
    }
    auto put(const std::string& content) {
        auto input = store_.begin();
        for (std::size_t at = 0; at < content.size(); at += 7) {
            if (!input->add(std::string_view(content).substr(at, 7))) break;
        }
        return input->finish();
    }

    support::TemporaryFolder root_;
    adapters::FolderEvidenceStore store_{folder(), kMost};
};

TEST_F(FolderStore, KeepsAFileUnderTheHashOfItsContent) {
    const std::string content = support::sample_pdf("a");

    const auto stored = put(content);

    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->sha256, adapters::hex(adapters::sha256(content)));
    EXPECT_EQ(stored->bytes, static_cast<std::int64_t>(content.size()));
    EXPECT_EQ(stored->type, adapters::FileType::Pdf);
    EXPECT_EQ(files(), std::vector{stored->sha256});
    EXPECT_EQ(store_.read(stored->sha256), content);
}

TEST_F(FolderStore, KeepsTheSameContentOnce) {
    const auto first = put(support::sample_png("a"));
    const auto second = put(support::sample_png("a"));

    EXPECT_EQ(first->sha256, second->sha256);
    EXPECT_EQ(files().size(), 1U);
}

TEST_F(FolderStore, IsForItsOwnerAlone) {
    const auto stored = put(support::sample_pdf("a"));

    struct stat file {
    }, dir{};
    ASSERT_EQ(::stat((folder() + "/" + stored->sha256).c_str(), &file), 0);
    ASSERT_EQ(::stat(folder().c_str(), &dir), 0);
    EXPECT_EQ(file.st_mode & 0077U, 0U);
    EXPECT_EQ(dir.st_mode & 0077U, 0U);
}

TEST_F(FolderStore, StopsAtTheLimitWhileTheFileStreamsIn) {
    auto input = store_.begin();

    EXPECT_TRUE(input->add(std::string(kMost, 'a')));
    EXPECT_FALSE(input->add("b"));
    EXPECT_FALSE(input->add("c"));
    EXPECT_EQ(input->finish().error(), adapters::EvidenceRefusal::TooLarge);
    input.reset();
    EXPECT_TRUE(files().empty());
}

TEST_F(FolderStore, TakesAFileOfExactlyTheLimit) {
    std::string content = support::sample_pdf("");
    content = support::sample_pdf(std::string(kMost - content.size(), 'a'));

    ASSERT_EQ(content.size(), static_cast<std::size_t>(kMost));
    EXPECT_TRUE(put(content));
}

TEST_F(FolderStore, LeavesNothingOfWhatItRefuses) {
    EXPECT_EQ(put("").error(), adapters::EvidenceRefusal::Empty);
    EXPECT_EQ(put("<script>alert(1)</script>").error(), adapters::EvidenceRefusal::Type);
    EXPECT_TRUE(files().empty());
}

TEST_F(FolderStore, ReadsNothingButHashes) {
    std::ofstream(root_.path() + "/rahasia") << "x";
    put(support::sample_pdf("a"));

    EXPECT_EQ(store_.read("../rahasia"), std::nullopt);
    EXPECT_EQ(store_.read("/etc/passwd"), std::nullopt);
    EXPECT_EQ(store_.read(""), std::nullopt);
    EXPECT_EQ(store_.read(std::string(64, 'A')), std::nullopt);
    EXPECT_EQ(store_.read(std::string(64, '0')), std::nullopt);
    EXPECT_EQ(store_.read(std::string(64, '.')), std::nullopt);
}

TEST_F(FolderStore, DoesNotFollowALinkInItsFolder) {
    put(support::sample_pdf("a"));
    std::ofstream(root_.path() + "/rahasia") << "x";
    fs::create_symlink(root_.path() + "/rahasia", folder() + "/" + std::string(64, '1'));

    EXPECT_THROW(static_cast<void>(store_.read(std::string(64, '1'))), std::system_error);
}

// A process that dies in the middle of a file leaves no file under a hash, and its rest goes with
// the first file of a later start, once it is old.
TEST_F(FolderStore, ACrashInTheMiddleLeavesNoHalfFile) {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        auto input = store_.begin();
        input->add(support::sample_pdf("a").substr(0, 30));
        ::_exit(9);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_EQ(files().size(), 1U);
    const std::string part = files().front();
    EXPECT_TRUE(part.starts_with(".part-")) << part;

    adapters::FolderEvidenceStore later(folder(), kMost);
    later.begin();
    EXPECT_EQ(files(), std::vector{part}) << "it may still be in work";
    fs::last_write_time(
        folder() + "/" + part, fs::file_time_type::clock::now() - std::chrono::hours{2}
    );
    adapters::FolderEvidenceStore much_later(folder(), kMost);
    much_later.begin();

    EXPECT_TRUE(files().empty());
}

TEST_F(FolderStore, TwoWritersOfOneContentBothHaveIt) {
    const std::string content = support::sample_pdf("sama");
    std::vector<std::thread> writers;
    for (int i = 0; i < 4; ++i) {
        writers.emplace_back([&] {
            for (int round = 0; round < 20; ++round) {
                auto input = store_.begin();
                input->add(content);
                EXPECT_TRUE(input->finish());
            }
        });
    }
    for (std::thread& writer : writers) writer.join();

    EXPECT_EQ(files(), std::vector{adapters::hex(adapters::sha256(content))});
    EXPECT_EQ(store_.read(files().front()), content);
}

TEST_F(FolderStore, SaysThatTheDiskFailsByAnException) {
    std::ofstream(root_.path() + "/datei") << "x";
    adapters::FolderEvidenceStore broken(root_.path() + "/datei/evidence", kMost);

    EXPECT_THROW(broken.begin(), std::system_error);
}

}  // namespace
