#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/kalender/periode.hpp"
#include "domain/kalender/waktu.hpp"
#include "domain/kuantitas.hpp"
#include "domain/pelaksanaan/realisasi.hpp"
#include "domain/perencanaan/skp.hpp"

namespace bot {

// What a person wants, as parse() understood it (CONVERSATION.md section 3). Plain values; a
// missing slot is an empty optional or an empty text, and the dialogue asks for it.

// A day, or the days from the first to the last; `awal` <= `akhir`.
struct DateSpan {
    domain::Tanggal awal;
    domain::Tanggal akhir;
    friend bool operator==(const DateSpan&, const DateSpan&) = default;
};

struct Mulai {          // halo, /start
    std::string token;  // of a deep link "/start <token>", as written; empty without one
};
struct Menu {};
struct Bantuan {
    std::string tentang;  // the word asked about, normalised; empty: all
};
struct Batal {};
struct Kembali {};
struct Ulang {};

struct LihatProfil {};
struct LihatSkp {
    std::optional<int> tahun;
    bool detail = false;
};
struct Jadwal {};
struct SisaTugas {};
struct LihatKwitansi {
    std::string kode;  // "R-7K2FQ9", upper case; empty: the last one
};
struct Urungkan {
    std::string kode;  // of the receipt; empty: the last change
};
struct LepasAkun {};
struct BukanSaya {};
struct CekBot {};

// Binding.
struct KirimNip {
    std::string angka;  // the 18 digits, stripped
};
struct KirimKode {
    std::string angka;  // 6 digits
};

// Which RHK is meant: by number, or by part of its text ("yang pelayanan").
struct RhkAcuan {
    std::optional<int> nomor;
    std::string teks;  // normalised words; empty if a number is given
};

// A period by name; without year the year of today is meant.
struct PeriodeAcuan {
    domain::JenisPeriode jenis = domain::JenisPeriode::Triwulan;
    int nomor = 0;  // triwulan 1..4, month 1..12, final 0
    std::optional<int> tahun;
};

// A number that can be read in two ways ("1.25": 1,25 or 125): asked back, never guessed.
struct NilaiGanda {
    std::string tertulis;
    domain::Kuantitas pertama;
    domain::Kuantitas kedua;
};

using domain::CaraIsi;

// One realisasi: set, or add to it.
struct IsiRealisasi {
    CaraIsi cara = CaraIsi::Tetapkan;
    std::optional<RhkAcuan> rhk;
    std::optional<domain::Aspek> aspek;
    std::optional<domain::Kuantitas> nilai;
    std::optional<NilaiGanda> ganda;
    std::string satuan;  // normalised ("laporan"); empty if not named
    std::optional<PeriodeAcuan> periode;
    std::string sumber;      // sumber data, as written; empty if not named
    std::string keterangan;  // as written; empty if not named
};
struct CatatRealisasi {
    std::vector<IsiRealisasi> butir;        // never empty
    std::vector<std::string> tak_dipahami;  // lines of the same message that say something else
};
struct TanyaRealisasi {  // "berapa realisasi saya?": answers, never writes
    std::optional<RhkAcuan> rhk;
    std::optional<PeriodeAcuan> periode;
};

// A file that came with a message; it is still at the platform.
struct BerkasMasuk {
    enum class Jenis { Foto, Dokumen, Lain };  // Lain: sound, film
    Jenis jenis = Jenis::Dokumen;
    std::string rujukan;      // the platform's id
    std::string nama;         // of the file, as the platform gave it; may be empty
    std::int64_t ukuran = 0;  // as the platform says; 0: it does not
    std::string album;        // of the set that it was sent in; empty: alone
    friend bool operator==(const BerkasMasuk&, const BerkasMasuk&) = default;
};

// Which evidence, or for what: what is not said is empty.
struct IsiBukti {
    std::optional<RhkAcuan> rhk;
    std::optional<domain::Aspek> aspek;
    std::optional<PeriodeAcuan> periode;
    std::string nama;    // as written
    std::string tautan;  // as written, not checked
};
struct TambahBukti {  // "bukti rhk 1 Laporan TW I https://…", or with files
    IsiBukti isi;
    std::vector<BerkasMasuk> berkas;
};
struct LihatBukti {  // "bukti rhk 1", "bukti rhk 1 2", "bukti Siti rhk 1"
    std::optional<RhkAcuan> rhk;
    std::optional<PeriodeAcuan> periode;
    std::optional<int> nomor;
    std::string orang;  // name of another person, as written
};
struct HapusBukti {
    std::optional<RhkAcuan> rhk;
    std::optional<PeriodeAcuan> periode;
    std::optional<int> nomor;
};

// Repair of a numbered confirmation.
struct UbahButir {
    int nomor = 0;
    domain::Kuantitas nilai;
    std::optional<NilaiGanda> ganda{};  // then `nilai` says nothing: asked back
};
struct HapusButir {
    int nomor = 0;
};
struct Ya {};     // ya, ok, benar, simpan: not a decision on somebody's item
struct Tidak {};  // tidak, bukan

// Decisions of a superior.
enum class Keputusan { Setujui, Kembalikan };
struct Putusan {
    Keputusan keputusan = Keputusan::Setujui;
    std::vector<int> nomor;  // of the digest, ascending, ranges written out; empty with `semua`
    bool semua = false;      // "semua", with `kecuali`
    std::vector<int> kecuali;
    std::string alasan;  // as written; needed for Kembalikan
};
struct Putuskan {
    std::vector<Putusan> putusan;  // never empty; one with neither numbers nor `semua` means the
                                   // message that is replied to
};
struct Tinjau {};

// A command of the table whose action this version does not have; `nama` is its name in the table.
// The slots are what was found in the text; all may be empty.
struct BelumTersedia {
    std::string nama;
    std::string orang;  // name of another person, as written
    std::optional<RhkAcuan> rhk;
    std::optional<PeriodeAcuan> periode;
    std::optional<DateSpan> waktu;
    std::string isi;  // what follows the colon, as written
};

// Understood as nothing that may act: nearest commands for the answer, best first, at most three.
struct TidakDipahami {
    std::vector<std::string> terdekat;  // names in the table; what this version carries out
    std::string nanti;  // one that it does not, if that is nearer than all of these; else empty
};

// Understood, but must not act: negation, question, condition, quote, a decision word with a typo.
enum class SebabTidakBertindak { Negasi, Pertanyaan, Pengandaian, Kutipan, SalahKetikPutusan };
struct TidakBertindak {
    SebabTidakBertindak sebab = SebabTidakBertindak::Negasi;
    std::string tentang;  // name in the table of what it would have been; empty if unclear
};

// A bare value where a form waits for one: "3 laporan", "rhk 2", "kuantitas", "tw 1".
struct Penggalan {
    IsiRealisasi slot;
    std::optional<DateSpan> waktu;  // a date or span, for forms that ask for one
    std::optional<int> nomor;       // "nomor 2": of a list that was shown
};

using Command = std::variant<
    Mulai,
    Menu,
    Bantuan,
    Batal,
    Kembali,
    Ulang,
    LihatProfil,
    LihatSkp,
    Jadwal,
    SisaTugas,
    LihatKwitansi,
    Urungkan,
    LepasAkun,
    BukanSaya,
    CekBot,
    KirimNip,
    KirimKode,
    CatatRealisasi,
    TanyaRealisasi,
    TambahBukti,
    LihatBukti,
    HapusBukti,
    UbahButir,
    HapusButir,
    Ya,
    Tidak,
    Putuskan,
    Tinjau,
    BelumTersedia,
    TidakDipahami,
    TidakBertindak,
    Penggalan>;

}  // namespace bot
