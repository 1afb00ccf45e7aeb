#pragma once

#include <boost/json/object.hpp>
#include <vector>

#include "adapters/fields.hpp"
#include "adapters/platform.hpp"

// For the .cpp files of adapters/whatsapp alone: no other header includes Boost.JSON.
namespace adapters::whatsapp {

// One element of `messages`, with whom of `contacts` it is from. The account is left empty.
Incoming read_message(
    const json::object& message, const std::vector<const json::object*>& contacts, Fields& fields
);

}  // namespace adapters::whatsapp
