#include "bot/actions/understand.hpp"

#include "bot/actions/activation.hpp"
#include "bot/berkas.hpp"
#include "bot/conversation/parse.hpp"

namespace bot {
namespace {

// CONVERSATION.md section 1: a half-filled form survives a day.
constexpr std::chrono::hours kDialogueAge{24};

constexpr std::string_view kKindDigest = "realisasi_diajukan";

// A provider's time far ahead of ours is a mistake of a clock (RELIABILITY.md rule 14).
constexpr std::chrono::minutes kAhead{5};

Gerak gerak_of(std::string_view kind) {
    if (kind == "text" || kind == "press" || kind == "file") return Gerak::Perintah;
    if (kind == "start") return Gerak::Tautan;
    if (kind == "contact") return Gerak::Kontak;
    if (kind == "edited") return Gerak::Suntingan;
    if (kind == "revoked") return Gerak::Ditarik;
    if (kind == "group") return Gerak::Grup;
    if (kind == "location" || kind == "unsupported") return Gerak::TidakDidukung;
    return Gerak::Diam;
}

domain::Instant written_at(const storage::OpenEvent& event, domain::Instant now) {
    if (!event.sent_at) return event.received_at < now ? event.received_at : now;
    return *event.sent_at > now + kAhead ? now : *event.sent_at;
}

// A thumb on a notice decides it like "setuju", and its removal takes that back (CONVERSATION.md
// section 3). Any other reaction says nothing.
void read_reaction(Turn& turn) {
    constexpr std::string_view kThumb = "\U0001F44D";  // in any colour of skin
    const bool on_digest = turn.sender && turn.referred && turn.referred->kind == kKindDigest;
    if (!on_digest) return;
    if (turn.event.body.starts_with(kThumb)) {
        turn.gerak = turn.referred->as_template ? Gerak::LihatIsi : Gerak::Perintah;
        turn.command = Putuskan{{Putusan{}}};  // Setujui
    } else if (turn.event.body.empty()) {
        turn.gerak = Gerak::Perintah;
        turn.command = Urungkan{};
    }
}

// Whether the button under a template was pressed that shows what it stands for.
bool asks_for_content(const Turn& turn) {
    const auto pressed = pressed_button(turn.event.body);
    return turn.pressed && pressed && pressed->index == kLihatIsi && turn.referred &&
           turn.referred->conversation_id == turn.event.conversation_id;
}

// The command of the pressed button; empty if the handle is unknown, used or another's.
std::string pressed_command(const Turn& turn) {
    const auto pressed = pressed_button(turn.event.body);
    if (!pressed || !turn.referred || turn.referred->used) return "";
    if (turn.referred->conversation_id != turn.event.conversation_id) return "";
    const auto decoded = decode_buttons(turn.referred->buttons);
    return pressed->index < decoded.buttons.size() ? decoded.buttons[pressed->index].command : "";
}

void remember(Turn& turn, Memory memory) {
    turn.dialogue = std::move(memory.now);
    turn.suspended = std::move(memory.suspended);
    turn.dialogue_unreadable = !memory.readable;
}

// A reply to a card is for what that card's own button would add to.
void fill_from_card(const Turn& turn, const ParseContext& context, IsiBukti& isi) {
    if (isi.rhk || turn.pressed || !turn.referred) return;
    if (turn.referred->conversation_id != turn.event.conversation_id) return;
    for (const ReplyButton& button : decode_buttons(turn.referred->buttons).buttons) {
        if (!button.command.starts_with("tambah bukti rhk ")) continue;
        const Command read = parse(button.command, context);
        const auto* card = std::get_if<TambahBukti>(&read);
        if (card == nullptr) continue;
        isi.rhk = card->isi.rhk;
        if (!isi.aspek) isi.aspek = card->isi.aspek;
        if (!isi.periode) isi.periode = card->isi.periode;
    }
}

void read_command(Turn& turn) {
    const domain::Zona zona = turn.sender ? turn.sender->zona : domain::Zona::Wib;
    const ParseContext context{
        .hari_ini = domain::tanggal_di(turn.written_at, zona),
        .is_reply = turn.referred.has_value() && !turn.pressed,
    };
    Command read = turn.berkas ? parse_caption(turn.text, context) : parse(turn.text, context);
    if (turn.gerak == Gerak::Suntingan) {
        turn.command = std::move(read);
        return;
    }
    if (auto* added = std::get_if<TambahBukti>(&read)) {
        if (turn.berkas) added->berkas.push_back(*turn.berkas);
        fill_from_card(turn, context, added->isi);
    }
    Continued next = continue_dialogue(turn.dialogue, std::move(read), turn.text);
    turn.command = std::move(next.command);
    turn.answers_form = next.answers_form;
    turn.drops_form = next.drops_form;
}

void need(const CatatRealisasi&, const Turn&, Needs& needs) {
    needs.kinerja = true;
}
void need(const TanyaRealisasi&, const Turn&, Needs& needs) {
    needs.kinerja = true;
}
void need(const TambahBukti&, const Turn&, Needs& needs) {
    needs.kinerja = true;
}
void need(const HapusBukti&, const Turn&, Needs& needs) {
    needs.kinerja = true;
}
void need(const LihatBukti& wanted, const Turn& turn, Needs& needs) {
    needs.kinerja = true;
    const bool of_digest = turn.referred && turn.referred->digest_id && !wanted.rhk;
    needs.bukti_bawahan = of_digest || !wanted.orang.empty();
    if (of_digest) {
        needs.digests.push_back({turn.sender->key.instansi_id, *turn.referred->digest_id});
    }
}
void need(const Penggalan&, const Turn&, Needs& needs) {
    needs.kinerja = true;
}
void need(const Ya&, const Turn& turn, Needs& needs) {
    needs.kinerja = std::holds_alternative<KonfirmasiRealisasi>(turn.dialogue) ||
                    std::holds_alternative<KonfirmasiSuntingan>(turn.dialogue);
}
void need(const LihatSkp&, const Turn&, Needs& needs) {
    needs.kinerja = true;
}
void need(const Jadwal&, const Turn&, Needs& needs) {
    needs.kinerja = true;
}
void need(const SisaTugas&, const Turn&, Needs& needs) {
    needs.kinerja = true;
}
void need(const Menu&, const Turn&, Needs& needs) {
    needs.waiting = true;
}
void need(const Mulai&, const Turn&, Needs& needs) {
    needs.waiting = true;
}

void need(const Tinjau&, const Turn&, Needs& needs) {
    needs.waiting = true;
    needs.fresh_digest = true;
}

void need(const Putuskan&, const Turn& turn, Needs& needs) {
    const std::int64_t instansi = turn.sender->key.instansi_id;
    if (turn.referred && turn.referred->digest_id) {
        needs.digests.push_back({instansi, *turn.referred->digest_id});
        return;
    }
    if (const auto* waiting = std::get_if<TungguAlasan>(&turn.dialogue)) {
        for (const ObjekPutusan& objek : waiting->objek) {
            needs.digests.push_back({instansi, objek.digest_id});
        }
        return;
    }
    needs.latest_digests = true;
}

void need(const TidakBertindak& command, const Turn& turn, Needs& needs) {
    if (command.sebab == SebabTidakBertindak::SalahKetikPutusan) need(Putuskan{}, turn, needs);
}

void need(const LihatKwitansi& wanted, const Turn& turn, Needs& needs) {
    needs.receipt = {turn.sender->key, wanted.kode};
}
void need(const Urungkan& wanted, const Turn& turn, Needs& needs) {
    const bool of_reaction = turn.event.kind == "reaction";
    needs.receipt = {
        turn.sender->key, wanted.kode, of_reaction ? turn.event.message_id : std::string()};
}

template <class Other>
void need(const Other&, const Turn&, Needs&) {}

}  // namespace

Turn understand(storage::OpenEvent event, Circumstances circumstances) {
    Turn turn;
    turn.now = circumstances.now;
    turn.written_at = written_at(event, circumstances.now);
    turn.gerak = gerak_of(event.kind);
    turn.pressed = event.kind == "press";
    turn.sender = std::move(circumstances.sender);
    turn.referred = std::move(circumstances.referred);
    turn.dialogue_expired =
        event.dialogue_at.has_value() && *event.dialogue_at + kDialogueAge < circumstances.now;
    if (!turn.dialogue_expired) remember(turn, decode_memory(event.dialogue));
    turn.event = std::move(event);
    turn.text = turn.pressed ? pressed_command(turn) : turn.event.body;
    if (turn.event.kind == "file") {
        turn.berkas = decode_file(turn.event.detail);
        if (!turn.sender) turn.gerak = Gerak::TidakDidukung;
    }
    if (turn.pressed && turn.text.empty()) {
        turn.gerak = asks_for_content(turn) ? Gerak::LihatIsi : Gerak::TombolMati;
    }
    if (turn.gerak == Gerak::Perintah || turn.gerak == Gerak::Suntingan) read_command(turn);
    // Nobody decides on what he has not seen.
    if (turn.referred && turn.referred->as_template &&
        std::holds_alternative<Putuskan>(turn.command)) {
        turn.gerak = Gerak::LihatIsi;
    }
    if (turn.event.kind == "reaction") read_reaction(turn);
    if (turn.gerak == Gerak::Tautan && turn.event.body.empty()) {
        turn.gerak = Gerak::Perintah;
        turn.command = Mulai{};
    }
    return turn;
}

std::string subject_message(const storage::OpenEvent& event) {
    // An edit may come under the id of the message itself, or name it.
    return event.detail.empty() ? event.message_id : event.detail;
}

Needs needs_of(const Turn& turn) {
    Needs needs;
    if (turn.sender && (turn.gerak == Gerak::Suntingan || turn.gerak == Gerak::Ditarik)) {
        needs.recorded = true;
        needs.kinerja = turn.gerak == Gerak::Suntingan;
    }
    if (turn.gerak == Gerak::Tautan) {
        needs.token_hash = link_hash(turn.event.body);
    }
    if (turn.gerak != Gerak::Perintah) return needs;
    if (turn.sender) {
        std::visit([&](const auto& command) { need(command, turn, needs); }, turn.command);
        return needs;
    }
    needs.released = std::holds_alternative<Urungkan>(turn.command);
    if (const auto* nip = std::get_if<KirimNip>(&turn.command)) needs.nip = nip->angka;
    const auto* waiting = std::get_if<TungguKode>(&turn.dialogue);
    if (waiting != nullptr && std::holds_alternative<KirimKode>(turn.command)) {
        needs.nip = waiting->nip;
    }
    return needs;
}

}  // namespace bot
