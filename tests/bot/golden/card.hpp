#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "bot/conversation/reply.hpp"

namespace bot_test {

// Some replies are given on one platform only: nobody can share a contact on WhatsApp.
enum class Goes { Everywhere, Telegram, WhatsApp };

// One card as a person may get it. `name` is the function that gives it and, behind "__", what is
// special about its data: "kartu_realisasi__panjang". It is the name of the golden files too.
struct Card {
    std::string name;
    bot::Reply reply;
    std::string kind = "balasan";  // of a notice: its name (CONVERSATION.md section 6)
    Goes goes = Goes::Everywhere;
};

// How GoogleTest names the card in a message.
inline void PrintTo(const Card& card, std::ostream* stream) {
    *stream << card.name;
}

// For each header of bot/conversation/replies the cards that it declares, with invented data.
std::vector<Card> bukti_cards();
std::vector<Card> capaian_cards();
std::vector<Card> ikat_cards();
std::vector<Card> putusan_cards();
std::vector<Card> realisasi_cards();
std::vector<Card> realisasi_tanya_cards();
std::vector<Card> realisasi_tolak_cards();
std::vector<Card> suntingan_cards();
std::vector<Card> tugas_cards();
std::vector<Card> umum_cards();
std::vector<Card> urungkan_cards();

// All of them, in order of name.
const std::vector<Card>& all_cards();

// "kartu_realisasi" of "kartu_realisasi__panjang".
std::string function_of(const Card& card);

}  // namespace bot_test
