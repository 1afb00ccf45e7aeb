#include "tests/support/command.hpp"

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "tests/support/wait.hpp"

namespace support {

namespace {

constexpr const char* kInherited[] = {
    "PATH",
    "HOME",
    "LANG",
    "TMPDIR",
    "ASAN_OPTIONS",
    "UBSAN_OPTIONS",
    "TSAN_OPTIONS",
    "LSAN_OPTIONS"};

std::vector<std::string> environment_lines(const Command& command) {
    std::map<std::string, std::string> all;
    for (const char* name : kInherited)
        if (const char* value = std::getenv(name)) all[name] = value;
    for (const auto& [name, value] : command.environment) all[name] = value;

    std::vector<std::string> lines;
    lines.reserve(all.size());
    for (const auto& [name, value] : all) lines.push_back(name + "=" + value);
    return lines;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> result;
    result.reserve(texts.size() + 1);
    for (std::string& text : texts) result.push_back(text.data());
    result.push_back(nullptr);
    return result;
}

// Everything that needs memory is prepared before the fork: between fork and exec only calls that
// are safe after a fork of a process with threads.
struct Prepared {
    std::vector<std::string> argument_texts;
    std::vector<std::string> environment_texts;
    std::vector<char*> arguments;
    std::vector<char*> environment;
    const char* output = "/dev/null";
    const char* folder = nullptr;
    bool change_user = false;
    uid_t user = 0;
    gid_t group = 0;
};

void look_up_user(const std::string& name, Prepared& prepared) {
    if (name.empty()) return;
    const passwd* entry = ::getpwnam(name.c_str());
    if (entry == nullptr) throw std::runtime_error("no such user: " + name);
    prepared.change_user = true;
    prepared.user = entry->pw_uid;
    prepared.group = entry->pw_gid;
}

[[noreturn]] void become(const Prepared& prepared, int output) {
    ::dup2(output, STDOUT_FILENO);
    ::dup2(output, STDERR_FILENO);
    const int nothing = ::open("/dev/null", O_RDONLY);
    ::dup2(nothing, STDIN_FILENO);
    if (prepared.change_user) {
        if (::setgroups(1, &prepared.group) != 0 || ::setgid(prepared.group) != 0 ||
            ::setuid(prepared.user) != 0)
            ::_exit(126);
    }
    // After setuid, which would take it away again.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (prepared.folder != nullptr && ::chdir(prepared.folder) != 0) ::_exit(126);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::signal(SIGPIPE, SIG_DFL);
    ::execvpe(prepared.arguments[0], prepared.arguments.data(), prepared.environment.data());
    ::_exit(127);
}

Ended ended_from(int status) {
    if (WIFEXITED(status)) return {.exit_code = WEXITSTATUS(status)};
    return {.signal = WTERMSIG(status)};
}

}  // namespace

Child::Child(const Command& command) {
    Prepared prepared;
    prepared.argument_texts = command.argv;
    prepared.environment_texts = environment_lines(command);
    prepared.arguments = pointers(prepared.argument_texts);
    prepared.environment = pointers(prepared.environment_texts);
    look_up_user(command.user, prepared);
    if (!command.folder.empty()) prepared.folder = command.folder.c_str();
    if (!command.output_file.empty()) prepared.output = command.output_file.c_str();

    const int output = ::open(prepared.output, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (output < 0) throw std::runtime_error(std::string("cannot write ") + prepared.output);
    pid_ = ::fork();
    if (pid_ == 0) become(prepared, output);
    ::close(output);
    if (pid_ < 0) throw std::runtime_error("fork failed");
}

Child::~Child() {
    if (poll()) return;
    signal(SIGKILL);
    wait(std::chrono::seconds{10});
}

void Child::signal(int number) const {
    if (!ended_) ::kill(pid_, number);
}

std::optional<Ended> Child::poll() {
    if (ended_) return ended_;
    int status = 0;
    if (::waitpid(pid_, &status, WNOHANG) == pid_) ended_ = ended_from(status);
    return ended_;
}

std::optional<Ended> Child::wait(std::chrono::milliseconds limit) {
    wait_until([this] { return poll().has_value(); }, limit, std::chrono::milliseconds{1});
    return ended_;
}

CommandResult run(Command command, std::chrono::milliseconds limit) {
    const TemporaryFolder folder;
    command.output_file = folder.path() + "/output";
    Child child(command);
    const auto ended = child.wait(limit);
    return {ended ? ended->exit_code : -1, read_text(command.output_file)};
}

TemporaryFolder::TemporaryFolder() {
    std::string pattern = std::filesystem::temp_directory_path().string() + "/skpbot-test-XXXXXX";
    if (::mkdtemp(pattern.data()) == nullptr)
        throw std::runtime_error(std::string("mkdtemp: ") + std::strerror(errno));
    path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::string read_text(const std::string& path) {
    const std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

void write_text(const std::string& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << text;
    if (!file) throw std::runtime_error("cannot write " + path);
}

}  // namespace support
