#pragma once

#include <string>

#include "bot/service/http_guard.hpp"
#include "bot/service/http_message.hpp"

namespace bot {

// The request of a head that passed the guard, still without its body. Copies: the head points into
// the buffer of the connection. Pure.
HttpRequest to_request(const RequestHead& head, const std::string& peer);

}  // namespace bot
