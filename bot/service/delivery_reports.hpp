#pragma once

#include <optional>
#include <string>
#include <vector>

#include "adapters/platform.hpp"
#include "bot/service/work_metrics.hpp"
#include "storage/report_store.hpp"

namespace bot {

// What platforms told about messages of ours, out of the bodies of one commit.
struct DeliveryReports {
    std::vector<storage::NewReport> reports;
    // Of a failure: what becomes of the message. As many as reports.
    std::vector<std::optional<storage::FailedMessage>> failures;

    void add(const std::string& channel, const adapters::DeliveryReport& report);
};

// Keeps them and moves the messages on, in the caller's transaction. Counts them by channel and
// status, those about messages that we do not know apart. Returns how many messages are to be sent
// again.
int keep_reports(
    storage::Transaction& transaction, const DeliveryReports& reports, Metrics& metrics
);

}  // namespace bot
