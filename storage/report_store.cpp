#include "storage/report_store.hpp"

#include <cstdlib>
#include <map>

#include "storage/lane_store.hpp"

namespace storage {
namespace {

const char* word(Delivery status) {
    switch (status) {
        case Delivery::Sent:
            return "sent";
        case Delivery::Delivered:
            return "delivered";
        case Delivery::Read:
            return "read";
        case Delivery::Played:
            return "played";
        case Delivery::Failed:
            return "failed";
    }
    std::abort();
}

const char* state_after(AfterFailure then) {
    switch (then) {
        case AfterFailure::SendAgain:
        case AfterFailure::WindowClosed:
            return "waiting";
        case AfterFailure::Gone:
            return "gone";
        case AfterFailure::Rejected:
            return "rejected";
    }
    std::abort();
}

// Of several reports about one message the one that came furthest, with a price if any told one.
std::map<std::int64_t, NewReport> furthest(
    std::span<const NewReport> reports, std::span<const KeptReport> kept
) {
    std::map<std::int64_t, NewReport> latest;
    for (const KeptReport& one : kept) {
        const NewReport& report = reports[one.index];
        if (!one.outbox_id || report.status == Delivery::Failed) continue;
        const auto [found, is_first] = latest.emplace(*one.outbox_id, report);
        if (is_first) continue;
        const NewReport& earlier = found->second;
        NewReport further = report.status > earlier.status ? report : earlier;
        if (further.price_category.empty()) {
            further.price_category =
                report.price_category.empty() ? earlier.price_category : report.price_category;
            further.price_type = report.price_type.empty() ? earlier.price_type : report.price_type;
        }
        found->second = std::move(further);
    }
    return latest;
}

}  // namespace

std::vector<KeptReport> ReportStore::add(std::span<const NewReport> reports) {
    if (reports.empty()) return {};
    ArrayParam channel, account, external, message, recipient, outbox, status, error, at;
    for (const NewReport& report : reports) {
        channel.add(report.channel);
        account.add(report.account);
        external.add(report.external_id);
        message.add(report.message_id);
        recipient.add(report.recipient);
        outbox.add(report.outbox_id);
        status.add(word(report.status));
        error.add(report.error_code);
        at.add(report.at);
    }
    Params params;
    params.add(channel).add(account).add(external).add(message).add(recipient).add(outbox);
    std::vector<KeptReport> kept;
    for (const Row row : transaction_.run("report/add", params.add(status).add(error).add(at))) {
        kept.push_back({static_cast<std::size_t>(row.number(0) - 1), row.number_or_none(1)});
    }
    return kept;
}

void ReportStore::advance(std::span<const NewReport> reports, std::span<const KeptReport> kept) {
    const auto latest = furthest(reports, kept);
    if (latest.empty()) return;
    ArrayParam outbox, status, message, at, category, type;
    for (const auto& [outbox_id, report] : latest) {
        outbox.add(outbox_id);
        status.add(word(report.status));
        message.add(report.message_id);
        at.add(report.at);
        category.add(report.price_category);
        type.add(report.price_type);
    }
    Params params;
    params.add(outbox).add(status).add(message).add(at).add(category).add(type);
    transaction_.run("report/advance", params);
}

void ReportStore::fail(std::span<const FailedMessage> failed) {
    std::map<std::int64_t, const FailedMessage*> by_message;
    for (const FailedMessage& one : failed) by_message.emplace(one.outbox_id, &one);
    if (by_message.empty()) return;
    ArrayParam outbox, state, code;
    for (const auto& [outbox_id, one] : by_message) {
        outbox.add(outbox_id);
        state.add(state_after(one->then));
        code.add(one->error_code);
    }
    ArrayParam conversation, rest, gone, closed;
    std::vector<std::int64_t> left, left_messages;
    const Rows rows = transaction_.run("report/fail", Params().add(outbox).add(state).add(code));
    for (const Row row : rows) {
        const FailedMessage& one = *by_message.at(row.number(0));
        conversation.add(row.number(1));
        rest.add(one.rest_ms);
        gone.add_flag(one.then == AfterFailure::Gone);
        closed.add_flag(one.then == AfterFailure::WindowClosed);
        if (one.then != AfterFailure::Gone) continue;
        left.push_back(row.number(1));
        left_messages.push_back(one.outbox_id);
    }
    if (rows.empty()) return;
    transaction_.run("report/rest", Params().add(conversation).add(rest).add(gone).add(closed));
    if (!left.empty()) leave(transaction_, left, left_messages);
}

}  // namespace storage
