#include "bot/service/simulator/phones.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <limits>

#include "adapters/evidence/file_type.hpp"
#include "adapters/hmac.hpp"
#include "adapters/telegram/limits.hpp"
#include "adapters/utf.hpp"
#include "adapters/whatsapp/limits.hpp"
#include "bot/conversation/replies/bukti.hpp"
#include "bot/service/simulator/shapes.hpp"
#include "domain/pelaksanaan/bukti.hpp"

namespace bot::simulator {
namespace {

using adapters::simulator::Act;
using adapters::simulator::Look;
using storage::DariSiapa;
using storage::Kabar;
using storage::SimulatorStore;
using storage::StatusPesan;

constexpr int kConnections = 4;
constexpr std::size_t kMarkBytes = 12;
// What is overtaken comes so long after what overtakes it.
constexpr int kSwapGapMs = 300;

std::string fresh_mark() {
    return adapters::hex(adapters::random_bytes(kMarkBytes));
}

Kabar of_message(std::int64_t id) {
    return {.jenis = "pesan", .pesan_id = id, .isi = ""};
}

Kabar clock_news() {
    return {.jenis = "jam", .pesan_id = std::nullopt, .isi = ""};
}

std::string text_id(std::optional<std::int64_t> id) {
    return id ? std::to_string(*id) : std::string();
}

domain::Failure<Refused> refused(int status, std::string_view sentence) {
    return domain::Failure{Refused{status, std::string(sentence)}};
}

domain::Failure<Refused> no_message() {
    return refused(404, "Pesan itu tidak ada di ponsel ini.");
}

// What the program of that platform lets its user write at once.
std::size_t longest_text(Look look) {
    return look == Look::Telegram ? adapters::telegram::kText : adapters::whatsapp::kText;
}

// The label of the button with that handle; empty if the message shows none.
std::string label_of(const storage::PesanPonsel& message, const std::string& handle) {
    const auto shown = read_request(message.isi);
    if (!shown || !message.bertombol) return {};
    const auto among = [&](const json::value* choices) -> std::string {
        if (choices == nullptr || !choices->is_array()) return {};
        for (const json::value& one : choices->get_array()) {
            if (one.is_object() && text_of(one.get_object(), "pegangan") == handle) {
                return text_of(one.get_object(), "label");
            }
        }
        return {};
    };
    const std::string label = among(shown->if_contains("tombol"));
    if (!label.empty()) return label;
    const auto* list = shown->if_contains("daftar");
    if (list == nullptr || !list->is_object()) return {};
    return among(list->get_object().if_contains("baris"));
}

}  // namespace

Phones::Phones(const std::string& database_url, World world)
    : world_(world), pool_(database_url, storage::ConnectionRole::Simulator, kConnections) {}

// Puts the webhook body where the courier finds it, in the way that the armed fault wants.
void Phones::hand_over(
    SimulatorStore& store,
    const std::string& address,
    std::optional<std::int64_t> message,
    const std::string& body
) {
    const InboundFault fault = world_.faults.take_inbound();
    const storage::NewAntar delivery{address, message, body, fault.delay_ms, fault.waits};
    store.add_delivery(delivery);
    if (fault.twice) store.add_delivery(delivery);
    if (fault.overtakes) store.release_held(kSwapGapMs);
}

std::int64_t Phones::do_deed(storage::Transaction& transaction, const Deed& deed) {
    SimulatorStore store(transaction);
    const domain::Instant at = now();
    const std::string mark = fresh_mark();
    std::vector<Kabar> news;
    std::int64_t id = 0;
    if (!deed.shown.empty()) {
        id = store
                 .add({
                     .alamat = deed.address,
                     .dari = DariSiapa::Orang,
                     .pada = at,
                     .kunci = mark,
                     .isi = deed.shown,
                     .balasan = deed.reply_to,
                 })
                 .id;
        news.push_back(of_message(id));
    }
    if (deed.also) news.push_back(*deed.also);
    const auto message = id == 0 ? std::nullopt : std::optional(id);
    const Act act{
        .id = mark,
        .address = deed.address,
        .at = at,
        .reply_to = text_id(deed.reply_to),
        .message_id = text_id(message),
        .content = deed.content,
    };
    hand_over(store, deed.address, message, adapters::simulator::write_act(act));
    news.push_back(simulator::note("diterima", deed.word + " diterima platform.", deed.address, at)
    );
    store.tell(news);
    return id;
}

Phones::Done Phones::write(
    const std::string& address, const std::string& text, std::optional<std::int64_t> reply_to
) {
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
        return refused(400, "Pesan masih kosong. Contoh: realisasi rhk 1 3 laporan");
    }
    const std::size_t most = longest_text(world_.look.now());
    if (adapters::utf16_length(text) > most) {
        return refused(
            400, fmt::format("Pesan paling panjang {} huruf. Bagilah menjadi dua.", most)
        );
    }
    const auto id = with_transaction([&](storage::Transaction& transaction) {
        return do_deed(
            transaction,
            {.address = address,
             .content = adapters::Text{text},
             .reply_to = reply_to,
             .shown = json::serialize(shown_words(text)),
             .word = "Pesan"}
        );
    });
    world_.told.notify();
    world_.handed_in.notify();
    return id;
}

