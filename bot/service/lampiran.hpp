#pragma once

#include "adapters/evidence/evidence.hpp"
#include "adapters/platform.hpp"
#include "storage/lane_store.hpp"

namespace bot {

// Puts the file of an outbox row to its message: by the platform's own id if it is known, else its
// content out of the store. A file that is not there any more is said in the text instead. Throws
// std::system_error if the store cannot be read.
void attach_file(
    adapters::Outgoing& outgoing,
    const storage::LaneMessage& message,
    const adapters::EvidenceStore* evidence
);

// Adds to a settlement what the send taught about the file: a new id is kept; one with which the
// message was refused is forgotten, and the message goes out again with the content.
void settle_upload(
    storage::Settlement& settlement,
    const adapters::Outgoing& sent,
    const adapters::SendOutcome& outcome
);

}  // namespace bot
