#include "bot/service/simulator/person.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <limits>

#include "adapters/telegram/limits.hpp"
#include "adapters/utf.hpp"
#include "adapters/whatsapp/limits.hpp"
#include "bot/service/simulator/deed.hpp"
#include "bot/service/simulator/report.hpp"
#include "bot/service/simulator/shapes.hpp"

namespace bot::simulator {
namespace {

using adapters::simulator::Look;
using storage::SimulatorStore;

// What the program of that platform lets its user write at once.
std::size_t longest_text(Look look) {
    return look == Look::Telegram ? adapters::telegram::kText : adapters::whatsapp::kText;
}

std::optional<Refused> problem_of(const std::string& text, Look look) {
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
        return Refused{400, "Pesan masih kosong. Contoh: realisasi rhk 1 3 laporan"};
    }
    const std::size_t most = longest_text(look);
    if (adapters::utf16_length(text) <= most) return std::nullopt;
    return Refused{400, fmt::format("Pesan paling panjang {} huruf. Bagilah menjadi dua.", most)};
}

// A member of what a message shows: whether its words can be edited. Of a file's they cannot.
constexpr char kEditable[] = "boleh_sunting";

std::optional<Refused> why_not_editable(
    const storage::PesanPonsel& message, const json::object& shown, domain::Instant now
) {
    const auto* editable = shown.if_contains(kEditable);
    const bool is_own_text = editable != nullptr && editable->is_bool() && editable->get_bool();
    if (message.dari != word(storage::DariSiapa::Orang) || !is_own_text) {
        return Refused{409, "Hanya pesan teks Anda sendiri yang dapat disunting."};
    }
    if (now <= message.pada + adapters::telegram::kEditable) return std::nullopt;
    return Refused{
        409,
        "Pesan ini sudah lebih dari 48 jam. Kirim pesan baru, misalnya: realisasi rhk 1 4 laporan"};
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

Done Person::write(
    const std::string& text, std::optional<std::int64_t> reply_to, const std::string& key
) {
    if (auto problem = problem_of(text, phones_.look())) return domain::Failure{*problem};
    json::object shown = shown_words(text);
    shown[kEditable] = true;
    return act([&](storage::Transaction& transaction) -> Done {
        return do_deed(
            transaction,
            phones_,
            {.address = address_,
             .content = adapters::Text{text},
             .reply_to = reply_to,
             .shown = json::serialize(shown),
             .word = "Pesan",
             .key = key}
        );
    });
}

Done Person::edit(std::int64_t message, const std::string& text) {
    if (phones_.look() != Look::Telegram) {
        return refused(
            409,
            "Di tampilan WhatsApp pesan tidak dapat disunting. Kirim pesan baru, misalnya: "
            "realisasi rhk 1 4 laporan"
        );
    }
    if (auto problem = problem_of(text, phones_.look())) return domain::Failure{*problem};
    return act([&](storage::Transaction& transaction) -> Done {
        SimulatorStore store(transaction);
        const auto found = store.message(address_, message);
        if (!found) return no_message();
        json::object shown = read_request(found->isi).value_or(json::object{});
        if (auto problem = why_not_editable(*found, shown, phones_.now())) {
            return domain::Failure{*problem};
        }
        if (text_of(shown, "teks") == text) return std::int64_t{0};
        shown["teks"] = text;
        shown["disunting"] = true;
        store.edit(address_, message, json::serialize(shown));
        return do_deed(
            transaction,
            phones_,
            {.address = address_,
             .content = adapters::Edited{text},
             .edited = message,
             .also = of_message(message),
             .word = "Suntingan"}
        );
    });
}

Done Person::press(std::int64_t message, const std::string& handle) {
    const bool shows_bubble = phones_.look() == Look::WhatsApp;
    return act([&](storage::Transaction& transaction) -> Done {
        const auto pressed = SimulatorStore(transaction).message(address_, message);
        if (!pressed) return no_message();
        const std::string label = label_of(*pressed, handle);
        if (label.empty()) return refused(409, "Tombol itu sudah tidak ada.");
        Deed deed{
            .address = address_,
            .content = adapters::Press{handle, "", std::to_string(message)},
            .word = "Tekanan tombol"};
        if (shows_bubble) {
            deed.shown = json::serialize(shown_words(label));
            deed.reply_to = message;
        }
        return do_deed(transaction, phones_, deed);
    });
}

Done Person::react(std::int64_t message, const std::string& emoji) {
    return act([&](storage::Transaction& transaction) -> Done {
        SimulatorStore store(transaction);
        if (!store.message(address_, message)) return no_message();
        if (!store.set_reaction(address_, message, emoji)) return std::int64_t{0};
        adapters::Reaction reaction;
        reaction.message_id = std::to_string(message);
        if (!emoji.empty()) reaction.added.push_back(emoji);
        return do_deed(
            transaction,
            phones_,
            {.address = address_,
             .content = reaction,
             .also = of_message(message),
             .word = "Reaksi"}
        );
    });
}

Done Person::share_contact() {
    return act([&](storage::Transaction& transaction) -> Done {
        const auto persons = SimulatorStore(transaction).persons(kMostPersons, phones_.now());
        for (const storage::OrangPonsel& one : persons) {
            if (one.alamat != address_) continue;
            if (one.telepon.empty()) {
                return refused(409, "Orang ini tidak punya nomor telepon di data.");
            }
            return do_deed(
                transaction,
                phones_,
                {.address = address_,
                 .content = adapters::ContactCard{one.telepon, /*own=*/true},
                 .shown = json::serialize(shown_words("Kontak: " + one.telepon)),
                 .word = "Kontak"}
            );
        }
        return refused(404, "Ponsel itu tidak ada.");
    });
}

void Person::read() {
    act([&](storage::Transaction& transaction) {
        SimulatorStore store(transaction);
        std::vector<storage::Kabar> news;
        std::vector<adapters::simulator::Receipt::Message> read;
        for (const std::int64_t id : store.set_status(
                 address_,
                 storage::DariSiapa::Bot,
                 std::numeric_limits<std::int64_t>::max(),
                 storage::StatusPesan::Dibaca
             )) {
            news.push_back(of_message(id));
            read.push_back({std::to_string(id)});
        }
        report(store, phones_, address_, adapters::DeliveryStatus::Read, std::move(read));
        store.tell(news);
        return true;
    });
}

}  // namespace bot::simulator
