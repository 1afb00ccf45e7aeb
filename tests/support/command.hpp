#pragma once

#include <sys/types.h>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace support {

// A program to start. With an empty `environment` it gets only PATH, HOME, LANG and the options of
// the sanitizers; what is named here comes on top.
struct Command {
    std::vector<std::string> argv{};
    std::map<std::string, std::string> environment{};
    std::string user{};         // run as this user; empty: as we are
    std::string output_file{};  // both outputs are appended here; empty: thrown away
    std::string folder{};       // working folder; empty: ours
};

// How a process ended.
struct Ended {
    int exit_code = -1;  // -1 if a signal ended it
    int signal = 0;
};

// One child process that we started. Ends it (SIGKILL, then waits) when it goes out of scope; the
// kernel ends it too when the thread that started it is gone. Not shared between threads, except
// that signal() may be called from another one.
class Child {
public:
    // Throws std::runtime_error if the program cannot be started.
    explicit Child(const Command& command);
    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    [[nodiscard]] pid_t pid() const { return pid_; }

    // Does nothing if it has ended already.
    void signal(int number) const;

    // Nothing if it still runs.
    std::optional<Ended> poll();

    // Nothing if it still runs when `limit` is over.
    std::optional<Ended> wait(std::chrono::milliseconds limit);

private:
    pid_t pid_ = -1;
    std::optional<Ended> ended_;
};

struct CommandResult {
    int exit_code = -1;  // -1: a signal or the limit ended it
    std::string output;  // both outputs, as they came
};

// Runs a program to its end, at most for `limit`.
CommandResult run(Command command, std::chrono::milliseconds limit = std::chrono::seconds{60});

// A new folder under the system's temporary folder, removed at the end with all that is in it.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_;
};

// The text of a file; empty if it cannot be read.
std::string read_text(const std::string& path);
void write_text(const std::string& path, const std::string& text);

// A port of 127.0.0.1 that nobody uses at this moment, below the range from which the kernel takes
// ports for outgoing connections: a client that connects while our server is down can then not
// connect to itself.
unsigned short free_port();

}  // namespace support
