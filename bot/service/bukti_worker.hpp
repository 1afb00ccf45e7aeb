#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "adapters/evidence/evidence.hpp"
#include "adapters/platform.hpp"
#include "bot/random.hpp"
#include "bot/service/loop.hpp"
#include "bot/service/service_parts.hpp"
#include "storage/ambil_store.hpp"

namespace bot {

inline constexpr MetricName kEvidenceFiles{
    "skpbot_evidence_files_total", "Files fetched for the evidence store, by result.", {"result"}};

// Fetches the files that people sent as evidence: locks one in an open transaction, brings it from
// the platform into the store, then settles it and tells the person in one commit. Killed anywhere,
// the lock goes and another takes the file up again; the store keeps a content once. Files of one
// receipt are confirmed together, by the last of them; an album waits a moment longer, since nobody
// knows how many are still to come. Its steps run on one thread; the store is shared.
class BuktiWorker {
public:
    // By the name of the channel.
    using Clients = std::map<std::string, std::unique_ptr<adapters::PlatformClient>>;

    // `evidence` outlives the worker.
    BuktiWorker(ServiceParts parts, adapters::EvidenceStore& evidence, Clients clients);

    StepResult step();
    void reset() { connection_.reset(); }

private:
    // Nothing: try again later.
    std::optional<storage::AmbilHasil> fetch(const storage::AmbilJob& job);
    void settle(
        storage::Transaction& transaction,
        const storage::AmbilJob& job,
        const storage::AmbilHasil& result
    );
    void tell(storage::Transaction& transaction, const storage::AmbilJob& job);

    ServiceParts parts_;
    adapters::EvidenceStore& evidence_;
    Clients clients_;
    std::vector<std::string> channels_;
    Random random_ = Random::system();
    std::unique_ptr<storage::Connection> connection_;
};

}  // namespace bot
