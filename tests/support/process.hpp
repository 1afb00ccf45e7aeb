#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/command.hpp"

namespace support {

using Environment = std::map<std::string, std::string>;

// The program under test: SKPBOT_BINARY, else the one of this build.
std::string skpbot_binary();
// The program with the named defects: SKPBOT_DEFECTS_BINARY, else the one of this build.
std::string defects_binary();

// Runs one command of the program to its end ("migrate", "import", …).
CommandResult run_skpbot(
    const std::vector<std::string>& arguments,
    const Environment& environment,
    const std::string& binary = skpbot_binary()
);

// How to start `skpbot serve`.
struct ServiceOptions {
    std::vector<std::string> arguments{};  // behind "serve"
    Environment environment{};             // SKPBOT_LISTEN is set by the process itself
    std::string binary = skpbot_binary();
};

// One running `skpbot serve` on a free port of 127.0.0.1. Keeps its port over a restart. Killed
// when it goes out of scope. For one thread; the thread that starts it must outlive it.
class ServiceProcess {
public:
    // Does not start yet.
    explicit ServiceProcess(ServiceOptions options);

    // Sets a variable for the next start; an empty value takes it away.
    void set_environment(const std::string& name, const std::string& value);

    // Starts the process; does not wait. Throws std::runtime_error if it runs already.
    void start();

    // Whether GET /readyz gave 200 within the limit. False at once if the process has ended.
    bool wait_until_ready(std::chrono::milliseconds limit = std::chrono::seconds{30});

    // start() and wait_until_ready(); throws std::runtime_error with the log if it does not get
    // ready. Takes another port if somebody was faster.
    void start_ready();

    // Sends a signal; does nothing if it has ended.
    void signal(int number);
    // SIGKILL, and waits until it is gone.
    void kill9();
    // SIGTERM, and waits. Nothing if it still runs when the limit is over.
    std::optional<Ended> stop(std::chrono::milliseconds limit = std::chrono::seconds{30});
    std::optional<Ended> wait(std::chrono::milliseconds limit);
    [[nodiscard]] bool running();

    [[nodiscard]] unsigned short port() const { return port_; }
    [[nodiscard]] pid_t pid() const { return child_ ? child_->pid() : -1; }
    // Everything it has written since it was made, over all starts.
    [[nodiscard]] std::string log() const;
    // The last lines, for the message of a failed assertion.
    [[nodiscard]] std::string log_end(std::size_t lines = 30) const;

private:
    ServiceOptions options_;
    TemporaryFolder folder_;
    unsigned short port_;
    std::unique_ptr<Child> child_;
};

// A figure of /proc/<pid>/status in KiB ("VmRSS", "VmHWM"); 0 if the process is gone.
long memory_kib(pid_t pid, const std::string& figure);

// CPU time that a process has used so far, user and system; with `and_children`, of all processes
// whose parent it is, too.
enum class CpuOf { Process, ProcessAndChildren };
std::chrono::duration<double> cpu_time(pid_t pid, CpuOf what);

}  // namespace support
