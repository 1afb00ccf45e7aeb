#include "bot/service/delivery_reports.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "bot/conversation/overload.hpp"

namespace bot {
namespace {

using storage::AfterFailure;
using storage::FailedMessage;

// Before a message that the platform took and then gave back is tried again.
constexpr int kRestMs = 60'000;

storage::Delivery delivery_of(adapters::DeliveryStatus status) {
    switch (status) {
        case adapters::DeliveryStatus::Sent:
            return storage::Delivery::Sent;
        case adapters::DeliveryStatus::Delivered:
            return storage::Delivery::Delivered;
        case adapters::DeliveryStatus::Read:
            return storage::Delivery::Read;
        case adapters::DeliveryStatus::Played:
            return storage::Delivery::Played;
        case adapters::DeliveryStatus::Failed:
            return storage::Delivery::Failed;
    }
    std::abort();
}

std::string_view word(storage::Delivery status) {
    switch (status) {
        case storage::Delivery::Sent:
            return "sent";
        case storage::Delivery::Delivered:
            return "delivered";
        case storage::Delivery::Read:
            return "read";
        case storage::Delivery::Played:
            return "played";
        case storage::Delivery::Failed:
            return "failed";
    }
    std::abort();
}

// Ours only if it is a number; anything else was put there by somebody else.
std::optional<std::int64_t> outbox_id_of(const std::string& tracker) {
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(tracker.data(), tracker.data() + tracker.size(), id);
    if (error != std::errc{} || end != tracker.data() + tracker.size()) return std::nullopt;
    return id;
}

FailedMessage failure_of(const adapters::SendOutcome& outcome) {
    const auto ended = [](AfterFailure then, std::string code) {
        return FailedMessage{0, then, std::move(code), 0};
    };
    return std::visit(
        Overload{
            [&](const adapters::Sent&) { return ended(AfterFailure::Rejected, "failed"); },
            [&](const adapters::RetryAfter& retry) {
                const auto rest = static_cast<int>(retry.delay.count());
                return FailedMessage{0, AfterFailure::SendAgain, "retry", std::max(rest, kRestMs)};
            },
            [&](const adapters::RecipientGone& gone) {
                return ended(AfterFailure::Gone, gone.code);
            },
            [&](const adapters::Rejected& rejected) {
                return ended(AfterFailure::Rejected, rejected.code);
            },
            [&](const adapters::WindowClosed&) {
                return ended(AfterFailure::WindowClosed, "window_closed");
            },
            [&](const adapters::Reconfigure& reconfigure) {
                return ended(AfterFailure::Rejected, reconfigure.code);
            },
        },
        outcome
    );
}

}  // namespace

void DeliveryReports::add(const std::string& channel, const adapters::DeliveryReport& report) {
    auto& failure = failures.emplace_back();
    if (report.failure) failure = failure_of(*report.failure);
    reports.push_back({
        .channel = channel,
        .account = report.account,
        .external_id = report.external_id,
        .message_id = report.message_id,
        .recipient = report.recipient,
        .outbox_id = outbox_id_of(report.tracker),
        .status = delivery_of(report.status),
        .at = report.at,
        .error_code = failure ? failure->error_code : "",
        .price_category = report.price_category,
        .price_type = report.price_type,
    });
}

int keep_reports(
    storage::Transaction& transaction, const DeliveryReports& reports, Metrics& metrics
) {
    if (reports.reports.empty()) return 0;
    storage::ReportStore store(transaction);
    const auto kept = store.add(reports.reports);
    store.advance(reports.reports, kept);
    std::vector<FailedMessage> failed;
    int again = 0;
    for (const storage::KeptReport& one : kept) {
        const storage::NewReport& report = reports.reports[one.index];
        metrics.count(
            kDeliveryReports, {report.channel, one.outbox_id ? word(report.status) : "unknown"}
        );
        const auto& failure = reports.failures[one.index];
        if (!failure || !one.outbox_id) continue;
        failed.push_back(*failure);
        failed.back().outbox_id = *one.outbox_id;
        again += failure->then == AfterFailure::Rejected ? 0 : 1;
        spdlog::warn(
            fmt::format("delivery failed outbox={} code={}", *one.outbox_id, failure->error_code)
        );
    }
    store.fail(failed);
    return again;
}

}  // namespace bot
