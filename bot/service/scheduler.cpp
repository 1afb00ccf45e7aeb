#include "bot/service/scheduler.hpp"

#include "storage/defects.hpp"
#include "storage/ledger_store.hpp"

namespace bot {
namespace {
// RELIABILITY.md section 5.1, "Insider with database access".
constexpr std::chrono::seconds kTidyEvery{60};

// A superior gets a digest in a half-day.
constexpr std::chrono::seconds kNewsEvery{10};
}  // namespace

void Scheduler::connect() {
    if (connection_ && connection_->usable()) return;
    connection_ =
        std::make_unique<storage::Connection>(parts_.database_url, storage::ConnectionRole::Worker);
}

void Scheduler::reset() {
    const std::lock_guard lock(mutex_);
    connection_.reset();
}

StepResult Scheduler::step() {
    const auto now = std::chrono::steady_clock::now();
    const bool look = now - looked_for_news_ >= kNewsEvery;
    run(look ? Digests::Look : Digests::Leave);
    if (look) looked_for_news_ = now;
    return StepResult::Idle;
}

void Scheduler::run_now() {
    run(Digests::Look);
}

void Scheduler::run(Digests digests) {
    const std::lock_guard lock(mutex_);
    connect();
    storage::Transaction transaction(*connection_);
    const auto database_time = storage::DueStore(transaction).database_time();
    const DueReport report =
        do_what_is_due(transaction, parts_.clock.now(database_time), random_, digests);
    SKPBOT_KILL_POINT("due_written");
    transaction.commit();
    SKPBOT_KILL_POINT("due_committed");
    if (report.messages > 0) parts_.messages.notify(report.messages);
    if (report.digests > 0) {
        parts_.metrics.count(kNotices, {"realisasi_diajukan"}, report.digests);
    }
    if (report.reminders > 0) {
        parts_.metrics.count(kNotices, {"batas_penilaian"}, report.reminders);
    }
    tidy();
}

void Scheduler::tidy() {
    const auto now = std::chrono::steady_clock::now();
    if (now - tidied_ < kTidyEvery) return;
    tidied_ = now;
    storage::Transaction transaction(*connection_);
    storage::LedgerStore(transaction).seal();
    // The cutting of bodies frees at once what it sees; a sender may hold a message a moment later.
    auto freed = storage::DueStore(transaction).release_held();
    if (allowance_) freed += allowance_->look(transaction, parts_.metrics);
    transaction.commit();
    if (freed > 0) parts_.messages.notify(static_cast<int>(freed));
}

}  // namespace bot
