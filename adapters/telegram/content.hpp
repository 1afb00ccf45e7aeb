#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>

#include "adapters/fields.hpp"
#include "adapters/platform.hpp"

// For the .cpp files of adapters/telegram alone: no other header includes Boost.JSON.
namespace adapters::telegram {

// What a message of a private chat holds: text, file, place, card, or a kind that we do not take.
// `our_name` is the bot's user name or empty, `sender` the id of who wrote it.
Content content_of(
    const json::object& message, std::string_view our_name, std::string_view sender, Fields& fields
);

// The name of the service message (somebody joined, a topic was closed); empty if it is none.
std::string_view service_name(const json::object& message);

}  // namespace adapters::telegram
