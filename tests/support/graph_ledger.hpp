#pragma once

#include <boost/json/object.hpp>

#include "tests/support/fake_graph_api.hpp"

namespace support {

// What the ledger keeps of a body that why_message_refused() lets through; without the recipient,
// the id, the time and the words of a template.
SentWhatsApp ledger_entry(const boost::json::object& body);

}  // namespace support
