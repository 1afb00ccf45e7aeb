#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/fields.hpp"

// For the .cpp files of adapters/whatsapp alone: no other header includes Boost.JSON.
namespace adapters::whatsapp {

// Whether the address has the form of a business-scoped user id, "CC." and letters or digits;
// anything else is a number (PLATFORMS.md section 9).
bool is_user_id(std::string_view address);

// Who wrote a message: the number and the user ids, each optional, and the name shown.
struct Sender {
    std::string number;
    std::string user_id;
    std::string parent_user_id;
    std::string name;
    bool ambiguous = false;  // the message names nobody and more than one could have written it

    // The user id if there is one, else the number; empty if the person cannot be told.
    [[nodiscard]] std::string conversation() const;
    // The number if there is one, else the user id.
    [[nodiscard]] std::string address() const;
    // All addresses but that one.
    [[nodiscard]] std::vector<std::string> further_addresses() const;
};

// Puts together what the message and the list of contacts say. A contact is found by its number or
// user id, never by its position; only if the message names nobody, the one contact there is meant.
Sender sender_of(
    const json::object& message, const std::vector<const json::object*>& contacts, Fields& fields
);

}  // namespace adapters::whatsapp
