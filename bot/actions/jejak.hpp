#pragma once

#include <cstddef>
#include <vector>

#include "bot/actions/turn.hpp"

namespace bot {

// The questions that lead to `next`, or to the list of `items` items: those of the form that the
// turn answers, and its own. Empty if the turn answers no form.
std::vector<Pertanyaan> path_to(const Turn& turn, Pertanyaan next);
std::vector<Pertanyaan> path_to_list(const Turn& turn, std::size_t items);

}  // namespace bot
