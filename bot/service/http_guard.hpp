#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/hasil.hpp"

namespace bot {

// The guard in front of Beast (RELIABILITY.md section 2.7): it reads the raw bytes of a request
// head and passes only what no two programs can read in two ways. Pure; any thread.

constexpr std::size_t kMaxHeadBytes = 8192;
constexpr std::size_t kMaxTargetBytes = 1024;
constexpr std::size_t kMaxFields = 64;

// A method on a path. A path that ends in "/*" stands for everything below it.
struct GuardRoute {
    std::string method;
    std::string path;
    std::uint64_t body_limit = 0;  // bytes; 0: no body
};

struct GuardRules {
    // Names that Host may carry, without port for any port; empty: every well-formed one.
    std::vector<std::string> hosts;
    // Fields that must not come twice, beside those of HTTP itself: the platforms' secret and
    // signature fields.
    std::vector<std::string> single_fields;
    std::vector<GuardRoute> routes;
};

// Why a request is not served. The connection must be closed after the answer.
struct Refusal {
    int status = 400;
    std::string_view reason;  // one English word for the metric; lives as long as the program
    std::string allow;        // with 405: the methods of the path, "GET, POST"
};

struct FieldView {
    std::string_view name;
    std::string_view value;  // without blanks around it
};

// What a head says. The views point into the bytes that were checked.
struct RequestHead {
    std::string_view method;
    std::string_view target;
    std::string_view path;
    std::string_view query;
    std::vector<FieldView> fields;
    std::uint64_t content_length = 0;
    std::size_t route = 0;  // index in GuardRules::routes
    bool keep_alive = true;
    bool expects_continue = false;
};

// Checks a head: all bytes up to and with the first CR LF CR LF, none behind it. Never throws on
// content.
domain::Result<RequestHead, Refusal> check_head(std::string_view head, const GuardRules& rules);

// How far a head has arrived. `length` is set when it is complete and counts the CR LF CR LF.
struct HeadProgress {
    enum class State { Incomplete, Complete, Broken, TooLarge };
    State state = State::Incomplete;
    std::size_t length = 0;
};

// Looks at the first bytes of a connection, which may hold a part of a head, a head, or more.
// Broken as soon as no further byte could make check_head() accept it (NUL, CR or LF alone). `seen`
// says how many of the bytes an earlier call has found Incomplete, so that slow senders cost no
// second look.
HeadProgress find_head(std::string_view bytes, std::size_t seen = 0);

}  // namespace bot
