#include "adapters/whatsapp/sender.hpp"

#include <algorithm>

namespace adapters::whatsapp {
namespace {

bool is_letter_or_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

// A member that is missing on both sides is no match.
bool same(const std::string& left, const std::string& right) {
    return !left.empty() && left == right;
}

struct Contact {
    std::string number;
    std::string user_id;
    std::string parent_user_id;
    std::string name;
};

Contact contact_of(const json::object& contact, Fields& fields) {
    Contact read;
    read.number = fields.opaque_id(contact, "wa_id");
    read.user_id = fields.text_id(contact, "user_id");
    read.parent_user_id = fields.text_id(contact, "parent_user_id");
    const auto* profile = fields.object(contact, "profile");
    if (profile == nullptr) return read;
    read.name = fields.text(*profile, "name");
    if (read.name.empty()) read.name = fields.text(*profile, "username");
    return read;
}

void take_over(Sender& sender, Contact contact) {
    if (sender.number.empty()) sender.number = std::move(contact.number);
    if (sender.user_id.empty()) sender.user_id = std::move(contact.user_id);
    if (sender.parent_user_id.empty()) sender.parent_user_id = std::move(contact.parent_user_id);
    sender.name = std::move(contact.name);
}

}  // namespace

bool is_user_id(std::string_view address) {
    constexpr std::size_t kCountry = 2;
    if (address.size() <= kCountry + 1 || address[kCountry] != '.') return false;
    return is_capital(address[0]) && is_capital(address[1]) &&
           std::all_of(address.begin() + kCountry + 1, address.end(), [](char c) {
               return is_letter_or_digit(c) || c == '.';
           });
}

std::string Sender::conversation() const {
    return user_id.empty() ? number : user_id;
}

std::string Sender::address() const {
    return number.empty() ? user_id : number;
}

std::vector<std::string> Sender::further_addresses() const {
    std::vector<std::string> addresses;
    if (!number.empty() && !user_id.empty()) addresses.push_back(user_id);
    if (!parent_user_id.empty()) addresses.push_back(parent_user_id);
    return addresses;
}

Sender sender_of(
    const json::object& message, const std::vector<const json::object*>& contacts, Fields& fields
) {
    Sender sender;
    sender.number = fields.opaque_id(message, "from");
    sender.user_id = fields.text_id(message, "from_user_id");
    sender.parent_user_id = fields.text_id(message, "from_parent_user_id");
    if (is_user_id(sender.number)) {
        if (sender.user_id.empty()) sender.user_id = sender.number;
        sender.number.clear();
    }
    const bool named = !sender.conversation().empty();
    sender.ambiguous = !named && contacts.size() > 1;
    for (const json::object* element : contacts) {
        Contact contact = contact_of(*element, fields);
        const bool meant =
            named ? same(contact.number, sender.number) || same(contact.user_id, sender.user_id)
                  : contacts.size() == 1;
        if (!meant) continue;
        take_over(sender, std::move(contact));
        break;
    }
    return sender;
}

}  // namespace adapters::whatsapp
