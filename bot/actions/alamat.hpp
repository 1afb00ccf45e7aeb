#pragma once

#include <string>
#include <string_view>

#include "bot/actions/turn.hpp"

namespace bot {

// What is done to the binding of an address, by its name in receipts and ledger.
inline constexpr std::string_view kIkat = "ikat_alamat";
inline constexpr std::string_view kLepas = "lepas_alamat";
inline constexpr std::string_view kTolakBaru = "tolak_alamat_baru";

// Notes in the ledger what is done to the address of this turn.
void note_address(
    TurnContext& context,
    const storage::PegawaiKey& person,
    std::string_view tindakan,
    const std::string& kwitansi
);

}  // namespace bot
