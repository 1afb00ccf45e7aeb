#include <unistd.h>

#include <filesystem>
#include <sstream>

#include "tests/support/process.hpp"

namespace support {

namespace {

// What stands behind the name in /proc/<pid>/stat (proc(5)): state, parent, …, utime, stime.
struct Stat {
    pid_t parent = 0;
    double seconds = 0;
};

Stat stat_of(const std::string& folder) {
    const std::string text = read_text(folder + "/stat");
    const auto name_end = text.rfind(')');
    if (name_end == std::string::npos) return {};
    std::istringstream rest(text.substr(name_end + 1));
    std::string word;
    Stat stat;
    double ticks = 0;
    for (int field = 3; rest >> word; ++field) {
        if (field == 4) stat.parent = static_cast<pid_t>(std::stol(word));
        if (field == 14 || field == 15) ticks += std::stod(word);
        // Time of children that have ended and were waited for: backends of PostgreSQL.
        if (field == 16 || field == 17) ticks += std::stod(word);
        if (field == 17) break;
    }
    stat.seconds = ticks / static_cast<double>(::sysconf(_SC_CLK_TCK));
    return stat;
}

}  // namespace

long memory_kib(pid_t pid, const std::string& figure) {
    std::istringstream lines(read_text("/proc/" + std::to_string(pid) + "/status"));
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with(figure + ":")) return std::stol(line.substr(figure.size() + 1));
    return 0;
}

std::chrono::duration<double> cpu_time(pid_t pid, CpuOf what) {
    double seconds = stat_of("/proc/" + std::to_string(pid)).seconds;
    if (what == CpuOf::ProcessAndChildren) {
        for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
            const std::string name = entry.path().filename().string();
            if (name.find_first_not_of("0123456789") != std::string::npos) continue;
            const Stat stat = stat_of(entry.path().string());
            if (stat.parent == pid) seconds += stat.seconds;
        }
    }
    return std::chrono::duration<double>(seconds);
}

}  // namespace support
