#pragma once

#include <string>

#include "adapters/platform.hpp"

namespace tests {

// What tables and messages of tests call a content, a report, an event and an outcome.
std::string describe(const adapters::Content& content);
std::string describe(const adapters::DeliveryReport& report);
std::string describe(const adapters::AccountEvent& event);
std::string describe(const adapters::SendOutcome& outcome);

// Everything that a body held, separated by "; ".
std::string describe(const adapters::Decoded& decoded);

}  // namespace tests
