#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "storage/simulator_store.hpp"

// The JSON of the page (`/demo/*`). For the .cpp files of this folder alone: no other header
// includes Boost.JSON.
namespace bot::simulator {

namespace json = boost::json;

// A message as the page reads it.
json::object written(const storage::PesanPonsel& pesan, domain::Zona zona);

// What a person's message shows, as the store keeps it: his words and his file.
json::object shown_words(std::string_view text);

// A mark that nobody has used before.
std::string fresh_mark();

// That a message is new or has changed.
storage::Kabar of_message(std::int64_t id);

// A line of the page's log, and the sign that an answer is being written.
storage::Kabar note(
    std::string_view kind, std::string_view text, std::string_view address, domain::Instant now
);
storage::Kabar typing(std::string_view address, bool on);

// A member of a request; empty, nothing or false if it is missing or of another type.
std::string text_of(const json::object& request, std::string_view name);
std::optional<std::int64_t> id_of(const json::object& request, std::string_view name);
std::optional<std::int64_t> id_of(std::string_view digits);

// The request's body; nothing if it is no object within the limits.
std::optional<json::object> read_request(std::string_view body);

}  // namespace bot::simulator
