#include <benchmark/benchmark.h>

#include <string>
#include <string_view>

#include "bot/conversation/parse.hpp"

namespace {

const bot::ParseContext kMonday{.hari_ini = domain::tanggal(2026, 3, 30), .is_reply = false};

void parse_text(benchmark::State& state, std::string_view text) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(bot::parse(text, kMonday));
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

BENCHMARK_CAPTURE(parse_text, menu, "menu");
BENCHMARK_CAPTURE(parse_text, realisasi, "realisasi rhk 1 3 laporan");
BENCHMARK_CAPTURE(
    parse_text, informal, "tolong dong catet rhk 1 udh 3 lap tw1 sumber rekap bulanan ya min"
);
BENCHMARK_CAPTURE(
    parse_text,
    several_items,
    "Realisasi Triwulan I 2026\n1. RHK 1: 3 laporan\n2. RHK 2: 12 berkas\n3. RHK 3: 4 kegiatan"
);
BENCHMARK_CAPTURE(parse_text, decision, "setujui 1,3-5; kembalikan 2: foto kurang jelas");
BENCHMARK_CAPTURE(parse_text, typos, "tolomg catta relaisasi rhk 1 3 lapoarn triwuln 1");
BENCHMARK_CAPTURE(
    parse_text,
    free_text,
    "harian: menyusun konsep surat undangan rapat koordinasi, menggandakan bahan, lalu mengantar "
    "undangan ke tujuh kecamatan dan mencatat konfirmasi kehadiran peserta"
);
BENCHMARK_CAPTURE(
    parse_text, not_understood, "makan siang di mana ya hari ini kayaknya hujan deras sekali"
);

void parse_longest_message(benchmark::State& state) {
    std::string text;
    while (text.size() < 4096) text += "laporan kegiatan rapat ";
    for (auto _ : state) benchmark::DoNotOptimize(bot::parse(text, kMonday));
}
BENCHMARK(parse_longest_message);

}  // namespace

BENCHMARK_MAIN();
