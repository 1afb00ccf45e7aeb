#include "tests/support/postgres.hpp"

#include <pwd.h>
#include <signal.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "tests/support/wait.hpp"

namespace support {

namespace {

constexpr std::chrono::seconds kStartLimit{60};
constexpr std::chrono::seconds kStopLimit{30};

std::string unprivileged_user() {
    if (::geteuid() != 0) return "";
    return ::getpwnam("postgres") != nullptr ? "postgres" : "nobody";
}

// The processes whose parent is `parent`.
std::vector<pid_t> children_of(pid_t parent) {
    std::vector<pid_t> found;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const std::string name = entry.path().filename().string();
        if (name.find_first_not_of("0123456789") != std::string::npos) continue;
        const std::string stat = read_text(entry.path().string() + "/stat");
        const auto name_end = stat.rfind(')');
        if (name_end == std::string::npos) continue;
        std::istringstream rest(stat.substr(name_end + 1));
        std::string state;
        pid_t its_parent = 0;
        rest >> state >> its_parent;
        if (its_parent == parent) found.push_back(static_cast<pid_t>(std::stol(name)));
    }
    return found;
}

}  // namespace

PostgresCluster::PostgresCluster(std::vector<std::string> settings)
    : programs_(postgres_programs()), user_(unprivileged_user()) {
    if (const passwd* entry = user_.empty() ? nullptr : ::getpwnam(user_.c_str())) {
        if (::chown(folder_.path().c_str(), entry->pw_uid, entry->pw_gid) != 0)
            throw std::runtime_error("chown " + folder_.path());
    }
    const std::string data = folder_.path() + "/data";
    const auto made = run(
        {.argv =
             {programs_ + "/initdb",
              "--pgdata=" + data,
              "--username=skpbot",
              "--auth=trust",
              "--encoding=UTF8",
              "--locale=C",
              "--no-sync"},
         .user = user_,
         .folder = folder_.path()}
    );
    if (made.exit_code != 0) throw std::runtime_error("initdb: " + made.output);

    std::ofstream file(data + "/postgresql.conf", std::ios::app);
    file << "listen_addresses='127.0.0.1'\n"
         << "unix_socket_directories='" << folder_.path() << "'\n"
         << "fsync=on\nsynchronous_commit=on\n"
         << "max_connections=200\nshared_buffers=64MB\n"
         << "log_min_messages=warning\nlog_checkpoints=off\n";
    for (const std::string& line : settings) file << line << '\n';
    file.close();
    start();
}

PostgresCluster::~PostgresCluster() {
    try {
        stop(StopMode::Fast);
    } catch (const std::exception&) {
        server_.reset();  // a frozen server is killed; there is nobody to tell
    }
}

void PostgresCluster::launch() {
    if (port_ == 0) port_ = free_port();
    server_ = std::make_unique<Child>(Command{
        .argv =
            {programs_ + "/postgres",
             "-D",
             folder_.path() + "/data",
             "-c",
             "port=" + std::to_string(port_)},
        .environment = {},
        .user = user_,
        .output_file = folder_.path() + "/server.log",
        .folder = folder_.path()});
}

void PostgresCluster::start() {
    if (server_) return;
    launch();
    int launches = 1;
    const bool up = wait_until(
        [&] {
            // After kill -9 the shared memory of the dead server may be in use for a moment longer.
            if (server_->poll()) {
                ++launches;
                launch();
            }
            try {
                query(socket_url(), "SELECT 1");
                return true;
            } catch (const std::exception&) {
                return launches > 50;
            }
        },
        kStartLimit,
        std::chrono::milliseconds{20}
    );
    if (!up || launches > 50) {
        server_.reset();
        throw std::runtime_error("PostgreSQL did not start: " + log());
    }
}

void PostgresCluster::stop(StopMode mode) {
    if (!server_) return;
    server_->signal(mode == StopMode::Fast ? SIGINT : SIGQUIT);
    if (!server_->wait(kStopLimit)) throw std::runtime_error("PostgreSQL did not stop: " + log());
    server_.reset();
}

void PostgresCluster::kill9() {
    if (!server_) return;
    // It must not fork another one meanwhile: that would outlive it and keep the next server away.
    server_->signal(SIGSTOP);
    const auto children = children_of(server_->pid());
    server_->signal(SIGKILL);
    for (const pid_t child : children) ::kill(child, SIGKILL);
    server_->wait(kStopLimit);
    server_.reset();
}

std::string PostgresCluster::url(const std::string& database) const {
    return "postgresql://skpbot@127.0.0.1:" + std::to_string(port_) + "/" + database;
}

std::string PostgresCluster::socket_url(const std::string& database) const {
    return "postgresql://skpbot@/" + database + "?host=" + folder_.path() +
           "&port=" + std::to_string(port_);
}

std::string PostgresCluster::log() const {
    return read_text(folder_.path() + "/server.log");
}

std::string postgres_programs() {
    if (const char* named = std::getenv("SKPBOT_PG_BIN")) return named;
    int newest = 0;
    std::string found;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator("/usr/lib/postgresql", ignored)) {
        const std::string bin = entry.path().string() + "/bin";
        const std::string name = entry.path().filename().string();
        if (name.find_first_not_of("0123456789") != std::string::npos) continue;
        if (!std::filesystem::exists(bin + "/initdb") || std::stoi(name) <= newest) continue;
        newest = std::stoi(name);
        found = bin;
    }
    if (!found.empty()) return found;
    std::istringstream path(std::getenv("PATH") != nullptr ? std::getenv("PATH") : "");
    for (std::string folder; std::getline(path, folder, ':');)
        if (std::filesystem::exists(folder + "/initdb")) return folder;
    throw std::runtime_error("no PostgreSQL server programs found; see bot/deploy/packages.sh");
}

}  // namespace support
