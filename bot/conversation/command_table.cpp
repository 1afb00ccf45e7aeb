#include "bot/conversation/command_table.hpp"

#include <algorithm>

namespace bot {
namespace {

constexpr Ketersediaan kAda = Ketersediaan::Ada;
constexpr Ketersediaan kNanti = Ketersediaan::Nanti;
constexpr Dampak kBaca = Dampak::Membaca;
constexpr Dampak kTulis = Dampak::Menulis;

// clang-format off
constexpr CommandInfo kTable[] = {
    {"mulai", "start", "mulai|start", "Sapaan, menghubungkan akun, atau menu", "mulai", kAda, kBaca},
    {"menu", "menu", "menu|menu utama|kembali menu|balik menu|daftar perintah|beranda|halaman utama", "Menampilkan menu", "menu", kAda, kBaca},
    {"bantuan", "bantuan", "bantuan|panduan|petunjuk|bantu|tutorial|apa bisa|bisa apa|fitur|bingung|tidak paham|tidak mengerti", "Bantuan dengan contoh, juga untuk satu perintah", "bantuan realisasi", kAda, kBaca},
    {"profil", "profil", "profil|data diri|siapa saya|siapa atasan|atasan saya|atasan siapa|siapa pejabat penilai|jabatan saya|pejabat penilai saya|akun saya|nip saya|nip berapa", "Data Anda dan atasan Anda", "profil", kAda, kBaca},
    {"muat ulang", "muat_ulang", "muat ulang|segarkan|segarkan data|segarkan data atasan|segarkan atasan|segarkan profil|perbarui profil|perbarui atasan|perbarui data atasan|update atasan|update profil", "Memuat ulang data Anda dan atasan pada SKP yang terbuka", "muat ulang", kNanti, kTulis},
    {"skp", "skp", "skp|status skp|target skp|target rhk|rhk|daftar rhk|daftar skp|rencana hasil kerja|target saya|indikator saya", "Status SKP, RHK, target, dan kemajuan", "skp 2026", kAda, kBaca},
    {"detail skp", "detail_skp", "detail skp|skp detail|rincian skp|skp rincian|skp lengkap|detail rhk|rincian rhk|rincian indikator|detail indikator|isi skp", "SKP lengkap dengan indikator dan realisasi", "detail skp", kAda, kBaca},
    {"realisasi", "realisasi", "realisasi|catat realisasi|isi realisasi|input realisasi|lapor realisasi|laporkan realisasi|ubah realisasi|ganti realisasi|capaian kinerja|realisasi kinerja", "Mencatat realisasi sebuah RHK (mengganti nilai periode itu)", "realisasi rhk 1 3 laporan", kAda, kTulis},
    {"tambah realisasi", "tambah_realisasi", "tambah realisasi", "Menambah realisasi sebuah RHK", "tambah realisasi rhk 1 2 laporan", kAda, kTulis},
    {"bukti", "bukti", "bukti|bukti dukung|kirim bukti|tambah bukti|tambah bukti dukung|isi bukti|lampirkan bukti|tautan bukti|link bukti|dokumen bukti", "Menambah bukti dukung dengan tautan atau berkas, dan menampilkannya", "bukti rhk 1 Laporan TW I https://contoh.go.id/laporan", kAda, kTulis},
    {"hapus bukti", "hapus_bukti", "hapus bukti|hapus bukti dukung", "Menghapus sebuah bukti dukung menurut nomornya", "hapus bukti rhk 1 2", kAda, kTulis},
    {"jadwal", "jadwal", "jadwal|agenda|kalender|jadwal penilaian|jadwal periode", "Jadwal periode penilaian", "jadwal", kAda, kBaca},
    {"batas", "batas", "batas|tenggat|kapan terakhir|terakhir kapan|sampai kapan|hari terakhir|batas waktu|batas isi|batas penilaian|tenggat waktu|paling lambat", "Batas waktu yang berlaku bagi Anda", "batas", kAda, kBaca},
    {"sisa tugas", "sisa_tugas", "sisa tugas|tugas saya|daftar tugas|sisa kerja|sisa kewajiban|apa belum|belum apa|apa kurang|ada kurang|ada belum|masih belum|masih ada belum|masih kurang|kurang apa|apa harus|harus saya kerjakan|harus dikerjakan|tanggungan|kekurangan|belum lengkap|tunggakan|tugas belum|kewajiban saya|tugas apa|sisa pekerjaan|pekerjaan belum|belum saya kerjakan|belum dikerjakan|tugas", "Yang masih harus Anda selesaikan", "sisa tugas", kAda, kBaca},
    {"tinjau", "tinjau", "tinjau|periksa|antrean|daftar tinjau|menunggu persetujuan|menunggu keputusan|menunggu saya|yang menunggu|perlu setujui|perlu acc|harus setujui|harus acc|daftar persetujuan|tertunda", "Meninjau yang menunggu keputusan Anda, satu per satu", "tinjau", kAda, kBaca},
    {"setujui", "setujui", "", "Menyetujui menurut nomor daftar", "setujui 1,3-5", kAda, kTulis},
    {"kembalikan", "kembalikan", "", "Mengembalikan dengan alasan", "kembalikan 2: foto kurang jelas", kAda, kTulis},
    {"kwitansi", "kwitansi", "kwitansi|bukti catat|tanda terima|resi", "Menampilkan lagi sebuah tanda terima", "kwitansi R-7K2FQ9", kAda, kBaca},
    {"urungkan", "urungkan", "urungkan|salah urungkan|salah input|salah ketik|hapus barusan|hapus tadi|hapus terakhir|batalkan terakhir|batalkan tadi|batalkan barusan|batalkan catatan terakhir|tarik kembali|tarik lagi|tarik tadi|tarik barusan|batalkan realisasi|hapus realisasi|batalkan realisasi terakhir|batalkan perubahan|kembalikan perubahan|batalkan persetujuan|batalkan keputusan|batalkan input", "Membatalkan perubahan terakhir", "urungkan", kAda, kTulis},
    {"batal", "batal", "batal|batalkan|tidak jadi|tidak usah|hentikan|batal saja|keluar", "Menutup isian tanpa menyimpan", "batal", kAda, kBaca},
    {"kembali", "kembali", "kembali|balik|kembali sebelumnya|langkah sebelumnya|sebelumnya", "Kembali satu langkah", "kembali", kAda, kBaca},
    {"ulang", "ulang", "ulang|ulangi|tanya lagi|apa tadi|ulang awal|ulangi awal|ulangi pertanyaan|mulai awal|ulang pertanyaan", "Mengulang pertanyaan terakhir", "ulang", kAda, kBaca},
    {"lepas akun", "lepas_akun", "lepas akun|putuskan akun|hapus akun|keluar akun|lepas nomor|putuskan nomor", "Memutus hubungan alamat chat ini dengan NIP Anda", "lepas akun", kAda, kTulis},
    {"bukan saya", "bukan_saya", "bukan saya", "Menyatakan bahwa alamat baru itu bukan milik Anda", "bukan saya", kAda, kTulis},
    {"cek bot", "cek_bot", "cek bot|lihat bot|bot asli|periksa bot|kata sandi bot|keaslian bot|bukti bot", "Membuktikan keaslian bot", "cek bot", kNanti, kBaca},

    {"buat skp", "buat_skp", "buat skp|bikin skp|susun skp|skp baru|mulai skp|tambah skp|ganti pendekatan|ubah pendekatan|ubah skp|ubah periode skp|hapus skp", "Membuat SKP", "buat skp 2026 kuantitatif", kNanti, kTulis},
    {"ajukan skp", "ajukan_skp", "ajukan skp|skp ajukan|kirim skp|skp kirim|pengajuan skp|ajukan|minta persetujuan skp|ajukan persetujuan", "Mengajukan SKP kepada pejabat penilai", "ajukan skp", kNanti, kTulis},
    {"tambah rhk", "tambah_rhk", "tambah rhk|buat rhk|bikin rhk|susun rhk|rhk baru|isi rhk|input rhk", "Menambah RHK", "tambah rhk", kNanti, kTulis},
    {"ubah rhk", "ubah_rhk", "ubah rhk|ganti rhk|edit rhk|ubah teks rhk", "Mengubah RHK", "ubah rhk 2", kNanti, kTulis},
    {"hapus rhk", "hapus_rhk", "hapus rhk", "Menghapus RHK", "hapus rhk 2", kNanti, kTulis},
    {"tambah indikator", "tambah_indikator", "tambah indikator|buat indikator|bikin indikator|indikator baru|isi indikator", "Menambah indikator sebuah RHK", "tambah indikator rhk 1 kuantitas: jumlah laporan target 12 laporan", kNanti, kTulis},
    {"ubah indikator", "ubah_indikator", "ubah indikator|ganti indikator|edit indikator|ubah target|ganti target", "Mengubah indikator atau targetnya", "ubah indikator rhk 1 kuantitas target 15 laporan", kNanti, kTulis},
    {"hapus indikator", "hapus_indikator", "hapus indikator", "Menghapus indikator", "hapus indikator rhk 1 waktu", kNanti, kTulis},
    {"lampiran", "lampiran", "lampiran|lampiran skp|isi lampiran|ubah lampiran", "Lampiran SKP", "lampiran", kNanti, kBaca},
    {"perjanjian kinerja", "perjanjian_kinerja", "perjanjian kinerja|isi perjanjian kinerja", "Perjanjian kinerja", "perjanjian kinerja", kNanti, kBaca},
    {"manual indikator", "manual_indikator", "manual indikator|isi manual indikator", "Manual indikator kinerja", "manual indikator", kNanti, kBaca},
    {"matriks", "matriks", "matriks|matriks peran hasil|matriks peran|peran hasil", "Matriks peran hasil", "matriks", kNanti, kBaca},
    {"tim kerja", "tim_kerja", "tim kerja|buat tim kerja|anggota tim|buat tim", "Tim kerja", "tim kerja", kNanti, kBaca},
    {"bagi peran", "bagi_peran", "bagi peran|bagi tugas|pembagian peran", "Membagi peran kepada bawahan", "bagi peran", kNanti, kTulis},
    {"rencana aksi", "rencana_aksi", "rencana aksi|isi rencana aksi|tambah rencana aksi|buat rencana aksi|ubah rencana aksi", "Rencana aksi periode ini", "rencana aksi rhk 1: menyusun laporan bulanan target 3 laporan", kNanti, kTulis},
    {"harian", "harian", "harian|kinerja harian|catat harian|isi harian|laporan harian|jurnal harian|catatan harian|aktivitas harian|kegiatan harian", "Catatan kinerja harian", "harian: melayani 12 pasien rhk 1", kNanti, kTulis},
    {"kirim harian", "kirim_harian", "kirim harian|kirim kinerja harian|ajukan harian|kirim laporan harian|kirim catatan harian", "Mengirim catatan harian kepada atasan", "kirim harian", kNanti, kTulis},
    {"umpan balik", "umpan_balik", "umpan balik|beri umpan balik|berikan umpan balik|kirim umpan balik|isi umpan balik", "Memberi umpan balik", "umpan balik Siti rhk 1: laporan rapi", kNanti, kTulis},
    {"nilai", "nilai", "nilai|beri nilai|berikan nilai|rating|beri rating|menilai|isi nilai|isi penilaian", "Menilai hasil kerja dan perilaku bawahan", "nilai Siti hasil sesuai perilaku di atas", kNanti, kTulis},
    {"capaian organisasi", "capaian_organisasi", "capaian organisasi|kinerja organisasi|capaian unit", "Capaian kinerja organisasi", "capaian organisasi baik", kNanti, kTulis},
    {"rekap", "rekap", "rekap|rekapitulasi|rekap penilaian|rekap unit|rekap bawahan|rekap nilai|rekap predikat", "Rekap penilaian bawahan", "rekap", kNanti, kBaca},
    {"kurva", "kurva", "kurva|kurva distribusi|sebaran predikat|distribusi predikat", "Kurva distribusi predikat", "kurva", kNanti, kBaca},
    {"bawahan", "bawahan", "bawahan|daftar bawahan|bawahan saya|daftar pegawai|anggota saya|staf saya|daftar staf", "Daftar bawahan", "bawahan", kNanti, kBaca},
    {"siapa belum", "siapa_belum", "siapa belum|bawahan belum|pegawai belum|staf belum", "Bawahan yang belum lengkap", "siapa belum", kNanti, kBaca},
    {"keberatan", "keberatan", "keberatan|ajukan keberatan|buat keberatan|kirim keberatan", "Mengajukan keberatan atas penilaian", "keberatan: nilai tidak sesuai dengan bukti yang saya kirim", kNanti, kTulis},
    {"status keberatan", "status_keberatan", "status keberatan|lihat keberatan|cek keberatan|perkembangan keberatan|keberatan saya", "Keadaan keberatan Anda", "status keberatan", kNanti, kBaca},
    {"ubah keberatan", "ubah_keberatan", "ubah keberatan|ganti keberatan|edit keberatan|ubah alasan keberatan", "Mengubah alasan keberatan", "ubah keberatan: bukti rapat Februari belum dihitung", kNanti, kTulis},
    {"batalkan keberatan", "batalkan_keberatan", "batalkan keberatan|batal keberatan|cabut keberatan|tarik keberatan|hapus keberatan", "Membatalkan keberatan", "batalkan keberatan", kNanti, kTulis},
    {"terima keberatan", "terima_keberatan", "terima keberatan|setujui keberatan|kabulkan keberatan", "Menerima keberatan", "terima keberatan 1 hasil di atas perilaku sesuai", kNanti, kTulis},
    {"tolak keberatan", "tolak_keberatan", "tolak keberatan", "Menolak keberatan", "tolak keberatan 1: penilaian sudah sesuai bukti", kNanti, kTulis},
    {"mentoring", "mentoring", "mentoring|ajukan mentoring|mulai mentoring|minta mentoring", "Mentoring", "mentoring", kNanti, kTulis},
    {"coaching", "coaching", "coaching|ajukan coaching|mulai coaching", "Coaching", "coaching Siti", kNanti, kTulis},
    {"konseling", "konseling", "konseling|mulai konseling", "Konseling", "konseling Siti", kNanti, kTulis},
    {"pembinaan", "pembinaan", "pembinaan|daftar pembinaan|jurnal pembinaan|jurnal", "Daftar pembinaan", "pembinaan", kNanti, kBaca},
    {"plh", "plh", "plh|tunjuk plh|angkat plh|pelaksana harian", "Menyerahkan keputusan kepada Plh.", "plh Siti 12-16 juni sk 800/12/2026", kNanti, kTulis},
    {"plt", "plt", "plt|tunjuk plt|angkat plt|pelaksana tugas", "Menyerahkan keputusan kepada Plt.", "plt Budi 1 juli - 30 september sk 821/7/2026", kNanti, kTulis},
    {"akhiri plh", "akhiri_plh", "akhiri plh|hentikan plh|cabut plh|selesai plh", "Mengakhiri Plh.", "akhiri plh", kNanti, kTulis},
    {"akhiri plt", "akhiri_plt", "akhiri plt|hentikan plt|cabut plt|selesai plt", "Mengakhiri Plt.", "akhiri plt", kNanti, kTulis},
    {"angka kredit", "angka_kredit", "angka kredit|konversi angka kredit", "Angka kredit Anda", "angka kredit", kNanti, kBaca},
    {"cetak skp", "cetak_skp", "cetak skp|skp cetak|unduh skp|skp unduh|skp pdf|cetak rencana skp|cetak", "Mencetak SKP", "cetak skp", kNanti, kBaca},
    {"cetak penilaian", "cetak_penilaian", "cetak penilaian|unduh penilaian|cetak form penilaian|cetak nilai|cetak hasil penilaian", "Mencetak form penilaian", "cetak penilaian tw 1", kNanti, kBaca},
    {"cetak evaluasi", "cetak_evaluasi", "cetak evaluasi|unduh evaluasi|cetak dokumen evaluasi|dokumen evaluasi", "Mencetak dokumen evaluasi kinerja", "cetak evaluasi", kNanti, kBaca},
    {"cetak pak", "cetak_pak", "cetak pak|unduh pak|cetak angka kredit|cetak penetapan angka kredit", "Mencetak penetapan angka kredit", "cetak pak", kNanti, kBaca},
    {"tunda", "tunda", "tunda|nanti|ingatkan|ingatkan lagi|ingatkan nanti", "Menunda pengingat", "tunda 2 hari", kNanti, kTulis},
    {"pengaturan", "pengaturan", "pengaturan|setelan|ubah pengaturan", "Pengaturan Anda", "pengaturan", kNanti, kBaca},
    {"jam tenang", "jam_tenang", "jam tenang|waktu tenang|atur jam tenang", "Mengatur jam tanpa pesan", "jam tenang 20.00-06.00", kNanti, kTulis},
    {"zona", "zona", "zona|zona waktu|ganti zona|ubah zona|pindah zona", "Mengatur zona waktu", "zona wita", kNanti, kTulis},
    {"data saya", "data_saya", "data saya|data pribadi|unduh data|salinan data|hak data", "Data pribadi Anda yang disimpan", "data saya", kNanti, kBaca},
    {"siapa melihat", "siapa_melihat", "siapa melihat|siapa pernah melihat|siapa pernah lihat|siapa lihat|siapa buka data|jejak akses|siapa akses", "Siapa yang melihat data Anda", "siapa melihat", kNanti, kBaca},
    {"riwayat", "riwayat", "riwayat|jejak|riwayat perubahan", "Riwayat perubahan", "riwayat", kNanti, kBaca},
    {"hapus data chat", "hapus_data_chat", "hapus data chat|hapus data|hapus chat|hapus percakapan|hapus riwayat", "Menghapus isi percakapan", "hapus data chat", kNanti, kTulis},
    {"admin", "admin", "admin|hubungi admin|hubungkan petugas|hubungkan admin|hubungkan operator|operator|hubungi operator|petugas|bicara petugas|bicara orang|bicara manusia|bicara admin|tanya admin|minta admin|panggil admin|kontak admin|manusia", "Menyerahkan percakapan kepada petugas", "admin", kNanti, kTulis},
};
// clang-format on

}  // namespace

std::span<const CommandInfo> command_table() {
    return kTable;
}

const CommandInfo* find_command(std::string_view nama) {
    const auto* found = std::ranges::find_if(kTable, [nama](const CommandInfo& command) {
        return command.nama == nama || command.slash == nama;
    });
    return found == std::end(kTable) ? nullptr : found;
}

}  // namespace bot
