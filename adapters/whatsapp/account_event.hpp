#pragma once

#include <boost/json/object.hpp>
#include <string_view>
#include <vector>

#include "adapters/fields.hpp"
#include "adapters/platform.hpp"

// For the .cpp files of adapters/whatsapp alone: no other header includes Boost.JSON.
namespace adapters::whatsapp {

// Whether a change of this field tells of our account instead of a person.
bool is_account_field(std::string_view field);

// What its value says.
AccountEvent read_account_event(std::string_view field, const json::object& value, Fields& fields);

// What the errors of a value tell about the account, one event each.
std::vector<AccountEvent> read_errors(const json::object& value, Fields& fields);

}  // namespace adapters::whatsapp
