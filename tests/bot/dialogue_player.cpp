#include "tests/bot/dialogue_player.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <stdexcept>

#include "bot/actions/batch.hpp"
#include "bot/berkas.hpp"
#include "bot/cli/import.hpp"
#include "bot/conversation/reply.hpp"
#include "bot/notices/due.hpp"
#include "storage/conversation_address.hpp"
#include "storage/migrator.hpp"
#include "storage/split_store.hpp"
#include "storage/turn_store.hpp"
#include "tests/support/sample_files.hpp"

namespace script {
namespace {

bot::Random seeded() {
    auto engine = std::make_shared<std::minstd_rand>(20260427U);
    return bot::Random([engine](std::span<unsigned char> bytes) {
        std::ranges::generate(bytes, [&] { return static_cast<unsigned char>((*engine)() >> 8U); });
    });
}

// Nobody's clock but the script's.
const domain::Instant kBegin = domain::instan(domain::tanggal(2026, 1, 2), {}, domain::Zona::Wib);

// The platform's files, as the script has sent them.
class ScriptFiles final : public adapters::PlatformClient {
public:
    explicit ScriptFiles(const std::map<std::string, std::string>& files) : files_(files) {}

    std::optional<adapters::FetchFailure> fetch(
        std::string_view reference,
        std::int64_t /*most_bytes*/,
        const std::function<bool(std::string_view)>& take
    ) override {
        const auto found = files_.find(std::string(reference));
        if (found == files_.end()) return adapters::FetchFailure::Gone;
        if (!take(found->second)) return adapters::FetchFailure::TooLarge;
        return std::nullopt;
    }
    adapters::SendOutcome send(const adapters::Outgoing&) override { return adapters::Sent{}; }
    void answer_press(std::string_view) override {}
    bool probe() override { return true; }

private:
    const std::map<std::string, std::string>& files_;
};

std::string content_of(const Step& step, const std::string& reference) {
    const std::string& name = step.file_name;
    if (step.file_kind == "foto") return support::sample_jpg(reference);
    if (name.ends_with(".pdf")) return support::sample_pdf(reference);
    if (name.ends_with(".docx")) return support::sample_docx(reference);
    if (name.ends_with(".xlsx")) return support::sample_xlsx(reference);
    return "<html><script>" + reference + "</script></html>";
}

}  // namespace

class Player::ScriptClock final : public bot::Clock {
public:
    explicit ScriptClock(const domain::Instant& now) : now_(now) {}
    [[nodiscard]] domain::Instant now(domain::Instant /*database_time*/) const override {
        return now_;
    }

private:
    const domain::Instant& now_;
};

Player::~Player() = default;

Player::Player() : random_(seeded()), now_(kBegin) {
    storage::migrate(database_.url());
    storage::Connection importer(database_.url(), storage::ConnectionRole::Report);
    const auto report =
        bot::import_folder(std::string(SKPBOT_SOURCE_DIR) + "/bot/demo", importer, now_);
    if (!report.stored()) throw std::runtime_error(report.complaints.front());
    connection_ =
        std::make_unique<storage::Connection>(database_.url(), storage::ConnectionRole::Worker);
    clock_ = std::make_unique<ScriptClock>(now_);
    evidence_ = std::make_unique<adapters::FolderEvidenceStore>(
        evidence_folder_.path() + "/evidence", domain::kBuktiMaksByte
    );
    bot::BuktiWorker::Clients clients;
    clients["telegram"] = std::make_unique<ScriptFiles>(files_);
    fetcher_ = std::make_unique<bot::BuktiWorker>(
        bot::ServiceParts{database_.url(), *clock_, metrics_, signal_, signal_, signal_},
        *evidence_,
        std::move(clients)
    );
}

// Everybody in the demo's data is bound under his first name when he is first spoken of.
Player::Person& Player::person(const std::string& name) {
    if (const auto known = people_.find(name); known != people_.end()) return known->second;
    bind_newcomer(name);
    const auto rows = support::query(
        database_.url(),
        "INSERT INTO alamat (instansi_id, pegawai_id, conversation_id, terikat_pada, "
        "boleh_memutus_sejak) SELECT instansi_id, pegawai_id, " +
            std::to_string(people_[name].conversation_id) +
            ", '2026-01-01', '2026-01-01' FROM pegawai WHERE nama LIKE '" + name +
            " %' RETURNING pegawai_id"
    );
    if (rows.size() != 1) throw std::runtime_error("nobody is called " + name);
    return people_[name];
}

void Player::bind_newcomer(const std::string& name) {
    storage::Connection connection(database_.url(), storage::ConnectionRole::Report);
    storage::Transaction transaction(connection);
    people_[name].conversation_id =
        storage::ensure_conversations(
            transaction, std::array{storage::ConversationAddress{"telegram", "1", name}}
        ).front();
    transaction.commit();
}

std::string Player::play(const std::string& path) {
    std::string differences;
    for (const Step& step : read_script(path)) {
        if (step.kind == Kind::Expect) {
            differences += expect(step);
            continue;
        }
        differences += unexpected();
        act(step);
    }
    return differences + unexpected();
}

std::string Player::say(const std::string& who, const std::string& text) {
    Person& writer = person(who);
    writer.unread.clear();
    writer.written = add_event(writer, "text", text, "", "");
    work();
    return heard_by(writer);
}

std::string Player::share_contact(const std::string& who, const std::string& number) {
    Person& writer = person(who);
    writer.unread.clear();
    add_event(writer, "contact", number, "own", "");
    work();
    return heard_by(writer);
}

std::string Player::edit(const std::string& who, const std::string& text) {
    Person& writer = person(who);
    writer.unread.clear();
    add_event(writer, "edited", text, writer.written, "");
    work();
    return heard_by(writer);
}

std::string Player::heard_by(const Person& person) {
    std::string heard;
    for (const Message& message : person.unread) {
        heard += (heard.empty() ? "" : "\n\n") + message.text;
    }
    return heard;
}

void Player::wait(std::chrono::minutes time) {
    now_ += time;
    do_due();
}

void Player::act(const Step& step) {
    if (step.kind == Kind::Now) {
        now_ = step.now;
        do_due();
        return;
    }
    if (step.kind == Kind::Newcomer) {
        bind_newcomer(step.who);
        return;
    }
    Person& who = person(step.who);
    if (step.kind == Kind::File) {
        send_file(who, step);
    } else if (step.kind == Kind::Contact) {
        add_event(who, "contact", step.text, "own", "");
    } else if (step.kind == Kind::Edit) {
        add_event(who, "edited", step.text, who.written, "");
    } else if (step.kind == Kind::Revoke) {
        add_event(who, "revoked", "", who.written, "");
    } else if (step.kind == Kind::Press) {
        for (const Message& message : who.seen) {
            const auto buttons = bot::decode_buttons(message.buttons).buttons;
            const auto button = std::ranges::find(buttons, step.text, &bot::ReplyButton::label);
            if (button == buttons.end()) continue;
            const auto index = static_cast<std::size_t>(button - buttons.begin());
            add_event(who, "press", bot::button_handle(message.press_key, index), "", "");
            break;
        }
    } else {
        const bool reply = step.kind == Kind::Reply && !who.seen.empty();
        who.written =
            add_event(who, "text", step.text, "", reply ? who.seen.front().message_id : "");
    }
    work();
}

void Player::send_file(Person& who, const Step& step) {
    const std::string reference = "berkas-" + std::to_string(next_id_);
    const std::string content = content_of(step, reference);
    if (!step.file_name.starts_with("hilang")) files_[reference] = content;
    adapters::File file;
    file.kind = step.file_kind == "foto"   ? adapters::FileKind::Photo
                : step.file_kind == "film" ? adapters::FileKind::Video
                                           : adapters::FileKind::Document;
    file.reference = reference;
    file.name = step.file_name;
    file.size_bytes = step.file_name.starts_with("besar")
                          ? domain::kBuktiMaksByte + 1
                          : static_cast<std::int64_t>(content.size());
    file.album = step.album;
    const bool reply = step.is_reply && !who.seen.empty();
    add_event(
        who, "file", step.text, bot::encode_file(file), reply ? who.seen.front().message_id : ""
    );
}

void Player::fetch_files() {
    while (fetcher_->step() == bot::StepResult::Worked) {
    }
}

std::string Player::add_event(
    Person& who,
    const std::string& kind,
    const std::string& body,
    const std::string& detail,
    const std::string& reply_to
) {
    const std::string id = std::to_string(next_id_++);
    storage::Connection connection(database_.url(), storage::ConnectionRole::Split);
    storage::Transaction transaction(connection);
    const auto name =
        std::ranges::find_if(people_, [&](const auto& entry) { return &entry.second == &who; });
    storage::NewEvent event;
    event.channel = "telegram";
    event.account = "1";
    event.address = name->first;
    event.external_id = id;
    event.natural_key = "m:" + id;
    event.kind = kind;
    event.message_id = id;
    event.reply_to = reply_to;
    event.body = body;
    event.detail = detail;
    event.sent_at = now_;
    event.received_at = now_;
    storage::SplitStore(transaction).add({event});
    transaction.commit();
    return id;
}

void Player::work() {
    while (true) {
        storage::Transaction transaction(*connection_);
        auto events = storage::TurnStore(transaction).claim(64, 0);
        if (events.empty()) break;
        bot::TurnBatch(transaction, {now_, std::string(32, 'k')}, random_).run(std::move(events));
        transaction.commit();
    }
    fetch_files();
    do_due();
}

void Player::do_due() {
    // A digest may follow from what the first look has made due.
    for (int i = 0; i < 2; ++i) {
        storage::Transaction transaction(*connection_);
        bot::do_what_is_due(transaction, now_, random_, bot::Digests::Look);
        transaction.commit();
    }
    collect();
}

void Player::collect() {
    const auto rows = support::query(
        database_.url(),
        "UPDATE outbox SET state = 'sent', message_id = 'b' || outbox_id WHERE outbox_id IN "
        "(SELECT "
        "outbox_id FROM outbox WHERE state = 'waiting') RETURNING outbox_id, conversation_id, "
        "title, "
        "body, buttons, coalesce(press_key, ''), message_id, lampiran_nama, lampiran_tipe"
    );
    std::map<std::int64_t, std::pair<std::int64_t, Message>> ordered;
    for (const auto& row : rows) {
        std::string text = row[2]->empty() ? *row[3] : *row[2] + "\n" + *row[3];
        if (!row[8]->empty()) text += "\n[berkas " + *row[7] + " " + *row[8] + "]";
        ordered[std::stoll(*row[0])] = {std::stoll(*row[1]), {text, *row[4], *row[5], *row[6]}};
    }
    for (const auto& [id, sent] : ordered) {
        for (auto& [name, who] : people_) {
            if (who.conversation_id == sent.first) who.unread.push_back(sent.second);
        }
    }
}

std::string Player::expect(const Step& step) {
    Person& who = person(step.who);
    const std::string place = "line " + std::to_string(step.line) + ": ";
    if (who.unread.empty()) return place + "nothing came to " + step.who + "\n";
    const Message message = who.unread.front();
    who.unread.pop_front();
    who.seen.push_front(message);
    const std::string got = without_codes(message.text);
    if (got == step.text) return "";
    return place + "expected\n" + step.text + "\n--- but " + step.who + " got\n" + got + "\n";
}

std::string Player::unexpected() const {
    std::string text;
    for (const auto& [name, who] : people_) {
        for (const Message& message : who.unread) {
            text += "unexpected, to " + name + ":\n" + without_codes(message.text) + "\n";
        }
    }
    return text;
}

}  // namespace script
