#pragma once

#include <string>
#include <vector>

#include "bot/actions/turn.hpp"
#include "domain/pelaksanaan/realisasi.hpp"

namespace bot {

// An item and what was decided on it.
struct Dipilih {
    const storage::WaitingItem* item = nullptr;
    Keputusan keputusan = Keputusan::Setujui;
    std::string alasan{};
};

// The decisions of one message: each is decided by the rules, then all are kept under one receipt,
// told to the pegawai after the grace time and answered together. Lives as long as the turn.
class Decisions {
public:
    explicit Decisions(TurnContext& context) : c_(context) {}

    void decide(const Dipilih& one);

    // Once, behind the last decision: effects and answer. Items that lack a reason are asked about.
    void conclude();

private:
    struct Done {
        Dipilih chosen;
        domain::Realisasi realisasi;
    };

    void keep(const std::string& kwitansi);
    void tell(const std::string& kwitansi);
    void ask_reason(Reply& reply);

    TurnContext& c_;
    std::vector<Done> done_;
    std::vector<const storage::WaitingItem*> need_reason_;
    std::vector<std::string> refused_;
};

}  // namespace bot
