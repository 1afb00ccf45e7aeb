#pragma once

#include <string>
#include <string_view>

namespace bot_test {

// What makes `now` of `before`, as `diff -u` would show it, with three lines around each change;
// empty if they are equal. The lines of a message inside a JSON text count as lines: they break
// behind their "\n".
std::string unified_diff(std::string_view before, std::string_view now);

}  // namespace bot_test
