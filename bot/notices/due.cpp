#include "bot/notices/due.hpp"

#include "domain/pelaksanaan/realisasi.hpp"

namespace bot {

DueReport do_what_is_due(
    storage::Transaction& transaction, domain::Instant now, Random& random, Digests digests
) {
    storage::DueStore store(transaction);
    store.submit_realisasi(now, domain::kMasaUrung);
    DueReport report;
    if (digests == Digests::Look) report.digests = send_digests(transaction, now, random);
    report.reminders = remind_before_batas(transaction, now, random);
    const auto promoted = static_cast<int>(store.promote_outbox(now));
    report.messages = promoted + report.digests + report.reminders;
    return report;
}

}  // namespace bot
