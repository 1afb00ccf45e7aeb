#pragma once

#include <boost/json/value.hpp>
#include <string>

namespace bot_test {

// The value with indents of two, a member or element a line, keys in order of name: the same text
// for the same value, whoever made it. Signs that nobody can see (joiners, marks of direction) are
// written as \uXXXX; all else stands as it is. Ends with a line end.
std::string pretty(const boost::json::value& value);

}  // namespace bot_test
