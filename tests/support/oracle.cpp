#include "tests/support/oracle.hpp"

#include <fmt/format.h>

#include <map>

#include "tests/support/postgres.hpp"

namespace support {

namespace {

void note(Verdict& verdict, const std::string& what) {
    if (verdict.first.empty()) verdict.first = what;
}

// Per chat, the message ids of the effects in the order of the versions.
std::map<std::string, std::vector<long>> effects_by_chat(const std::string& url) {
    std::map<std::string, std::vector<long>> effects;
    for (const Row& row : query(
             url,
             "SELECT conversation.address, receipt.message_id "
             "FROM realisasi_versi JOIN receipt "
             "  ON receipt.instansi_id = realisasi_versi.instansi_id "
             " AND receipt.kode = realisasi_versi.kwitansi "
             "JOIN conversation USING (conversation_id) "
             "ORDER BY conversation.address, realisasi_versi.versi"
         ))
        effects[row[0].value_or("")].push_back(std::stol(row[1].value_or("0")));
    return effects;
}

// Per chat, the value that the person sees in the end.
std::map<std::string, long> values_by_chat(const std::string& url) {
    std::map<std::string, long> values;
    for (const Row& row : query(
             url,
             "SELECT conversation.address, realisasi.nilai::bigint "
             "FROM realisasi JOIN alamat USING (instansi_id, pegawai_id) "
             "JOIN conversation USING (conversation_id)"
         ))
        values[row[0].value_or("")] = std::stol(row[1].value_or("0"));
    return values;
}

void judge_chat(
    const std::vector<PlannedMessage>& planned,
    const std::vector<long>& effects,
    const std::string& address,
    Verdict& verdict
) {
    std::map<long, long> times;
    long latest = 0;
    for (const long message : effects) {
        ++times[message];
        if (message < latest) {
            ++verdict.disordered;
            note(verdict, fmt::format("chat {}: message {} after {}", address, message, latest));
        }
        latest = std::max(latest, message);
    }
    for (const PlannedMessage& message : planned) {
        const long found = times[message.stamp.message_id];
        if (found == 0) {
            ++verdict.lost;
            note(
                verdict, fmt::format("chat {}: message {} lost", address, message.stamp.message_id)
            );
        }
        if (found > 1) {
            verdict.doubled += found - 1;
            note(
                verdict,
                fmt::format(
                    "chat {}: message {} has {} effects", address, message.stamp.message_id, found
                )
            );
        }
    }
}

// How often a receipt reached its chat, and its place in the ledger the first time.
struct SeenReceipt {
    long times = 0;
    std::size_t first = 0;
};

std::map<std::string, SeenReceipt> deliveries(const std::vector<SentMessage>& ledger) {
    constexpr std::size_t kCodeLength = 8;
    std::map<std::string, SeenReceipt> delivered;
    for (std::size_t place = 0; place < ledger.size(); ++place) {
        const std::string& text = ledger[place].text;
        const auto begin = text.find("R-");
        if (begin == std::string::npos) continue;
        SeenReceipt& delivery = delivered[text.substr(begin, kCodeLength)];
        if (delivery.times++ == 0) delivery.first = place;
    }
    return delivered;
}

}  // namespace

std::string Verdict::text() const {
    return fmt::format(
        "lost {}, doubled {}, out of order {}, wrong sums {}, unanswered {}, answered again {}; "
        "first: {}",
        lost,
        doubled,
        disordered,
        wrong_sums,
        unanswered,
        repeated,
        first.empty() ? "nothing" : first
    );
}

Verdict judge_effects(const std::string& database_url, const Plan& plan) {
    Verdict verdict;
    auto effects = effects_by_chat(database_url);
    auto values = values_by_chat(database_url);
    for (const auto& planned : plan) {
        if (planned.empty()) continue;
        const std::string address = std::to_string(planned.front().person.id);
        judge_chat(planned, effects[address], address, verdict);
        if (values[address] != static_cast<long>(effects[address].size())) {
            ++verdict.wrong_sums;
            note(
                verdict,
                fmt::format(
                    "chat {}: value {} after {} effects",
                    address,
                    values[address],
                    effects[address].size()
                )
            );
        }
    }
    return verdict;
}

void judge_answers(
    const std::string& database_url, const std::vector<SentMessage>& ledger, Verdict& verdict
) {
    const auto delivered = deliveries(ledger);
    std::map<std::string, std::size_t> latest;  // of each chat: place of its last receipt
    for (const Row& row : query(
             database_url,
             "SELECT receipt.kode, conversation.address, count(attempt) FILTER "
             "  (WHERE attempt.outcome = 'in_doubt' OR attempt.outcome IS NULL), "
             "  max(concat_ws(' ', outbox.state, outbox.error_code)) "
             "FROM receipt "
             "JOIN conversation USING (conversation_id) "
             "JOIN event ON event.conversation_id = receipt.conversation_id "
             "  AND event.message_id = receipt.message_id "
             "LEFT JOIN outbox ON outbox.event_id = event.event_id AND outbox.kind = 'balasan' "
             "LEFT JOIN attempt ON attempt.outbox_id = outbox.outbox_id "
             "GROUP BY receipt.kode, conversation.address, event.event_id "
             "ORDER BY event.event_id"
         )) {
        const std::string code = row[0].value_or("");
        const std::string chat = row[1].value_or("");
        const long doubtful = std::stol(row[2].value_or("0"));
        const auto found = delivered.find(code);
        if (found == delivered.end()) {
            ++verdict.unanswered;
            note(verdict, fmt::format("never told: {} ({})", code, row[3].value_or("no message")));
            continue;
        }
        if (found->second.times > 1 + doubtful) {
            ++verdict.repeated;
            note(
                verdict,
                fmt::format("{} told {} times, {} in doubt", code, found->second.times, doubtful)
            );
        }
        std::size_t& last = latest[chat];
        if (found->second.first < last) {
            ++verdict.disordered;
            note(verdict, fmt::format("chat {}: {} told too late", chat, code));
        }
        last = std::max(last, found->second.first);
    }
}

}  // namespace support
