#include "bot/conversation/parse.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <variant>

#include "bot/conversation/language/dates.hpp"
#include "bot/conversation/language/folding.hpp"
#include "bot/conversation/language/numbers.hpp"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

// Whatever was written, a command keeps the promises of its type.
struct Promises {
    void operator()(const bot::CatatRealisasi& command) const { require(!command.butir.empty()); }
    void operator()(const bot::Putuskan& command) const {
        require(!command.putusan.empty());
        for (const bot::Putusan& decision : command.putusan) {
            require(!decision.semua || decision.nomor.empty());
            require(decision.semua || decision.kecuali.empty());
            for (const int number : decision.nomor) require(number > 0);
        }
    }
    void operator()(const bot::TidakDipahami& command) const {
        require(command.terdekat.size() == 3);
    }
    void operator()(const bot::Penggalan& command) const {
        require(!command.waktu || command.waktu->awal <= command.waktu->akhir);
    }
    void operator()(const bot::UbahButir& command) const { require(command.nomor > 0); }
    void operator()(const bot::HapusButir& command) const { require(command.nomor > 0); }
    template <class Other>
    void operator()(const Other& /*command*/) const {}
};

bool decides(const bot::Command& command) {
    return std::holds_alternative<bot::Putuskan>(command) ||
           std::holds_alternative<bot::UbahButir>(command) ||
           std::holds_alternative<bot::HapusButir>(command) ||
           std::holds_alternative<bot::Urungkan>(command) ||
           std::holds_alternative<bot::CatatRealisasi>(command);
}

}  // namespace

// The first byte says whether the text is a reply, and which day it is.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const bot::ParseContext context{
        .hari_ini = domain::tanggal(2026, 1, 1) + std::chrono::days{data[0] * 3},
        .is_reply = (data[0] & 1U) != 0,
    };
    const bot::Command command = bot::parse(text, context);
    std::visit(Promises{}, command);
    require(!bot::fold(text).tainted || !decides(command));
    (void)bot::parse_dates(text, context.hari_ini);
    return 0;
}
