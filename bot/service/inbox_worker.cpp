#include "bot/service/inbox_worker.hpp"

#include <algorithm>

#include "bot/actions/batch.hpp"
#include "storage/binding_store.hpp"
#include "storage/defects.hpp"
#include "storage/turn_store.hpp"

namespace bot {
namespace {

// A program that ends says nothing against the events that it was working on, until one has seen
// it several times.
constexpr int kTriesTogether = 3;

// An event that was tried so often may be what ended the program: it waits until the others are
// done and goes alone, the least tried first.
std::vector<storage::OpenEvent> cautious(std::vector<storage::OpenEvent> events) {
    const auto suspect = [](const storage::OpenEvent& event) {
        return event.tries >= kTriesTogether;
    };
    if (std::ranges::all_of(events, suspect)) {
        const auto least = std::ranges::min_element(events, {}, &storage::OpenEvent::tries);
        return {*least};
    }
    std::erase_if(events, suspect);
    return events;
}

}  // namespace

InboxWorker::InboxWorker(ServiceParts parts, int batch) : parts_(parts), batch_(batch) {}

void InboxWorker::reset() {
    connection_.reset();
    tries_connection_.reset();
}

void InboxWorker::connect() {
    using storage::ConnectionRole;
    if (!connection_) {
        connection_ =
            std::make_unique<storage::Connection>(parts_.database_url, ConnectionRole::Worker);
    }
    if (!tries_connection_) {
        tries_connection_ =
            std::make_unique<storage::Connection>(parts_.database_url, ConnectionRole::Lane);
    }
    if (activation_key_.empty()) {
        storage::Transaction transaction(*connection_);
        activation_key_ =
            storage::BindingStore(transaction).server_key("activation", random_.bytes(32));
        transaction.commit();
    }
}

StepResult InboxWorker::step() {
    connect();
    storage::Transaction transaction(*connection_);
    auto events = storage::TurnStore(transaction).claim(batch_, cursor_);
    if (events.empty()) {
        const bool looked_at_all = cursor_ == 0;
        cursor_ = 0;
        return looked_at_all ? StepResult::Idle : StepResult::Worked;
    }
    const auto last = std::ranges::max(events, {}, &storage::OpenEvent::conversation_id);
    const std::size_t claimed = events.size();
    events = cautious(std::move(events));
    // Where one went alone, the others are looked at again.
    if (events.size() > 1 || claimed == 1) cursor_ = last.conversation_id;
    return work(transaction, std::move(events));
}

// Only for the defects that part an effect from its "done".
void InboxWorker::finish_apart([[maybe_unused]] const std::vector<std::int64_t>& ids) {
#ifdef SKPBOT_DEFECTS
    std::vector<storage::FinishedEvent> finished;
    for (const std::int64_t id : ids) finished.push_back({id, storage::EventState::Done});
    storage::Connection apart(parts_.database_url, storage::ConnectionRole::Worker);
    storage::Transaction transaction(apart);
    storage::TurnStore(transaction).finish(finished);
    transaction.commit();
#endif
}

StepResult InboxWorker::work(
    storage::Transaction& transaction, std::vector<storage::OpenEvent> events
) {
    std::vector<std::int64_t> ids;
    for (const storage::OpenEvent& event : events) ids.push_back(event.id);
    SKPBOT_KILL_POINT("turn_claimed");
    if (!SKPBOT_DEFECT("no_try_counter")) storage::count_tries(*tries_connection_, ids);
    SKPBOT_KILL_POINT("turn_tries_counted");
    const domain::Instant now = parts_.clock.now(events.front().database_time);

    if (SKPBOT_DEFECT("done_before_effect")) finish_apart(ids);
    TurnBatch batch(transaction, {now, activation_key_}, random_);
    const BatchReport report = batch.run(std::move(events));
    SKPBOT_KILL_POINT("turn_written");
    transaction.commit();
    SKPBOT_KILL_POINT("turn_committed");
    if (SKPBOT_DEFECT("effect_before_done")) finish_apart(ids);

    if (report.messages > 0) parts_.messages.notify(report.messages);
    parts_.metrics.count(kTurns, {"done"}, report.done);
    if (report.failed > 0) parts_.metrics.count(kTurns, {"failed"}, report.failed);
    if (report.quarantined > 0) parts_.metrics.count(kTurns, {"quarantined"}, report.quarantined);
    return StepResult::Worked;
}

}  // namespace bot
