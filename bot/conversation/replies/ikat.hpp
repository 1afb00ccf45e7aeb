#pragma once

#include <string_view>

#include "bot/conversation/reply.hpp"

namespace bot {

// Texts of the binding of an address to a person (CONVERSATION.md section 2).

// What a platform has to tell who somebody is: a contact that he shares, his number with every
// message, or nothing.
enum class CaraKenal { Kontak, Nomor, Kode };

// Greeting and privacy notice: all that an unknown address gets.
Reply salam_pembuka(CaraKenal cara);
Reply minta_nip();
Reply minta_kode();

// One and the same for every wrong NIP, number or code: nobody can find out which NIPs exist.
Reply data_tidak_cocok();
Reply terkunci(std::string_view jam);  // "14.30 WIB"
Reply kontak_orang_lain(CaraKenal cara);
Reply terikat(std::string_view kwitansi, std::string_view nama, bool menunggu_sehari);
// `pada`: when the new address was bound; `berakhir`: the one that reads it ends after 24 hours.
Reply alamat_baru(std::string_view pada, bool berakhir);
Reply ikatan_baru_dibatalkan();
Reply tidak_ada_ikatan_baru();
Reply tanya_lepas();
Reply akun_dilepas(std::string_view kwitansi);
Reply lanjut_di_chat_pribadi();

}  // namespace bot
