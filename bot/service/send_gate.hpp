#pragma once

#include <chrono>
#include <deque>
#include <mutex>

namespace bot {

// What a message is to the gate: an answer to something a person did, or a notice of our own.
enum class Traffic { Answer, Notice };

// How much an account may send: `rate` messages per second, `burst` at once, of which notices take
// at most their own.
struct AccountPace {
    double rate = 1;
    double burst = 1;
    double notice_rate = 1;
    double notice_burst = 1;
};

// When this bot may send at all: the bucket of the whole account, the rest that the platform asked
// for, and the breaker after failures (RELIABILITY.md rule 24). Shared by all senders of one
// account; time is an argument.
class SendGate {
public:
    using Time = std::chrono::steady_clock::time_point;
    using Duration = std::chrono::steady_clock::duration;

    explicit SendGate(const AccountPace& pace);
    // The same for answers and notices.
    SendGate(double rate, double burst) : SendGate(AccountPace{rate, burst, rate, burst}) {}

    // How long to wait before one message may go. Zero: it may go now, and is counted.
    Duration admit(Time now, Traffic traffic = Traffic::Answer);

    // Whether there is room for something that may as well be left out: the account does not rest,
    // and its bucket stays at least half full for messages. True: it may go now, and is counted.
    bool admit_spare(Time now);

    // Gives back what admit() counted: nothing was sent.
    void give_back(Traffic traffic = Traffic::Answer);

    // Whether the account rests, as the platform asked.
    [[nodiscard]] bool rests(Time now);

    // The platform asked to wait and did not say whom: from three chats within two seconds the
    // whole account rests.
    void chat_asked_to_wait(Time now, Duration how_long);
    // It asked the whole account to wait.
    void account_asked_to_wait(Time now, Duration how_long);

    // The platform answered as it should.
    void succeeded();

    // It failed for a reason that passes by itself. After five in a row only probes go.
    void failed(Time now);

    // Whether it is time to ask the platform for something without effect; true for one caller.
    bool should_probe(Time now);
    // Alive: one message may go, each that is answered lets two more go, until all flows again.
    void probed(Time now, bool alive);

private:
    void refill(Time now);
    [[nodiscard]] Duration probe_pause() const;

    std::mutex mutex_;
    const AccountPace pace_;
    double tokens_, notice_tokens_;
    Time refilled_{};
    Time rest_until_{};
    std::deque<Time> asked_;
    int failures_ = 0;
    int probes_ = 0;
    bool probing_ = false;
    int reopened_ = 0;  // answers since the breaker closed
    bool reopening_ = false;
    Time next_probe_{};
};

}  // namespace bot
