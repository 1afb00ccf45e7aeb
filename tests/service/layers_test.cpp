#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/command.hpp"

// tests/layers.sh finds what it is there for: each planted line must turn it red, and only it.
namespace support {
namespace {

struct Planted {
    const char* file;
    const char* line;
    const char* said;
};

class Layers : public ::testing::TestWithParam<Planted> {
protected:
    static CommandResult look(const std::string& folder) {
        return run({.argv = {"bash", SKPBOT_SOURCE_DIR "/tests/layers.sh", folder}});
    }
};

TEST_P(Layers, FindWhatIsForbidden) {
    const TemporaryFolder folder;
    const std::string file = folder.path() + "/" + GetParam().file;
    std::filesystem::create_directories(std::filesystem::path(file).parent_path());
    write_text(file, std::string("// A file.\n") + GetParam().line + "\n");

    const auto result = look(folder.path());

    EXPECT_EQ(result.exit_code, 1) << result.output;
    EXPECT_NE(result.output.find(GetParam().said), std::string::npos) << result.output;
}

INSTANTIATE_TEST_SUITE_P(
    All,
    Layers,
    ::testing::Values(
        Planted{"domain/a.cpp", "#include \"storage/connection.hpp\"", "domain knows"},
        Planted{"domain/a.cpp", "#include <boost/json.hpp>", "domain knows"},
        Planted{"domain/a/b.hpp", "#include <thread>", "domain has no clock"},
        Planted{
            "domain/a.cpp", "auto t = std::chrono::system_clock::now();", "domain has no clock"},
        Planted{"storage/a.cpp", "#include \"adapters/platform.hpp\"", "storage knows"},
        Planted{"adapters/a.cpp", "#include \"storage/inbox_store.hpp\"", "adapters know"},
        Planted{
            "bot/conversation/a.cpp", "#include \"storage/rows.hpp\"", "the conversation knows"},
        Planted{"bot/conversation/a.cpp", "#include \"bot/actions/turn.hpp\"", "the conversation"},
        Planted{
            "bot/service/a.cpp", "#include \"tests/support/wait.hpp\"", "does not know its tests"},
        Planted{"bot/actions/a.cpp", "#include <pqxx/pqxx>", "libpqxx stands in storage"},
        Planted{"bot/actions/a.cpp", "f(\"SELECT 1\");", "SQL stands in"},
        Planted{"adapters/a.cpp", "f(\"INSERT INTO t VALUES (1)\");", "SQL stands in"},
        Planted{"bot/service/worker.cpp", "co_await f();", "coroutines stand in"},
        Planted{"adapters/a.cpp", "spdlog::info(1);", "only bot logs"},
        Planted{"bot/a.cpp", "using namespace std;", "names of a whole namespace"}
    )
);

TEST_F(Layers, AreKeptByTheProgram) {
    const auto result = look(SKPBOT_SOURCE_DIR);

    EXPECT_EQ(result.exit_code, 0) << result.output;
}

}  // namespace
}  // namespace support
