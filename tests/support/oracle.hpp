#pragma once

#include <string>
#include <vector>

#include "tests/support/fake_bot_api.hpp"
#include "tests/support/traffic.hpp"

namespace support {

// What became of a plan of messages that each add 1 to RHK 1 (RELIABILITY.md section 3).
struct Verdict {
    long lost = 0;        // a message with a 200 that has no effect
    long doubled = 0;     // effects beyond the first of a message
    long disordered = 0;  // effects that stand before an earlier message of their chat
    long wrong_sums = 0;  // chats whose value is not the number of their effects
    long unanswered = 0;  // effects whose receipt never reached the chat
    long repeated = 0;  // receipts that reached the chat again, though the sender knew of the first
    std::string first;  // the first thing that is wrong, in words; empty: nothing

    [[nodiscard]] bool good() const {
        return lost + doubled + disordered + wrong_sums + unanswered + repeated == 0;
    }
    // One line with all figures, for the message of a failed assertion.
    [[nodiscard]] std::string text() const;
};

// Compares the plan, all of which must have got its 200, with the database at rest.
Verdict judge_effects(const std::string& database_url, const Plan& plan);

// Compares the receipts in the database with the ledger of the stand-in: each reached the chat, and
// again only once for every send that the program has recorded as in doubt or could not settle
// because it was killed (RELIABILITY.md section 2.4, rules 20 and 21).
void judge_answers(
    const std::string& database_url, const std::vector<SentMessage>& ledger, Verdict& verdict
);

}  // namespace support
