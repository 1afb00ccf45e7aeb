#include "tests/support/traffic.hpp"

#include <algorithm>
#include <random>

#include "tests/support/office.hpp"
#include "tests/support/wait.hpp"
#include "tests/support/webhook_client.hpp"

namespace support {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kPause{3};

void add(TrafficSeen& sum, const TrafficSeen& part) {
    sum.accepted += part.accepted;
    sum.given_up += part.given_up;
    sum.redelivered += part.redelivered;
    sum.refused_again += part.refused_again;
    sum.bad_unavailable += part.bad_unavailable;
    for (const auto& [status, count] : part.answers) sum.answers[status] += count;
    sum.slowest = std::max(sum.slowest, part.slowest);
    sum.times.insert(sum.times.end(), part.times.begin(), part.times.end());
}

// One post and what it adds to the figures.
int post(WebhookClient& client, const std::string& body, TrafficSeen& seen) {
    const auto begin = Clock::now();
    const auto answer = client.post_for_answer(body);
    const auto took = Clock::now() - begin;
    const int status = answer ? answer->status : 0;
    ++seen.answers[status];
    if (status == 503 && answer->field("Retry-After") != "5") ++seen.bad_unavailable;
    if (status == 200)
        seen.times.push_back(std::chrono::duration_cast<std::chrono::microseconds>(took));
    seen.slowest =
        std::max(seen.slowest, std::chrono::duration_cast<std::chrono::milliseconds>(took));
    return status;
}

}  // namespace

Traffic::Traffic(const Plan& plan, TrafficOptions options)
    : plan_(plan),
      options_(std::move(options)),
      begin_(Clock::now()),
      running_(options_.connections),
      seen_(static_cast<std::size_t>(options_.connections)) {
    for (std::size_t i = 0; i < seen_.size(); ++i)
        threads_.emplace_back([this, i] {
            play(i, seen_[i]);
            --running_;
        });
}

Traffic::~Traffic() {
    stop();
    for (std::thread& thread : threads_)
        if (thread.joinable()) thread.join();
}

TrafficSeen Traffic::join() {
    for (std::thread& thread : threads_)
        if (thread.joinable()) thread.join();
    TrafficSeen sum;
    for (const TrafficSeen& part : seen_) add(sum, part);
    return sum;
}

void Traffic::play(std::size_t connection, TrafficSeen& seen) {
    WebhookClient client(options_.port, options_.secret);
    std::mt19937_64 random(options_.seed * 1000 + connection);
    std::uniform_real_distribution<> chance(0, 1);
    std::size_t longest = 0;
    for (const auto& chat : plan_) longest = std::max(longest, chat.size());

    for (std::size_t turn = 0; turn < longest; ++turn) {
        for (std::size_t chat = connection; chat < plan_.size(); chat += seen_.size()) {
            if (turn >= plan_[chat].size()) continue;
            if (stopping_) return;
            if (options_.per_second > 0) {
                const auto due = std::chrono::duration<double>(
                    static_cast<double>(started_++) / options_.per_second
                );
                std::this_thread::sleep_until(
                    begin_ + std::chrono::duration_cast<Clock::duration>(due)
                );
            }
            const PlannedMessage& message = plan_[chat][turn];
            bool taken = false;
            wait_until(
                [&] {
                    taken = post(client, message.body, seen) == 200;
                    return taken || stopping_;
                },
                options_.give_up,
                kPause
            );
            if (!taken) {
                if (!stopping_) ++seen.given_up;
                // The promise is broken; no more is to be learnt from those behind it.
                stop();
                return;
            }
            ++seen.accepted;
            ++accepted_;
            if (chance(random) >= options_.redelivered) continue;
            const auto times = 1 + random() % static_cast<unsigned>(options_.most_redeliveries);
            for (std::uint64_t i = 0; i < times; ++i) {
                ++seen.redelivered;
                const int status = post(client, message.body, seen);
                if (status != 200 && status != 0 && status != 503) ++seen.refused_again;
            }
        }
    }
}

Plan plan_of(
    const Office& office, std::size_t chats, long messages, const std::string& text, Stamps& stamps
) {
    Plan plan(chats);
    for (long i = 0; i < messages; ++i) {
        const std::size_t chat = static_cast<std::size_t>(i) % chats;
        const Person& person = office.staff(chat).person;
        const Stamp stamp = stamps.next();
        plan[chat].push_back({person, stamp, text_update(person, stamp, text)});
    }
    return plan;
}

std::chrono::microseconds percentile(std::vector<std::chrono::microseconds> times, double share) {
    if (times.empty()) return std::chrono::microseconds{0};
    const auto place = static_cast<std::ptrdiff_t>(share * static_cast<double>(times.size() - 1));
    std::nth_element(times.begin(), times.begin() + place, times.end());
    return times[static_cast<std::size_t>(place)];
}

}  // namespace support
