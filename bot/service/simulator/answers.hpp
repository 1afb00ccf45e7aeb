#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <string_view>

#include "bot/service/http_message.hpp"
#include "bot/service/simulator/refused.hpp"

// The answers that the page gets. For the .cpp files of this folder alone, as shapes.hpp.
namespace bot::simulator {

// The most that a request with an object may have.
inline constexpr std::uint64_t kRequestBytes = std::uint64_t{64} * 1024;

// 200 with that object.
HttpResponse answer(const boost::json::object& body);
// {"error": the sentence for the person}.
HttpResponse refusal(int status, std::string_view sentence);
// {"id"} of the message that was made, {} if none was, or why it was not done.
HttpResponse answer_of(const Done& done);

HttpResponse unreadable();
HttpResponse no_phone();

// "sim-12"
bool is_phone(std::string_view address);

}  // namespace bot::simulator
