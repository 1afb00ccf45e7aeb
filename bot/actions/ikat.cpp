#include "bot/conversation/replies/ikat.hpp"

#include "adapters/hmac.hpp"
#include "bot/actions/act.hpp"
#include "bot/actions/activation.hpp"
#include "bot/actions/alamat.hpp"
#include "bot/conversation/replies/umum.hpp"

namespace bot {
namespace {

// CONVERSATION.md section 2 and RELIABILITY.md section 5.1: five tries, then an hour.
constexpr int kMaxTries = 5;
constexpr std::chrono::hours kLockTime{1};
constexpr std::chrono::hours kOldAddressTime{24};

// "0812…" and "62812…" and "+62 812-…" are one number.
std::string e164(std::string_view number) {
    std::string digits;
    for (const char c : number) {
        if (c >= '0' && c <= '9') digits += c;
    }
    if (digits.starts_with('0')) digits = "62" + digits.substr(1);
    return "+" + digits;
}

void bind(TurnContext& c, const storage::Candidate& person) {
    const domain::Instant now = c.turn().now;
    const bool has_old = c.loaded().bound.contains(person.key.pegawai_id);
    c.effects().bindings.push_back({
        .pegawai = person.key,
        .conversation_id = c.turn().event.conversation_id,
        .pada = now,
        .boleh_memutus_sejak = has_old ? now + kOldAddressTime : now,
    });
    const std::string kwitansi =
        c.add_receipt(person.key, std::string(kIkat), "Akun chat ini dihubungkan");
    note_address(c, person.key, kIkat, kwitansi);
    c.forget_all();
    c.clear_wrong_tries();
    c.reply(terikat(kwitansi, person.nama, has_old));
}

void refuse_binding(TurnContext& c) {
    c.reply(data_tidak_cocok());
    if (c.turn().event.wrong_tries + 1 >= kMaxTries) {
        c.lock_address(c.turn().now + kLockTime);
    } else {
        c.count_wrong_try();
    }
}

const storage::Candidate* find(
    const std::map<std::string, storage::Candidate>& candidates, const std::string& key
) {
    const auto found = candidates.find(key);
    return found == candidates.end() ? nullptr : &found->second;
}

bool has_number(const storage::Candidate* person, std::string_view number) {
    return person != nullptr && !person->telepon.empty() && e164(person->telepon) == number;
}

void nip_given(TurnContext& c, const std::string& nip) {
    const auto* waiting = std::get_if<TungguNip>(&c.turn().dialogue);
    const storage::Candidate* person = find(c.loaded().by_nip, nip);
    if (waiting != nullptr && !waiting->nomor.empty()) {
        if (has_number(person, waiting->nomor)) {
            bind(c, *person);
        } else {
            c.remember(*waiting);
            refuse_binding(c);
        }
    } else if (!c.turn().event.number.empty() && has_number(person, e164(c.turn().event.number))) {
        bind(c, *person);
    } else {
        // Known or not: the next question is the same.
        c.remember(TungguKode{nip});
        c.reply(minta_kode());
    }
}

void code_given(TurnContext& c, const std::string& code) {
    const auto* waiting = std::get_if<TungguKode>(&c.turn().dialogue);
    if (waiting == nullptr) {
        c.remember(TungguNip{});
        c.reply(minta_nip());
        return;
    }
    const storage::Candidate* person = find(c.loaded().by_nip, waiting->nip);
    const std::string given = activation_hash(c.loaded().activation_key, waiting->nip, code);
    // The comparison runs for unknown persons too, so that both ways take the same time.
    const bool has_code = person != nullptr && person->kode_id.has_value();
    const bool right =
        adapters::constant_time_equal(has_code ? person->kode_hash : std::string(32, '\0'), given);
    if (has_code && right) {
        c.effects().used_codes.push_back({person->key.instansi_id, *person->kode_id});
        bind(c, *person);
        return;
    }
    if (has_code) c.effects().wrong_codes.push_back({person->key.instansi_id, *person->kode_id});
    c.remember(*waiting);
    refuse_binding(c);
}

void link_opened(TurnContext& c) {
    const auto* person = find(c.loaded().by_token, link_hash(c.turn().event.body));
    if (person == nullptr) {
        refuse_binding(c);
        return;
    }
    c.effects().used_codes.push_back({person->key.instansi_id, *person->kode_id});
    bind(c, *person);
}

void contact_shared(TurnContext& c) {
    if (c.turn().event.detail != "own") {
        c.reply(kontak_orang_lain(cara_kenal(c.turn())));
        return;
    }
    c.remember(TungguNip{e164(c.turn().event.body)});
    c.reply(minta_nip());
}

void greet(TurnContext& c) {
    if (std::holds_alternative<TungguNip>(c.turn().dialogue)) {
        c.remember(c.turn().dialogue);
        c.reply(minta_nip());
    } else if (std::holds_alternative<TungguKode>(c.turn().dialogue)) {
        c.remember(c.turn().dialogue);
        c.reply(minta_kode());
    } else {
        c.mark_greeted();
        c.reply(salam_pembuka(cara_kenal(c.turn())));
    }
}

void introduce_by_command(TurnContext& c) {
    const Command& command = c.turn().command;
    if (const auto* nip = std::get_if<KirimNip>(&command)) {
        nip_given(c, nip->angka);
    } else if (const auto* code = std::get_if<KirimKode>(&command)) {
        code_given(c, code->angka);
    } else if (std::holds_alternative<Mulai>(command) || std::holds_alternative<Batal>(command) || std::holds_alternative<Kembali>(command) || std::holds_alternative<Menu>(command)) {
        c.forget_all();
        c.mark_greeted();
        c.reply(salam_pembuka(cara_kenal(c.turn())));
    } else if (std::holds_alternative<Urungkan>(command) && ikat_kembali(c)) {
        return;
    } else {
        greet(c);
    }
}

}  // namespace

CaraKenal cara_kenal(const Turn& turn) {
    if (!turn.event.number.empty()) return CaraKenal::Nomor;
    // Whoever has no number on WhatsApp has hidden it, and a terminal has none to share.
    const std::string& channel = turn.event.channel;
    const bool shares = channel != "whatsapp" && channel != "terminal";
    return shares ? CaraKenal::Kontak : CaraKenal::Kode;
}

void kenalkan(TurnContext& context) {
    const Turn& turn = context.turn();
    if (turn.sender) {
        context.reply(tidak_ada_yang_menunggu_jawaban());
    } else if (turn.event.locked_until && *turn.event.locked_until > turn.now) {
        context.remember(turn.dialogue);
        context.reply(terkunci(domain::tulis_jam(*turn.event.locked_until, domain::Zona::Wib)));
    } else if (turn.gerak == Gerak::Kontak) {
        contact_shared(context);
    } else if (turn.gerak == Gerak::Tautan) {
        link_opened(context);
    } else {
        introduce_by_command(context);
    }
}

}  // namespace bot
