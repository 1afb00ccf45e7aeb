#pragma once

#include <functional>
#include <ostream>
#include <string>

#include "bot/config.hpp"
#include "storage/pegawai_store.hpp"

namespace bot {

// Runs `work` in a transaction with the person of that NIP, and commits. Returns the exit code of
// the commands that name a person: what the work returns, or 1 if there is no such person or the
// database failed, 2 for a NIP that is none; with a sentence on `err`.
int with_person(
    const Config& config,
    const std::string& nip,
    std::ostream& err,
    const std::function<int(storage::Transaction&, const storage::PersonName&)>& work
);

domain::Instant system_time();

}  // namespace bot