Phones::Done Phones::press(
    const std::string& address, std::int64_t message, const std::string& handle
) {
    const bool shows_bubble = world_.look.now() == Look::WhatsApp;
    const auto done = with_transaction([&](storage::Transaction& transaction) -> Done {
        const auto pressed = SimulatorStore(transaction).message(address, message);
        if (!pressed) return no_message();
        const std::string label = label_of(*pressed, handle);
        if (label.empty()) return refused(409, "Tombol itu sudah tidak ada.");
        Deed deed{
            .address = address,
            .content = adapters::Press{handle, "", std::to_string(message)},
            .word = "Tekanan tombol"};
        if (shows_bubble) {
            deed.shown = json::serialize(shown_words(label));
            deed.reply_to = message;
        }
        return do_deed(transaction, deed);
    });
    world_.told.notify();
    world_.handed_in.notify();
    return done;
}

Phones::Done Phones::react(
    const std::string& address, std::int64_t message, const std::string& emoji
) {
    const auto done = with_transaction([&](storage::Transaction& transaction) -> Done {
        SimulatorStore store(transaction);
        if (!store.message(address, message)) return no_message();
        if (!store.set_reaction(address, message, emoji)) return std::int64_t{0};
        adapters::Reaction reaction;
        reaction.message_id = std::to_string(message);
        if (!emoji.empty()) reaction.added.push_back(emoji);
        do_deed(
            transaction,
            {.address = address, .content = reaction, .also = of_message(message), .word = "Reaksi"}
        );
        return std::int64_t{0};
    });
    world_.told.notify();
    world_.handed_in.notify();
    return done;
}

Phones::Done Phones::share_contact(const std::string& address) {
    const auto done = with_transaction([&](storage::Transaction& transaction) -> Done {
        const auto persons = SimulatorStore(transaction).persons(kMostPersons, now());
        for (const storage::OrangPonsel& one : persons) {
            if (one.alamat != address) continue;
            if (one.telepon.empty()) {
                return refused(409, "Orang ini tidak punya nomor telepon di data.");
            }
            return do_deed(
                transaction,
                {.address = address,
                 .content = adapters::ContactCard{one.telepon, /*own=*/true},
                 .shown = json::serialize(shown_words("Kontak: " + one.telepon)),
                 .word = "Kontak"}
            );
        }
        return refused(404, "Ponsel itu tidak ada.");
    });
    world_.told.notify();
    world_.handed_in.notify();
    return done;
}

Phones::Done Phones::hand_in(const std::string& address, NewBerkas file) {
    const auto bytes = static_cast<std::int64_t>(file.isi.size());
    if (bytes == 0) return refused(400, sebab_kosong());
    if (bytes > domain::kBuktiMaksByte) return refused(413, sebab_terlalu_besar());
    const auto type = adapters::detect_file_type(file.isi);
    if (!type) return refused(415, sebab_jenis());
    const bool is_picture = *type == adapters::FileType::Jpg || *type == adapters::FileType::Png;
    if (file.as_photo && !is_picture) {
        return refused(415, "Foto harus JPG atau PNG. Kirim sebagai dokumen.");
    }
    const std::string mime(adapters::mime_of(*type));
    const auto id = with_transaction([&](storage::Transaction& transaction) {
        const auto berkas = SimulatorStore(transaction).add_file({file.nama, mime, file.isi});
        json::object shown = shown_words(file.keterangan);
        shown["berkas"] = json::object{
            {"nama", file.nama},
            {"tipe", mime},
            {"byte", bytes},
            {"url", "/demo/files/" + std::to_string(berkas)}};
        adapters::File content;
        content.kind = file.as_photo ? adapters::FileKind::Photo : adapters::FileKind::Document;
        content.reference = std::to_string(berkas);
        content.mime = mime;
        content.name = file.nama;
        content.size_bytes = bytes;
        content.caption = file.keterangan;
        return do_deed(
            transaction,
            {.address = address,
             .content = content,
             .reply_to = file.balasan,
             .shown = json::serialize(shown),
             .word = "Berkas"}
        );
    });
    world_.told.notify();
    world_.handed_in.notify();
    return id;
}

