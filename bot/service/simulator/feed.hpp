#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "bot/service/http_message.hpp"
#include "bot/service/loop.hpp"
#include "bot/service/simulator/phones.hpp"

namespace bot::simulator {

// Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html) out of what
// the page was told: each reader gets everything behind his number, in order. open() from any
// thread; its steps run on one. Outlives the server that serves its streams.
class Feed {
public:
    // `state` gives the object of `event: jam`, as JSON; `told` wakes the feed.
    Feed(Phones& phones, std::function<std::string()> state, Signal& told);

    // The events behind that number.
    std::shared_ptr<HttpStream> open(std::int64_t behind);

    StepResult step();
    // Drops nothing: who waits goes on waiting.
    void reset() {}

private:
    class Reader;
    using Give = std::function<void(std::string)>;
    struct Waiting {
        std::shared_ptr<Reader> reader;
        Give give;
        std::chrono::steady_clock::time_point since;
    };
    void wait(Waiting waiting);
    bool serve(const Waiting& waiting);
    std::string event_of(const storage::ToldKabar& told);

    Phones& phones_;
    const std::function<std::string()> state_;
    Signal& told_;
    std::mutex mutex_;
    std::vector<Waiting> waiting_;
};

}  // namespace bot::simulator
