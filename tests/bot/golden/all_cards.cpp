#include <algorithm>
#include <iterator>

#include "tests/bot/golden/card.hpp"

namespace bot_test {

const std::vector<Card>& all_cards() {
    static const std::vector<Card> kCards = [] {
        std::vector<Card> all;
        for (const auto& cards :
             {bukti_cards,
              capaian_cards,
              ikat_cards,
              putusan_cards,
              realisasi_cards,
              realisasi_tanya_cards,
              realisasi_tolak_cards,
              suntingan_cards,
              tugas_cards,
              umum_cards,
              urungkan_cards}) {
            auto some = cards();
            std::ranges::move(some, std::back_inserter(all));
        }
        std::ranges::sort(all, {}, &Card::name);
        return all;
    }();
    return kCards;
}

std::string function_of(const Card& card) {
    return card.name.substr(0, card.name.find("__"));
}

}  // namespace bot_test
