#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bot/conversation/language/dates.hpp"
#include "bot/conversation/language/grammar.hpp"
#include "bot/conversation/language/guards.hpp"
#include "bot/conversation/language/realisasi_lines.hpp"
#include "bot/conversation/language/scan.hpp"

namespace bot {
namespace {

constexpr std::string_view kTopics = "realisasi capaian progres terealisasi hasil tercapai";
// Words that open the form even without any slot.
constexpr std::string_view kOpeners = "realisasi catat input lapor laporkan entri tetapkan";
constexpr std::string_view kFilling = "isi lapor laporkan input lengkap";
constexpr std::string_view kEntering =
    "catat isi input lapor laporkan masukkan entri ubah ganti ralat tambah";

bool contains_one_of(Tokens tokens, std::string_view words) {
    return std::ranges::any_of(tokens, [words](const Token& token) {
        return is_any_of(token, words);
    });
}

// What the whole message is about, over all its lines.
class Message {
public:
    Message(const Sentence& sentence, const ParseContext& context)
        : sentence_(sentence),
          tokens_(sentence.tokens()),
          lines_(read_lines(sentence, context.hari_ini)),
          context_(context) {}

    std::optional<Command> command() {
        if (lines_.empty()) return said_in_fillers();
        for (const RealisasiLine& line : lines_) {
            for (const IsiRealisasi& item : line.read.items) {
                values_ += has_value(item) ? 1U : 0U;
                pairs_ = pairs_ || (has_value(item) && item.rhk);
                something_ = something_ || says_something(item);
            }
            recorded_ = recorded_ || line.read.recorded;
        }
        // "rhk 1:" in one line, "3 laporan" in the next.
        pairs_ = pairs_ || (values_ > 0 && lines_.size() > 1 && first_rhk());
        const bool removes = std::ranges::any_of(lines_, [](const RealisasiLine& line) {
            return contains_one_of(line.structure, "hapus batal batalkan kecuali");
        });
        if (removes) return std::nullopt;
        if (names_no_period()) return std::nullopt;
        if (auto question = asked()) return question;
        if (recorded_ && asks_for_repair()) return std::nullopt;
        if (!speaks_of_realisasi()) return fragment();
        if (auto refused = refusal()) return refused;
        if (auto piece = fragment()) return piece;
        return recorded();
    }

private:
    [[nodiscard]] bool speaks_of_realisasi() const {
        if (pairs_) return true;
        if (recorded_ && (something_ || contains_one_of(tokens_, kOpeners))) return true;
        const bool doubts =
            contains_class(tokens_, WordClass::Ingkar) || contains_class(tokens_, WordClass::Kira);
        return (values_ > 1 && something_) || (doubts && (something_ || recorded_));
    }

