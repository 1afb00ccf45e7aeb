#pragma once

#include <string_view>

#include "bot/conversation/reply.hpp"

namespace bot {

// Texts of the binding of an address to a person (CONVERSATION.md section 2).

// Greeting and privacy notice: all that an unknown address gets.
Reply salam_pembuka();
Reply minta_nip();
Reply minta_kode();

// One and the same for every wrong NIP, number or code: nobody can find out which NIPs exist.
Reply data_tidak_cocok();
Reply terkunci(std::string_view jam);  // "14.30 WIB"
Reply kontak_orang_lain();
Reply terikat(std::string_view kwitansi, std::string_view nama, bool menunggu_sehari);
Reply alamat_baru();
Reply ikatan_baru_dibatalkan();
Reply tidak_ada_ikatan_baru();
Reply tanya_lepas();
Reply akun_dilepas(std::string_view kwitansi);
Reply lanjut_di_chat_pribadi();

}  // namespace bot
