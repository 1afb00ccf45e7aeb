#include "tests/support/bot_world.hpp"

#include <chrono>
#include <filesystem>
#include <stdexcept>

#include "tests/support/wait.hpp"

namespace support {

namespace {

constexpr char kUnworked[] =
    "SELECT (EXISTS (SELECT FROM inbox WHERE state = 'new') OR "
    "EXISTS (SELECT FROM event WHERE state = 'open'))::integer";
constexpr char kUnsent[] = "SELECT EXISTS (SELECT FROM outbox WHERE state = 'waiting')::integer";

Environment environment_of(
    const WorldOptions& options,
    const std::string& database_url,
    const std::string& api,
    const std::string& evidence
) {
    Environment environment{
        {"SKPBOT_DATABASE_URL", database_url},
        {"SKPBOT_TELEGRAM_TOKEN", BotWorld::token()},
        {"SKPBOT_TELEGRAM_SECRET", BotWorld::secret()},
        {"SKPBOT_TELEGRAM_API", api},
        {"SKPBOT_EVIDENCE_DIR", evidence}};
    if (!options.defect.empty()) environment["DEFECT"] = options.defect;
    for (const auto& [name, value] : options.environment) environment[name] = value;
    return environment;
}

void expect_done(const CommandResult& result, const std::string& what) {
    if (result.exit_code != 0)
        throw std::runtime_error(
            what + " ended with " + std::to_string(result.exit_code) + ":\n" + result.output
        );
}

// A database that is down for a moment is not at rest.
bool is_zero(const std::string& url, const std::string& sql) {
    try {
        return query_number(url, sql) == 0;
    } catch (const std::exception&) {
        return false;
    }
}

}  // namespace

int this_year() {
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return static_cast<int>(std::chrono::year_month_day{today}.year());
}

Environment BotWorld::unpaced() {
    return {{"SKPBOT_TELEGRAM_RATE", "10000"}, {"SKPBOT_TELEGRAM_CHAT_RATE", "1000"}};
}

const std::string& BotWorld::token() {
    static const std::string token = "7000000001:contoh-token-untuk-uji";
    return token;
}

const std::string& BotWorld::secret() {
    static const std::string secret = "rahasia-uji-rahasia-uji-rahasia-uji-0123456";
    return secret;
}

const std::string& BotWorld::account() {
    static const std::string account = "7000000001";
    return account;
}

BotWorld::BotWorld(WorldOptions options)
    : database_(options.cluster_url.empty() ? shared_cluster_url() : options.cluster_url),
      api_(token()),
      office_({.staff = options.staff, .year = this_year()}),
      stamps_(unix_now()),
      binary_(options.binary),
      environment_(
          environment_of(options, database_.url(), api_.address(), folder_.path() + "/evidence")
      ),
      service_(
          {.arguments = options.serve_arguments,
           .environment = environment_,
           .binary = options.binary}
      ) {
    expect_done(command({"migrate"}), "skpbot migrate");
    std::string import = options.import_folder;
    if (import.empty()) {
        import = folder_.path() + "/office";
        std::filesystem::create_directory(import);
        office_.write(import);
    }
    expect_done(command({"import", import}), "skpbot import");
    if (options.import_folder.empty()) bind_all(database_.url(), account(), office_);
    service_.start_ready();
}

WebhookClient BotWorld::client(std::chrono::milliseconds limit) const {
    return {service_.port(), secret(), limit};
}

CommandResult BotWorld::command(const std::vector<std::string>& arguments) const {
    return run_skpbot(arguments, environment_, binary_);
}

bool BotWorld::wait_until_worked_off(std::chrono::milliseconds limit) const {
    return wait_until(
        [&] { return is_zero(database_url(), kUnworked); }, limit, std::chrono::milliseconds{50}
    );
}

bool BotWorld::wait_until_at_rest(std::chrono::milliseconds limit) const {
    return wait_until(
        [&] { return is_zero(database_url(), kUnworked) && is_zero(database_url(), kUnsent); },
        limit,
        std::chrono::milliseconds{50}
    );
}

std::vector<SentMessage> BotWorld::wait_for_messages(
    const Person& person, std::size_t known, std::chrono::milliseconds limit
) const {
    std::vector<SentMessage> fresh;
    wait_until(
        [&] {
            fresh = api_.sent_to(person.id);
            return fresh.size() > known;
        },
        limit
    );
    fresh.erase(
        fresh.begin(), fresh.begin() + static_cast<std::ptrdiff_t>(std::min(known, fresh.size()))
    );
    return fresh;
}

}  // namespace support
