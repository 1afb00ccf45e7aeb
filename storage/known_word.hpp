#pragma once

#include <optional>
#include <stdexcept>

namespace storage {

// The value of a word that the schema allows. A word that the program does not know is a bug of one
// of the two: std::logic_error.
template <class T>
T known(std::optional<T> value) {
    if (!value) throw std::logic_error("a word in the database that the program does not know");
    return *value;
}

}  // namespace storage
