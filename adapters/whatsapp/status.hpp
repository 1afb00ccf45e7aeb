#pragma once

#include <boost/json/object.hpp>
#include <optional>

#include "adapters/fields.hpp"
#include "adapters/platform.hpp"

// For the .cpp files of adapters/whatsapp alone: no other header includes Boost.JSON.
namespace adapters::whatsapp {

// One element of `statuses`; nothing for a status that nobody knows. The account is left empty.
std::optional<DeliveryReport> read_status(const json::object& status, Fields& fields);

}  // namespace adapters::whatsapp
