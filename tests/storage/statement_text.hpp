#pragma once

#include <algorithm>
#include <regex>
#include <string>

// How many parameters a statement has: the highest $n in it.
inline int parameters_of(std::string_view sql) {
    int most = 0;
    static const std::regex kParameter(R"(\$(\d+))");
    const std::string text(sql);
    for (std::sregex_iterator at(text.begin(), text.end(), kParameter), end; at != end; ++at) {
        most = std::max(most, std::stoi((*at)[1]));
    }
    return most;
}

// "(NULL, NULL)": so many of them for EXECUTE; empty for none.
inline std::string nulls(int count) {
    std::string list;
    for (int i = 0; i < count; ++i) list += i == 0 ? "NULL" : ", NULL";
    return count == 0 ? "" : "(" + list + ")";
}
