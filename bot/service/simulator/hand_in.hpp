#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "bot/service/simulator/phones.hpp"
#include "bot/service/simulator/refused.hpp"

namespace bot::simulator {

// A file that a person hands to his phone.
struct NewBerkas {
    std::string nama;
    bool as_photo = false;
    std::string keterangan;
    std::optional<std::int64_t> balasan;
    std::string isi;
    std::string key;  // as in Deed
};

// The person of that phone sends the file. 400 for an empty one, 413 above what is taken, 415 for a
// kind that is not; with a known key it is that message again. Throws storage::Outage.
Done hand_in(Phones& phones, const std::string& address, const NewBerkas& file);

}  // namespace bot::simulator
