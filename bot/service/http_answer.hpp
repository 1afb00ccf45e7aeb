#pragma once

#include <chrono>
#include <string>

#include "bot/service/http_message.hpp"

namespace bot {

enum class Persistence { KeepAlive, Close };

// The bytes of an answer: head and body, with Content-Length, Date and Connection. An answer that
// cannot be written as it is (a status that is none, a field with a control character) becomes a
// plain 500. Of one with a stream the head alone, without Content-Length. Pure; any thread.
std::string answer_bytes(
    HttpResponse response, Persistence persistence, std::chrono::system_clock::time_point now
);

}  // namespace bot
