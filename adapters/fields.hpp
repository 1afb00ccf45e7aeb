#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/kalender/waktu.hpp"

// For the .cpp files of adapters alone: no other header includes Boost.JSON.
namespace adapters {

namespace json = boost::json;

// Reads the members of JSON objects and remembers the first that has an odd type; from then on the
// whole update counts as unreadable. A missing member and a null are the same: nothing there, and
// no problem. Lives as long as the decoding of one body. For one thread.
class Fields {
public:
    // What was odd, in our words and without anything of the content; empty if all was well.
    [[nodiscard]] const std::string& problem() const { return problem_; }

    // Notes a problem, unless there is one already.
    void odd(std::string_view name, std::string_view what);

    // The object or array there; nullptr if there is none.
    const json::object* object(const json::object& parent, std::string_view name);
    const json::array* array(const json::object& parent, std::string_view name);

    // The objects of the array there; an element that is none is odd and left out.
    std::vector<const json::object*> objects(const json::object& parent, std::string_view name);

    // A whole number of 64 bits; a double or a text is odd (RELIABILITY.md section 2.7).
    std::optional<std::int64_t> integer(const json::object& parent, std::string_view name);

    // Such a number as text: ids are opaque (PLATFORMS.md section 1). Empty if there is none.
    std::string numeric_id(const json::object& parent, std::string_view name);

    // A text that names something; a NUL in it is odd (RELIABILITY.md section 2.8, rule 33).
    std::string text_id(const json::object& parent, std::string_view name);

    // The same; a whole number is as good and comes back as its digits.
    std::string opaque_id(const json::object& parent, std::string_view name);

    // Free text, cleaned; empty if there is none.
    std::string text(const json::object& parent, std::string_view name);

    bool flag(const json::object& parent, std::string_view name);

    // Seconds since 1970; nothing for 0, which a platform says of what is no longer accessible.
    std::optional<domain::Instant> instant(const json::object& parent, std::string_view name);

    // The same; the digits may be a text (PLATFORMS.md section 1).
    std::optional<domain::Instant> instant_of_digits(
        const json::object& parent, std::string_view name
    );

    // A coordinate; any number.
    std::optional<double> number(const json::object& parent, std::string_view name);

private:
    std::optional<domain::Instant> checked_instant(std::string_view name, std::int64_t seconds);

    std::string problem_;
};

// Whether the member is there and is not null.
bool has(const json::object& parent, std::string_view name);

}  // namespace adapters
