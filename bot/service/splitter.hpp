#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "adapters/platform.hpp"
#include "bot/service/acknowledgements.hpp"
#include "bot/service/chat_actions.hpp"
#include "bot/service/delivery_reports.hpp"
#include "bot/service/loop.hpp"
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
        Acknowledgements& acknowledgements,
        ChatActions& actions
    );

    StepResult step();
    void reset() { connection_.reset(); }

private:
    // What the bodies of one commit held.
    struct Pieces {
        std::vector<storage::NewEvent> events;
        DeliveryReports reports;
        std::vector<storage::CutBody> finished;
    };
    void cut(const storage::StoredBody& body, Pieces& pieces);
    void note(const std::string& channel, const adapters::AccountEvent& event);
    void acknowledge(const std::vector<storage::NewEvent>& events);
    void expect_answers(const std::vector<storage::NewEvent>& events);

    ServiceParts parts_;
    std::map<std::string, const adapters::Platform*> platforms_;
    Acknowledgements& acknowledgements_;
    ChatActions& actions_;
    std::unique_ptr<storage::Connection> connection_;
};

}  // namespace bot
