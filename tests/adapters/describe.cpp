#include "tests/adapters/describe.hpp"

#include <cstdlib>

namespace tests {
namespace {

std::string word_of(adapters::FileKind kind) {
    switch (kind) {
        case adapters::FileKind::Photo:
            return "photo";
        case adapters::FileKind::Document:
            return "document";
        case adapters::FileKind::Audio:
            return "audio";
        case adapters::FileKind::Video:
            return "video";
    }
    std::abort();
}

std::string word_of(adapters::DeliveryStatus status) {
    switch (status) {
        case adapters::DeliveryStatus::Sent:
            return "sent";
        case adapters::DeliveryStatus::Delivered:
            return "delivered";
        case adapters::DeliveryStatus::Read:
            return "read";
        case adapters::DeliveryStatus::Played:
            return "played";
        case adapters::DeliveryStatus::Failed:
            return "failed";
    }
    std::abort();
}

std::string word_of(adapters::AccountEventKind kind) {
    switch (kind) {
        case adapters::AccountEventKind::Template:
            return "template";
        case adapters::AccountEventKind::Quality:
            return "quality";
        case adapters::AccountEventKind::Account:
            return "account";
    }
    std::abort();
}

std::string word_of(adapters::Scope scope) {
    switch (scope) {
        case adapters::Scope::Conversation:
            return "conversation";
        case adapters::Scope::Account:
            return "account";
        case adapters::Scope::Template:
            return "template";
    }
    std::abort();
}

struct DescribeContent {
    std::string operator()(const adapters::Text&) const { return "text"; }
    std::string operator()(const adapters::Start&) const { return "start"; }
    std::string operator()(const adapters::Press&) const { return "press"; }
    std::string operator()(const adapters::ContactCard&) const { return "card"; }
    std::string operator()(const adapters::File& file) const { return word_of(file.kind); }
    std::string operator()(const adapters::Location&) const { return "location"; }
    std::string operator()(const adapters::Reaction&) const { return "reaction"; }
    std::string operator()(const adapters::Edited&) const { return "edited"; }
    std::string operator()(const adapters::Blocked&) const { return "blocked"; }
    std::string operator()(const adapters::Unblocked&) const { return "unblocked"; }
    std::string operator()(const adapters::Revoked&) const { return "revoked"; }
    std::string operator()(const adapters::AddressChanged&) const { return "address changed"; }
    std::string operator()(const adapters::IdentityChanged&) const { return "identity changed"; }
    std::string operator()(const adapters::GroupMessage&) const { return "group"; }
    std::string operator()(const adapters::Unsupported& kind) const {
        return "unsupported " + kind.name;
    }
    std::string operator()(const adapters::Ignored& kind) const { return "ignored " + kind.name; }
};

struct DescribeOutcome {
    std::string operator()(const adapters::Sent& it) const { return "sent " + it.message_id; }
    std::string operator()(const adapters::RetryAfter& it) const {
        return "retry " + std::to_string(it.delay.count()) + " " + word_of(it.scope) +
               (it.maybe_sent ? " maybe" : "") + (it.alarming ? " alarm" : "");
    }
    std::string operator()(const adapters::RecipientGone& it) const { return "gone " + it.code; }
    std::string operator()(const adapters::Rejected& it) const { return "rejected " + it.code; }
    std::string operator()(const adapters::WindowClosed&) const { return "window"; }
    std::string operator()(const adapters::Reconfigure& it) const {
        return "reconfigure " + it.code +
               (it.scope == adapters::Scope::Template ? " template" : "");
    }
};

}  // namespace

std::string describe(const adapters::Content& content) {
    return std::visit(DescribeContent{}, content);
}

std::string describe(const adapters::DeliveryReport& report) {
    return word_of(report.status) + (report.failure ? " " + describe(*report.failure) : "");
}

std::string describe(const adapters::AccountEvent& event) {
    return word_of(event.kind) + " " + event.word +
           (event.subject.empty() ? "" : " of " + event.subject) +
           (event.stop ? ", stops " + word_of(event.stop->scope) : "");
}

std::string describe(const adapters::SendOutcome& outcome) {
    return std::visit(DescribeOutcome{}, outcome);
}

std::string describe(const adapters::Decoded& decoded) {
    std::string all;
    const auto add = [&all](const std::string& one) { all += (all.empty() ? "" : "; ") + one; };
    for (const auto& incoming : decoded.incoming) {
        add(describe(incoming.content) + (incoming.forwarded ? " forwarded" : ""));
    }
    for (const auto& report : decoded.reports) add(describe(report));
    for (const auto& event : decoded.events) add(describe(event));
    if (!decoded.unreadable.empty()) add("unreadable " + decoded.unreadable);
    return all;
}

}  // namespace tests
