#pragma once

#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>

#include "adapters/platform.hpp"
#include "adapters/utf.hpp"

// What every decoder promises about whatever bytes it was given: a broken promise ends the program,
// which is how a fuzzer notices.
namespace tests {

inline void require(bool holds) {
    if (!holds) std::abort();
}

inline void require_text(const std::string& text) {
    require(adapters::is_utf8(text));
}

// An id is valid UTF-8 too, and holds no NUL.
inline void require_id(const std::string& id) {
    require_text(id);
    require(id.find('\0') == std::string::npos);
}

struct CheckContent {
    void operator()(const adapters::Text& it) const {
        require_text(it.text);
        require(it.text.find_first_of(std::string_view("\0\r\x7F", 3)) == std::string::npos);
    }
    void operator()(const adapters::Start& it) const { require(it.token.size() <= 64); }
    void operator()(const adapters::Press& it) const {
        require_id(it.handle);
        require_id(it.answer_id);
        require_id(it.pressed_message);
    }
    void operator()(const adapters::ContactCard& it) const { require_text(it.number); }
    void operator()(const adapters::File& it) const {
        require_id(it.reference);
        for (const auto& text : {it.mime, it.name, it.caption}) require_text(text);
    }
    void operator()(const adapters::Location& it) const { require_text(it.name); }
    void operator()(const adapters::Reaction& it) const {
        require_id(it.message_id);
        for (const auto& text : it.added) require_text(text);
        for (const auto& text : it.removed) require_text(text);
    }
    void operator()(const adapters::Edited& it) const {
        require_text(it.text);
        require_id(it.message_id);
    }
    void operator()(const adapters::Unsupported& it) const { require_text(it.name); }
    void operator()(const adapters::Ignored& it) const { require_text(it.name); }
    void operator()(const adapters::Revoked& it) const { require_id(it.message_id); }
    void operator()(const adapters::AddressChanged& it) const {
        require(!it.new_addresses.empty());
        for (const auto& address : it.new_addresses) require_id(address);
    }
    template <class Empty>
    void operator()(const Empty&) const {}
};

// Every text that came out is valid UTF-8, and no id holds a NUL.
inline void check_texts(const adapters::Decoded& decoded) {
    require_text(decoded.unreadable);
    for (const auto& incoming : decoded.incoming) {
        for (const auto& id :
             {incoming.account,
              incoming.external_id,
              incoming.conversation,
              incoming.sender,
              incoming.message_id,
              incoming.natural_key,
              incoming.reply_to}) {
            require_id(id);
        }
        for (const auto& address : incoming.further_addresses) require_id(address);
        require_text(incoming.sender_name);
        std::visit(CheckContent{}, incoming.content);
    }
    for (const auto& report : decoded.reports) {
        for (const auto& id :
             {report.account,
              report.external_id,
              report.message_id,
              report.recipient,
              report.tracker}) {
            require_id(id);
        }
        require(!report.message_id.empty());
        require_text(report.price_category);
        require_text(report.price_type);
    }
    for (const auto& event : decoded.events) {
        require_text(event.subject);
        require_id(event.word);
    }
}

}  // namespace tests
