#include "tests/support/process.hpp"

#include <signal.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "tests/support/wait.hpp"
#include "tests/support/webhook_client.hpp"

namespace support {

namespace {

constexpr std::chrono::minutes kCommandLimit{5};
constexpr int kPortTries = 5;

std::string named_or(const char* variable, std::string otherwise) {
    const char* named = std::getenv(variable);
    return named != nullptr && *named != '\0' ? named : std::move(otherwise);
}

}  // namespace

std::string skpbot_binary() {
    return named_or("SKPBOT_BINARY", SKPBOT_BUILD_DIR "/skpbot");
}

std::string defects_binary() {
    return named_or("SKPBOT_DEFECTS_BINARY", SKPBOT_BUILD_DIR "/skpbot_defects");
}

CommandResult run_skpbot(
    const std::vector<std::string>& arguments,
    const Environment& environment,
    const std::string& binary
) {
    std::vector<std::string> argv{binary};
    argv.insert(argv.end(), arguments.begin(), arguments.end());
    return run(Command{.argv = std::move(argv), .environment = environment}, kCommandLimit);
}

ServiceProcess::ServiceProcess(ServiceOptions options)
    : options_(std::move(options)), port_(free_port()) {}

void ServiceProcess::set_environment(const std::string& name, const std::string& value) {
    if (value.empty())
        options_.environment.erase(name);
    else
        options_.environment[name] = value;
}

void ServiceProcess::start() {
    if (running()) throw std::runtime_error("the service runs already");
    Command command;
    command.argv = {options_.binary, "serve"};
    command.argv.insert(command.argv.end(), options_.arguments.begin(), options_.arguments.end());
    command.environment = options_.environment;
    command.environment["SKPBOT_LISTEN"] = "127.0.0.1:" + std::to_string(port_);
    command.output_file = folder_.path() + "/log";
    child_ = std::make_unique<Child>(command);
}

bool ServiceProcess::wait_until_ready(std::chrono::milliseconds limit) {
    HttpClient client(port_, std::chrono::seconds{5});
    bool ready = false;
    wait_until(
        [&] {
            const auto answer = client.send({.target = "/readyz"});
            ready = answer && answer->status == 200;
            return ready || !running();
        },
        limit
    );
    return ready;
}

void ServiceProcess::start_ready() {
    for (int tries = 0; tries < kPortTries; ++tries) {
        start();
        if (wait_until_ready()) return;
        if (running()) break;
        port_ = free_port();
    }
    throw std::runtime_error("the service did not get ready:\n" + log_end());
}

void ServiceProcess::signal(int number) {
    if (child_) child_->signal(number);
}

void ServiceProcess::kill9() {
    if (!child_) return;
    child_->signal(SIGKILL);
    child_->wait(std::chrono::seconds{10});
}

std::optional<Ended> ServiceProcess::stop(std::chrono::milliseconds limit) {
    signal(SIGTERM);
    return wait(limit);
}

std::optional<Ended> ServiceProcess::wait(std::chrono::milliseconds limit) {
    if (!child_) return std::nullopt;
    return child_->wait(limit);
}

bool ServiceProcess::running() {
    return child_ && !child_->poll();
}

std::string ServiceProcess::log() const {
    return read_text(folder_.path() + "/log");
}

std::string ServiceProcess::log_end(std::size_t lines) const {
    const std::string all = log();
    std::size_t begin = all.size();
    for (std::size_t count = 0; begin > 0 && count <= lines; ++count)
        begin = all.rfind('\n', begin - 1) == std::string::npos ? 0 : all.rfind('\n', begin - 1);
    return all.substr(begin);
}

}  // namespace support
