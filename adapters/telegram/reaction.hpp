#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/fields.hpp"

// For the .cpp files of adapters/telegram alone: no other header includes Boost.JSON.
namespace adapters::telegram {

// The reactions of that list: an emoji as it is, one of a set of stickers as "custom:<id>", a paid
// one or one of a kind that nobody knows as "other". Empty if there is no list.
std::vector<std::string> emoji_list(
    const json::object& change, std::string_view name, Fields& fields
);

// All but those that the others have too, in order.
std::vector<std::string> without(
    const std::vector<std::string>& all, const std::vector<std::string>& others
);

}  // namespace adapters::telegram
