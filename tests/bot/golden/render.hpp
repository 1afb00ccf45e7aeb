#pragma once

#include <boost/json/array.hpp>

#include "tests/bot/golden/card.hpp"

namespace bot_test {

// What goes over the wire for a card, by the program's own way: a reply, rows of the outbox in
// parts, the message that the sender makes of each, the platform's encoder. One element for each
// request, in order: its body or, of a form with a file, an object with "method", "parameters" and
// "file" (field, name, type). A message that the encoder refuses is a text with the encoder's
// reason in its place, so that it stands out in the golden file and fails the rules.
boost::json::array telegram_bodies(const Card& card);
boost::json::array whatsapp_bodies(const Card& card);

// The same to somebody whose window is closed: the notice's template. Empty if the card is no
// notice.
boost::json::array whatsapp_templates(const Card& card);

}  // namespace bot_test
