#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "bot/service/simulator/phones.hpp"

namespace bot::simulator {

// What the page shows around the phones: the clock, where its buttons go, the next Batas, the look,
// and who is there. Binds those who never had an address to their phones first, so that the page
// works at once. Throws storage::Outage.
boost::json::object page_state(Phones& phones);

}  // namespace bot::simulator
