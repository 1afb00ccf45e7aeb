#include "bot/service/simulator/feed.hpp"

#include <boost/json/serialize.hpp>

#include "bot/service/simulator/shapes.hpp"

namespace bot::simulator {
namespace {

// Who reads slowly holds at most so many in memory.
constexpr int kPerPiece = 100;

// So that nobody on the way, and the page itself, takes silence for the end.
constexpr std::chrono::seconds kSilence{15};
constexpr char kAlive[] = ": masih tersambung\n\n";

}  // namespace

class Feed::Reader final : public HttpStream, public std::enable_shared_from_this<Reader> {
public:
    Reader(Feed& feed, std::int64_t behind) : feed_(feed), behind_(behind) {}

    void next(Give give) override {
        feed_.wait({shared_from_this(), std::move(give), std::chrono::steady_clock::now()});
    }

    // Only the feed's own thread, while this reader waits.
    [[nodiscard]] std::int64_t behind() const { return behind_; }
    void advance_to(std::int64_t number) { behind_ = number; }

private:
    Feed& feed_;
    std::int64_t behind_;
};

Feed::Feed(Phones& phones, std::function<std::string()> state, Signal& told)
    : phones_(phones), state_(std::move(state)), told_(told) {}

std::shared_ptr<HttpStream> Feed::open(std::int64_t behind) {
    return std::make_shared<Reader>(*this, behind);
}

void Feed::wait(Waiting waiting) {
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(std::move(waiting));
    }
    told_.notify();
}

StepResult Feed::step() {
    std::vector<Waiting> waiting;
    {
        const std::lock_guard lock(mutex_);
        waiting.swap(waiting_);
    }
    std::vector<Waiting> still;
    try {
        while (!waiting.empty()) {
            if (!serve(waiting.back())) still.push_back(waiting.back());
            waiting.pop_back();
        }
    } catch (...) {
        // The database is away: all of them go on waiting.
        const std::lock_guard lock(mutex_);
        for (auto* group : {&waiting, &still}) {
            for (Waiting& one : *group) waiting_.push_back(std::move(one));
        }
        throw;
    }
    const std::lock_guard lock(mutex_);
    for (Waiting& one : still) waiting_.push_back(std::move(one));
    return StepResult::Idle;
}

// Whether the reader got something.
bool Feed::serve(const Waiting& waiting) {
    const auto told = phones_.told_behind(waiting.reader->behind(), kPerPiece);
    if (told.empty()) {
        if (std::chrono::steady_clock::now() - waiting.since < kSilence) return false;
        waiting.give(kAlive);
        return true;
    }
    std::string piece;
    for (const storage::ToldKabar& one : told) piece += event_of(one);
    waiting.reader->advance_to(told.back().urutan);
    waiting.give(std::move(piece));
    return true;
}

std::string Feed::event_of(const storage::ToldKabar& told) {
    std::string data = told.isi;
    if (told.jenis == "jam") data = state_();
    if (told.pesan) data = json::serialize(written(*told.pesan, domain::Zona::Wib));
    return "id: " + std::to_string(told.urutan) + "\nevent: " + told.jenis + "\ndata: " + data +
           "\n\n";
}

}  // namespace bot::simulator
