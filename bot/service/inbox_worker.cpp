#include "bot/service/inbox_worker.hpp"

#include <algorithm>

#include "bot/actions/batch.hpp"
#include "storage/binding_store.hpp"
#include "storage/defects.hpp"
#include "storage/turn_store.hpp"

namespace bot {
namespace {

// A program that ends says nothing against the events that it was working on, until one has seen
// it several times: then it may be what ended the program, and goes alone.
constexpr int kTriesTogether = 3;

// A suspect waits until the program has lived so long. Else one that is ended again and again from
// outside would convict messages that only happened to be in work.
constexpr std::chrono::seconds kLifeBeforeSuspects{1};

// So many conversations are taken first, twice as many after each commit: a program that ends soon
// has then done something, and casts suspicion on few.
constexpr int kFirstBatch = 4;

bool is_suspect(const storage::OpenEvent& event) {
    return event.tries >= kTriesTogether;
}

}  // namespace

InboxWorker::InboxWorker(ServiceParts parts, Acknowledgements& acknowledgements, int batch)
    : parts_(parts),
      acknowledgements_(acknowledgements),
      most_(batch),
      batch_(std::min(batch, kFirstBatch)),
      suspects_from_(std::chrono::steady_clock::now() + kLifeBeforeSuspects) {}

void InboxWorker::reset() {
    connection_.reset();
    tries_connection_.reset();
    batch_ = std::min(most_, kFirstBatch);
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
        // Not always the same ones first: who is in work when the program ends again and again
        // becomes suspect.
        const auto last = storage::TurnStore(transaction).last_conversation();
        cursor_ = static_cast<std::int64_t>(random_.below(static_cast<std::uint64_t>(last) + 1));
        activation_key_ =
            storage::BindingStore(transaction).server_key("activation", random_.bytes(32));
        transaction.commit();
    }
}

// One that is suspect, the least tried, if it is its turn or nothing else is there; else all
// others. Empty: only suspects are there, and they have to wait.
std::vector<storage::OpenEvent> InboxWorker::choose(std::vector<storage::OpenEvent> events) {
    const auto suspects = std::ranges::count_if(events, is_suspect);
    const bool must_wait = std::chrono::steady_clock::now() < suspects_from_;
    if (suspects > 0 && !must_wait) turn_of_a_suspect_ = !turn_of_a_suspect_;
    if (must_wait || (!turn_of_a_suspect_ && suspects < std::ssize(events))) {
        std::erase_if(events, is_suspect);
    } else if (suspects > 0) {
        std::erase_if(events, [](const auto& event) { return !is_suspect(event); });
        return {*std::ranges::min_element(events, {}, &storage::OpenEvent::tries)};
    }
    return events;
}

StepResult InboxWorker::step() {
    connect();
    storage::Transaction transaction(*connection_);
    auto events = storage::TurnStore(transaction).claim(batch_, cursor_);
    if (events.empty()) return StepResult::Idle;
    const std::int64_t last =
        std::ranges::max_element(events, {}, &storage::OpenEvent::conversation_id)->conversation_id;
    events = choose(std::move(events));
    // Behind a suspect the same conversations are looked at again.
    if (events.empty() || !is_suspect(events.front())) cursor_ = last;
    return events.empty() ? StepResult::Worked : work(transaction, std::move(events));
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
    std::vector<std::pair<std::string, std::string>> watched;
    if (parts_.watch != nullptr) {
        for (const auto& event : events) watched.emplace_back(event.channel, event.address);
    }
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
    if (parts_.watch != nullptr) parts_.watch->turns_committed(watched);
    batch_ = std::min(most_, 2 * batch_);
    if (SKPBOT_DEFECT("effect_before_done")) finish_apart(ids);

    for (const UsedButtons& used : report.used_buttons) {
        acknowledgements_.add_used(used.channel, used.address, used.message_id);
    }
    if (report.messages > 0) parts_.messages.notify(report.messages);
    parts_.metrics.count(kTurns, {"done"}, report.done);
    if (report.failed > 0) parts_.metrics.count(kTurns, {"failed"}, report.failed);
    if (report.quarantined > 0) parts_.metrics.count(kTurns, {"quarantined"}, report.quarantined);
    return StepResult::Worked;
}

}  // namespace bot
