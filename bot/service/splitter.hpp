#pragma once

#include <map>
#include <memory>
#include <string>

#include "adapters/platform.hpp"
#include "bot/service/loop.hpp"
#include "bot/service/press_answers.hpp"
#include "bot/service/service_parts.hpp"
#include "storage/split_store.hpp"

namespace bot {

// Cuts bodies into events, in the order in which the bodies came, one splitter at a time in all
// instances. Nothing else reads webhook bodies. Owns its connection; its steps run on one thread.
class Splitter {
public:
    // The platforms, by channel, outlive the splitter.
    Splitter(
        ServiceParts parts,
        std::map<std::string, const adapters::Platform*> platforms,
        PressAnswers& press_answers
    );

    StepResult step();
    void reset() { connection_.reset(); }

private:
    storage::CutBody cut(const storage::StoredBody& body, std::vector<storage::NewEvent>& events);

    ServiceParts parts_;
    std::map<std::string, const adapters::Platform*> platforms_;
    PressAnswers& press_answers_;
    std::unique_ptr<storage::Connection> connection_;
};

// An event of what a person did. Pure; a function of its own for the tests.
storage::NewEvent event_of(
    const storage::StoredBody& body, const std::string& account, const adapters::Incoming& incoming
);

}  // namespace bot
