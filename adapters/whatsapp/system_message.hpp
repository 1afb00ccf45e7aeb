#pragma once

#include <boost/json/object.hpp>

#include "adapters/fields.hpp"
#include "adapters/platform.hpp"

// For the .cpp files of adapters/whatsapp alone: no other header includes Boost.JSON.
namespace adapters::whatsapp {

// What a message of type "system" says: AddressChanged, IdentityChanged or, of a kind that nobody
// knows, Ignored("system"). Source:
// https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/system.
Content system_content(const json::object& message, Fields& fields);

// The addresses that the person had before, beside the one in "from"; empty texts if not told.
struct PreviousAddresses {
    std::string user_id;
    std::string parent_user_id;
};
PreviousAddresses previous_addresses(const json::object& message, Fields& fields);

}  // namespace adapters::whatsapp