    [[nodiscard]] std::optional<RhkAcuan> first_rhk() const {
        for (const RealisasiLine& line : lines_) {
            for (const IsiRealisasi& item : line.read.items) {
                if (item.rhk) return item.rhk;
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<PeriodeAcuan> first_period() const {
        for (const RealisasiLine& line : lines_) {
            for (const IsiRealisasi& item : line.read.items) {
                if (item.periode) return item.periode;
            }
        }
        return std::nullopt;
    }

    // "semester lalu": nothing that a realisasi is recorded for.
    [[nodiscard]] bool names_no_period() const {
        for (std::size_t at = 0; at < tokens_.size(); ++at) {
            const bool told = is_any_of(tokens_[at], "semester caturwulan") &&
                              at + 1 < tokens_.size() &&
                              is_any_of(tokens_[at + 1], "lalu kemarin sebelumnya ini");
            if (told) return true;
        }
        return false;
    }

    // "tolong perbaiki angkanya": to somebody else; no RHK, value, aspek or period is named.
    [[nodiscard]] bool asks_for_repair() const {
        if (contains_one_of(tokens_, kOpeners) || contains_one_of(tokens_, "isi")) return false;
        if (!contains_one_of(tokens_, "ralat ubah ganti")) return false;
        return std::ranges::all_of(lines_, [](const RealisasiLine& line) {
            return std::ranges::all_of(line.read.items, [](const IsiRealisasi& item) {
                return !has_value(item) && !item.rhk && !item.aspek && !item.periode;
            });
        });
    }

    // "berapa realisasi saya?", "rhk 1 sudah berapa", "lihat realisasi tw 1", "realisasi saya".
    [[nodiscard]] std::optional<Command> asked() const {
        if (values_ > 0) return std::nullopt;
        const auto reason = reason_not_to_act(tokens_);
        if (reason == SebabTidakBertindak::Kutipan || reason == SebabTidakBertindak::Pengandaian) {
            return std::nullopt;
        }
        const bool topic = contains_one_of(tokens_, kTopics);
        auto rhk = first_rhk();
        if (rhk && !rhk->nomor && !contains_word(tokens_, "rhk")) rhk.reset();
        const bool shows = contains_class(tokens_, WordClass::Lihat);
        const bool questions = asks(tokens_);
        const bool enters = contains_one_of(tokens_, kEntering);
        if ((topic || rhk) && questions && !is_polite_request(tokens_)) {
            return TanyaRealisasi{rhk, first_period()};
        }
        // "tw 2 mulai kapan", "yang belum diisi apa"
        if (questions && contains_word(tokens_, "kapan") && first_period()) return Jadwal{};
        const bool unfilled = questions && !rhk && contains_word(tokens_, "belum");
        if (unfilled && contains_one_of(tokens_, kFilling)) return SisaTugas{};
        if (reason == SebabTidakBertindak::Negasi) return std::nullopt;
        if (topic && shows) return TanyaRealisasi{rhk, first_period()};
        if (topic && !enters && contains_word(tokens_, "saya") && !rhk) {
            return TanyaRealisasi{rhk, first_period()};
        }
        if (rhk && shows && !enters) return LihatSkp{.tahun = {}, .detail = true};
        return std::nullopt;
    }

    // Quotes, conditions and questions stop the whole message; so does anything in its only line.
    [[nodiscard]] std::optional<Command> refusal() const {
        std::optional<SebabTidakBertindak> first;
        bool one_fine = false;
        for (const RealisasiLine& line : lines_) {
            const auto reason = reason_against(line);
            if (!reason) {
                one_fine = one_fine || std::ranges::any_of(line.read.items, has_value);
                continue;
            }
            if (!first || *reason < *first) first = reason;
            const bool whole = (&line == &lines_.front() && begins_with_negation(line.structure)) ||
                               reason == SebabTidakBertindak::Kutipan ||
                               reason == SebabTidakBertindak::Pertanyaan ||
                               contains_class(line.structure, WordClass::Andai);
            if (whole) return TidakBertindak{*reason, "realisasi"};
        }
        if (!first || one_fine) return std::nullopt;
        return TidakBertindak{*first, "realisasi"};
    }

    // A bare value for a form: nothing but slots, in one line, without "rhk … nilai …" together.
    [[nodiscard]] std::optional<Command> fragment() const {
        if (lines_.size() != 1 || pairs_ || recorded_) return std::nullopt;
        const LineItems& read = lines_.front().read;
        if (read.unclear || read.other_words || sentence_.tainted()) return std::nullopt;
        if (reason_not_to_record(tokens_) && !only_date()) return std::nullopt;
        Penggalan found;
        if (read.items.size() == 1) found.slot = read.items.front();
        found.waktu = whole_date();
        if (read.items.empty() && !found.waktu) return std::nullopt;
        if (read.items.size() > 1) return std::nullopt;
        return found;
    }

    // "sekarang" is a word of politeness too.
    [[nodiscard]] std::optional<Command> said_in_fillers() const {
        if (sentence_.tainted() || !contains_class(tokens_, WordClass::Waktu)) return std::nullopt;
        const auto date = whole_date();
        if (!date) return std::nullopt;
        return Penggalan{.slot = {}, .waktu = date, .nomor = {}};
    }

    [[nodiscard]] bool only_date() const { return whole_date().has_value(); }

    [[nodiscard]] std::optional<DateSpan> whole_date() const {
        const auto date = parse_dates(sentence_.text(), context_.hari_ini);
        if (!date) return std::nullopt;
        return *date;
    }

    std::optional<Command> recorded() {
        if (sentence_.tainted()) return std::nullopt;
        CatatRealisasi result;
        IsiRealisasi header;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const RealisasiLine& line = lines_[i];
            if (line.read.items.empty() && line.read.recorded && !line.read.strange) {
                header_adds_ = header_adds_ || line.read.adds;
                continue;
            }
            if (!is_understood(line)) {
                result.tak_dipahami.emplace_back(sentence_.written(line.tokens));
                continue;
            }
            const bool heads = lines_.size() > 1 && line.read.items.size() == 1 &&
                               !has_value(line.read.items.front());
            if (heads) {
                header = line.read.items.front();
                if (header.cara == CaraIsi::Tambahkan) header_adds_ = true;
                continue;
            }
            for (const IsiRealisasi& item : line.read.items) {
                // "rhk 1 3 laporan; kualitas 95%": the aspek of the RHK before it.
                const bool follows =
                    item.aspek && !item.rhk && !header.rhk && !result.butir.empty();
                if (follows) header.rhk = result.butir.back().rhk;
                result.butir.push_back(under(header, item));
                // A period named in the first line is meant for those below it.
                if (i == 0 && item.periode && !header.periode) header.periode = item.periode;
                if (item.rhk) header.rhk.reset();
            }
        }
        if (result.butir.empty() && says_something(header)) result.butir.push_back(header);
        if (result.butir.empty()) return opened(result);
        return result;
    }

    // What a line of its own said for those below it: "realisasi tw 1", "rhk 1:".
    [[nodiscard]] IsiRealisasi under(const IsiRealisasi& header, IsiRealisasi item) const {
        if (!item.rhk) item.rhk = header.rhk;
        if (!item.periode) item.periode = header.periode;
        if (header_adds_) item.cara = CaraIsi::Tambahkan;
        return item;
    }

    // "realisasi", "mau isi realisasi": the form opens empty.
    [[nodiscard]] std::optional<Command> opened(const CatatRealisasi& read) const {
        if (!read.tak_dipahami.empty() || !contains_one_of(tokens_, kOpeners)) return std::nullopt;
        IsiRealisasi empty;
        if (contains_word(tokens_, "tambah")) empty.cara = CaraIsi::Tambahkan;
        CatatRealisasi result;
        result.butir.push_back(empty);
        return result;
    }

    const Sentence& sentence_;
    Tokens tokens_;
    std::vector<RealisasiLine> lines_;
    const ParseContext& context_;
    std::size_t values_ = 0;
    bool pairs_ = false;
    bool something_ = false;
    bool recorded_ = false;
    bool header_adds_ = false;
};

}  // namespace

std::optional<Command> read_realisasi(const Sentence& sentence, const ParseContext& context) {
    return Message(sentence, context).command();
}

}  // namespace bot
