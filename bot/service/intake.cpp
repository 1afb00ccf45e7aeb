#include "bot/service/intake.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <memory>

#include "bot/log.hpp"
#include "storage/defects.hpp"
#include "storage/errors.hpp"
#include "storage/inbox_store.hpp"

namespace bot {
namespace {

constexpr std::size_t kMostPerCommit = 128;

// While others store, another connection begins only for so many bodies, or when they have waited
// so long: the more share a commit, the less each costs.
constexpr std::size_t kWorthACommit = 32;
constexpr std::chrono::milliseconds kLongestGathering{20};
constexpr std::size_t kMostWaiting = 20'000;

// RELIABILITY.md section 2.6: a body that could not be stored so long is given back to the
// platform.
constexpr std::chrono::milliseconds kPatience{2500};

#ifdef SKPBOT_DEFECTS
// What a column of type jsonb would refuse.
bool jsonb_takes(const std::string& raw) {
    return storage::is_storable_text(raw) && raw.find("\\u0000") == std::string::npos &&
           raw.find_first_of("{[") == 0;
}
#else
constexpr bool jsonb_takes(const std::string&) {
    return true;
}
#endif

}  // namespace

Intake::Intake(std::string database_url, int threads, Signal& bodies)
    : database_url_(std::move(database_url)), bodies_(bodies) {
    for (int i = 0; i < threads; ++i) {
        threads_.emplace_back([this](const std::stop_token& stop) { run(stop); });
    }
}

Intake::~Intake() {
    for (std::jthread& thread : threads_) thread.request_stop();
    threads_.clear();
}

void Intake::submit(IntakeBody body, std::function<void(IntakeResult)> done) {
    if (SKPBOT_DEFECT("ok_before_commit")) done(IntakeResult::Stored);
    {
        const std::lock_guard lock(mutex_);
        if (waiting_.size() < kMostWaiting) {
            waiting_.push_back({std::move(body), std::move(done), std::chrono::steady_clock::now()}
            );
            // One gathers from the first on; he need not hear of each.
            if (waiting_.size() == 1 || worth_a_commit()) arrived_.notify_one();
            return;
        }
    }
    done(IntakeResult::Unavailable);
}

bool Intake::worth_a_commit() const {
    return storing_ == 0 || waiting_.size() >= kWorthACommit;
}

std::vector<Intake::Waiting> Intake::take(const std::stop_token& stop) {
    std::vector<Waiting> batch;
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, stop, [this] { return !waiting_.empty(); });
    arrived_.wait_for(lock, stop, kLongestGathering, [this] { return worth_a_commit(); });
    while (!waiting_.empty() && batch.size() < kMostPerCommit) {
        batch.push_back(std::move(waiting_.front()));
        waiting_.pop_front();
    }
    if (!batch.empty()) ++storing_;
    return batch;
}

void Intake::run(const std::stop_token& stop) {
    std::unique_ptr<storage::Connection> connection;
    while (true) {
        std::vector<Waiting> batch = take(stop);
        if (batch.empty()) {
            if (stop.stop_requested()) return;
            continue;
        }
        const auto now = std::chrono::steady_clock::now();
        std::erase_if(batch, [&](Waiting& waiting) {
            if (now - waiting.since < kPatience) return false;
            waiting.done(IntakeResult::Unavailable);
            return true;
        });
        const bool stored = !batch.empty() && store(connection, batch);
        end_storing();
        if (stored) bodies_.notify();
        if (SKPBOT_DEFECT("ok_before_commit")) continue;
        for (Waiting& waiting : batch) {
            waiting.done(stored ? IntakeResult::Stored : IntakeResult::Unavailable);
        }
    }
}

// All are woken: whoever gathers is among them.
void Intake::end_storing() {
    const std::lock_guard lock(mutex_);
    --storing_;
    if (!waiting_.empty()) arrived_.notify_all();
}

bool Intake::store(std::unique_ptr<storage::Connection>& connection, std::vector<Waiting>& batch) {
    static LimitedLog log;
    try {
        if (!connection) {
            connection = std::make_unique<storage::Connection>(
                database_url_, storage::ConnectionRole::Intake
            );
        }
        std::vector<storage::InboxBody> bodies;
        for (const Waiting& waiting : batch) {
            if (SKPBOT_DEFECT("store_jsonb") && !jsonb_takes(waiting.body.raw)) {
                throw storage::BadData("22P05");
            }
            bodies.push_back({waiting.body.channel, waiting.body.account, waiting.body.raw});
        }
        storage::Transaction transaction(*connection);
        storage::InboxStore(transaction).add(bodies);
        SKPBOT_KILL_POINT("intake_inserted");
        transaction.commit();
        SKPBOT_KILL_POINT("intake_committed");
        return true;
    } catch (const std::exception&) {
        if (!SKPBOT_DEFECT("no_reconnect")) connection.reset();
        if (const auto held_back = log.admit("intake")) {
            spdlog::warn(
                fmt::format("intake failed bodies={} held_back={}", batch.size(), *held_back)
            );
        }
        return false;
    }
}

}  // namespace bot