void Phones::mark_read(const std::string& address) {
    with_transaction([&](storage::Transaction& transaction) {
        SimulatorStore store(transaction);
        std::vector<Kabar> news;
        for (const std::int64_t id : store.set_status(
                 address,
                 DariSiapa::Bot,
                 std::numeric_limits<std::int64_t>::max(),
                 StatusPesan::Dibaca
             )) {
            news.push_back(of_message(id));
        }
        store.tell(news);
        return true;
    });
    world_.told.notify();
}

// By the demo's clock, unlike the bot's own reckoning: the platform decides.
bool Phones::window_is_open(SimulatorStore& store, const std::string& address) const {
    if (world_.look.now() == Look::Telegram) return true;
    const auto written = store.last_written(address);
    return written && now() < *written + adapters::whatsapp::kWindow;
}

Phones::Done Phones::show(const FromBot& message) {
    const auto done = with_transaction([&](storage::Transaction& transaction) -> Done {
        SimulatorStore store(transaction);
        if (!message.approved_words && !window_is_open(store, message.address)) {
            store.tell({simulator::note(
                "gangguan",
                "Lebih dari 24 jam sejak orang ini menulis: hanya templat yang boleh.",
                message.address,
                now()
            )});
            return refused(409, "window closed");
        }
        const auto added = store.add({
            .alamat = message.address,
            .dari = DariSiapa::Bot,
            .pada = now(),
            .kunci = message.mark.empty() ? fresh_mark() : message.mark,
            .isi = message.shown,
            .balasan = message.reply_to,
        });
        if (!added.is_new) {
            store.tell({simulator::note(
                "diulang", "Bot mengulang; ponsel tetap menampilkan satu.", message.address, now()
            )});
            return added.id;
        }
        store.set_status(message.address, DariSiapa::Bot, added.id, StatusPesan::Sampai);
        store.tell(
            {of_message(added.id),
             typing(message.address, /*on=*/false),
             simulator::note("dikirim", "Pesan bot sampai di ponsel.", message.address, now())}
        );
        return added.id;
    });
    world_.told.notify();
    return done;
}

void Phones::seen(std::int64_t message) {
    with_transaction([&](storage::Transaction& transaction) {
        SimulatorStore store(transaction);
        const auto read = store.message(std::nullopt, message);
        if (!read) return false;
        std::vector<Kabar> news;
        for (const std::int64_t id :
             store.set_status(read->alamat, DariSiapa::Orang, message, StatusPesan::Dibaca)) {
            news.push_back(of_message(id));
        }
        // A repeated telling shows nothing: the answer may be there already.
        if (!news.empty()) news.push_back(typing(read->alamat, /*on=*/true));
        store.tell(news);
        return true;
    });
    world_.told.notify();
}

void Phones::remove_buttons(const std::string& address, std::int64_t message) {
    with_transaction([&](storage::Transaction& transaction) {
        SimulatorStore store(transaction);
        if (store.remove_buttons(address, message)) store.tell({of_message(message)});
        return true;
    });
    world_.told.notify();
}

std::int64_t Phones::keep_file(const storage::BerkasPonsel& file) {
    return with_transaction([&](storage::Transaction& transaction) {
        return SimulatorStore(transaction).add_file(file);
    });
}

std::optional<storage::BerkasPonsel> Phones::file(std::int64_t id) {
    return with_transaction([&](storage::Transaction& transaction) {
        return SimulatorStore(transaction).file(id);
    });
}

std::vector<storage::PesanPonsel> Phones::messages(
    std::string_view address, std::optional<std::int64_t> below, int most
) {
    return with_transaction([&](storage::Transaction& transaction) {
        return SimulatorStore(transaction).messages(address, below, most + 1);
    });
}

std::vector<storage::ToldKabar> Phones::told_behind(std::int64_t number, int most) {
    return with_transaction([&](storage::Transaction& transaction) {
        return SimulatorStore(transaction).told_behind(number, most);
    });
}

storage::SimulatorState Phones::state() {
    return with_transaction([](storage::Transaction& transaction) {
        return SimulatorStore(transaction).state();
    });
}

void Phones::turn_to(Look look) {
    with_transaction([&](storage::Transaction& transaction) {
        SimulatorStore store(transaction);
        store.set_look(adapters::simulator::word_of(look));
        store.tell({clock_news()});
        return true;
    });
    world_.look.turn_to(look);
    world_.told.notify();
}

void Phones::clock_moved() {
    with_transaction([&](storage::Transaction& transaction) {
        SimulatorStore store(transaction);
        store.keep_clock(now());
        store.tell({clock_news()});
        return true;
    });
    world_.told.notify();
}

void Phones::tell(const std::vector<Kabar>& news) {
    with_transaction([&](storage::Transaction& transaction) {
        SimulatorStore(transaction).tell(news);
        return true;
    });
    world_.told.notify();
}

void Phones::note(std::string_view kind, std::string_view text, std::string_view address) {
    tell({simulator::note(kind, text, address, now())});
}

}  // namespace bot::simulator
