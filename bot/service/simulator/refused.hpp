#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "domain/hasil.hpp"

namespace bot::simulator {

// Why something cannot be done: a status of HTTP and the sentence for the person.
struct Refused {
    int status = 400;
    std::string sentence;
};

// The id of the message that an act makes; 0 if it makes none.
using Done = domain::Result<std::int64_t, Refused>;

inline domain::Failure<Refused> refused(int status, std::string_view sentence) {
    return domain::Failure{Refused{status, std::string(sentence)}};
}

inline domain::Failure<Refused> no_message() {
    return refused(404, "Pesan itu tidak ada di ponsel ini.");
}

}  // namespace bot::simulator
