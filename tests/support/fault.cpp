#include "tests/support/fault.hpp"

#include <iterator>

namespace support {

bool can_deliver(FaultKind kind) {
    return kind != FaultKind::TooManyRequests && kind != FaultKind::TooManyRequestsBare &&
           kind != FaultKind::Redirect && kind != FaultKind::Blocked;
}

Fault random_fault(std::mt19937_64& random) {
    constexpr FaultKind kAtRandom[] = {
        FaultKind::TooManyRequests,
        FaultKind::TooManyRequestsBare,
        FaultKind::ServerError,
        FaultKind::Garbage,
        FaultKind::Truncated,
        FaultKind::WrongLength,
        FaultKind::OkWithoutResult,
        FaultKind::Hang,
        FaultKind::Reset,
        FaultKind::Slow,
        FaultKind::Redirect,
        FaultKind::Huge};
    return {.kind = kAtRandom[random() % std::size(kAtRandom)], .delivered = random() % 2 == 0};
}

ServedAnswer spoiled(FaultKind kind, ServedAnswer good) {
    const auto by = [&](Delivery delivery) {
        good.delivery = delivery;
        return good;
    };
    switch (kind) {
        case FaultKind::None:
        case FaultKind::TooManyRequests:
        case FaultKind::TooManyRequestsBare:
        case FaultKind::Blocked:
            return good;
        case FaultKind::ServerError:
            return {
                .status = 502,
                .body = "<html><head><title>502 Bad Gateway</title></head></html>",
                .content_type = "text/html"};
        case FaultKind::Garbage:
            return {.body = "\x01\xff{]\"xx"};
        case FaultKind::OkWithoutResult:
            return {.body = R"({"ok":true})"};
        case FaultKind::Redirect:
            return {.status = 301, .fields = "Location: http://127.0.0.1:9/\r\n"};
        case FaultKind::Truncated:
            return by(Delivery::Truncated);
        case FaultKind::WrongLength:
            return by(Delivery::WrongLength);
        case FaultKind::Slow:
            return by(Delivery::Slow);
        case FaultKind::Huge:
            return by(Delivery::Huge);
        case FaultKind::Hang:
            return by(Delivery::Hang);
        case FaultKind::Reset:
            return by(Delivery::Reset);
    }
    return good;
}

}  // namespace support
