#include "adapters/telegram/reaction.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <iterator>

namespace adapters::telegram {
namespace {

// A person has at most 3, a chat at most 11 kinds; far more is no list of reactions.
constexpr std::size_t kMostReactions = 100;

}  // namespace

std::vector<std::string> emoji_list(
    const json::object& change, std::string_view name, Fields& fields
) {
    std::vector<std::string> emoji;
    const auto* list = fields.array(change, name);
    if (list == nullptr) return emoji;
    if (list->size() > kMostReactions) fields.odd(name, "too long");
    for (std::size_t i = 0; i < std::min(list->size(), kMostReactions); ++i) {
        const auto* one = (*list)[i].if_object();
        if (one == nullptr) {
            fields.odd(name, "no object");
            break;
        }
        const std::string type = fields.text(*one, "type");
        if (type == "emoji") {
            emoji.push_back(fields.text(*one, "emoji"));
        } else if (type == "custom_emoji") {
            emoji.push_back("custom:" + fields.text(*one, "custom_emoji_id"));
        } else {
            emoji.emplace_back("other");
        }
    }
    return emoji;
}

std::vector<std::string> without(
    const std::vector<std::string>& all, const std::vector<std::string>& others
) {
    std::vector<std::string> rest;
    std::copy_if(all.begin(), all.end(), std::back_inserter(rest), [&](const std::string& one) {
        return std::find(others.begin(), others.end(), one) == others.end();
    });
    return rest;
}

}  // namespace adapters::telegram
