#pragma once

#include <atomic>
#include <functional>
#include <stop_token>
#include <string>
#include <thread>

#include "bot/service/signal.hpp"

namespace bot {

enum class StepResult { Worked, Idle };

// A thread that does steps of work until it is told to stop: again at once after work, after a
// signal or a second when there was none. A step that throws has not happened: the loop calls
// `reset` (connections are dropped), waits (100 ms doubling to 2 s, with jitter) and goes on. It
// logs the first failure and the recovery.
class Loop {
public:
    struct Work {
        std::string name;  // for the log
        std::function<StepResult()> step;
        std::function<void()> reset;
        std::chrono::milliseconds idle{1000};
    };

    // `signal` outlives the loop.
    Loop(Work work, Signal& signal);

    // Takes no new step; the one under way ends first. The destructor does the same and waits.
    void request_stop() { thread_.request_stop(); }

private:
    void run(const std::stop_token& stop);
    void recover(const std::stop_token& stop, const char* what);

    Work work_;
    Signal& signal_;
    int failures_ = 0;
    std::jthread thread_;
};

}  // namespace bot
