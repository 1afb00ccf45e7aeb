#include "adapters/simulator/act.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <cstdlib>

#include "adapters/fields.hpp"
#include "adapters/json.hpp"

namespace adapters::simulator {
namespace {

json::object written(const Text& text) {
    return {{"jenis", "teks"}, {"teks", text.text}};
}
json::object written(const Press& press) {
    return {{"jenis", "tekan"}, {"pegangan", press.handle}, {"tombol_di", press.pressed_message}};
}
json::object written(const ContactCard& card) {
    return {{"jenis", "kontak"}, {"nomor", card.number}};
}
json::object written(const File& file) {
    return {
        {"jenis", "berkas"},
        {"foto", file.kind == FileKind::Photo},
        {"rujukan", file.reference},
        {"tipe", file.mime},
        {"nama", file.name},
        {"byte", file.size_bytes.value_or(0)},
        {"teks", file.caption}};
}
json::object written(const Reaction& reaction) {
    return {
        {"jenis", "reaksi"},
        {"pada_pesan", reaction.message_id},
        {"emoji", reaction.added.empty() ? std::string() : reaction.added.front()}};
}
json::object written(const Edited& edited) {
    return {{"jenis", "sunting"}, {"teks", edited.text}};
}
template <class Other>
json::object written(const Other&) {
    std::abort();
}

// One reading of one body.
class ActReader {
public:
    explicit ActReader(const json::object& act) : act_(act) {}

    Incoming read() {
        const std::string kind = fields_.text_id(act_, "jenis");
        incoming_.account = kAccount;
        incoming_.external_id = fields_.text_id(act_, "id");
        incoming_.conversation = fields_.text_id(act_, "alamat");
        incoming_.sender = incoming_.conversation;
        incoming_.message_id = fields_.text_id(act_, "pesan");
        incoming_.reply_to = fields_.text_id(act_, "balasan");
        incoming_.natural_key = "a:" + incoming_.external_id;
        incoming_.sent_at = domain::instan_dari_rfc3339(fields_.text_id(act_, "pada"));
        if (!incoming_.sent_at) fields_.odd("pada", "no time");
        if (incoming_.external_id.empty()) fields_.odd("id", "missing");
        if (incoming_.conversation.empty()) fields_.odd("alamat", "missing");
        incoming_.content = content(kind);
        return std::move(incoming_);
    }

    [[nodiscard]] const std::string& problem() const { return fields_.problem(); }

private:
    Content content(std::string_view kind) {
        if (kind == "teks") return Text{fields_.text(act_, "teks")};
        if (kind == "tekan") {
            return Press{
                fields_.text_id(act_, "pegangan"),
                incoming_.external_id,
                fields_.text_id(act_, "tombol_di")};
        }
        if (kind == "kontak") return ContactCard{fields_.text_id(act_, "nomor"), /*own=*/true};
        if (kind == "berkas") return file();
        if (kind == "reaksi") return reaction();
        if (kind == "sunting") return Edited{fields_.text(act_, "teks")};
        fields_.odd("jenis", "unknown");
        return Ignored{"unknown"};
    }

    File file() {
        return {
            .kind = fields_.flag(act_, "foto") ? FileKind::Photo : FileKind::Document,
            .reference = fields_.text_id(act_, "rujukan"),
            .mime = fields_.text_id(act_, "tipe"),
            .name = fields_.text(act_, "nama"),
            .size_bytes = fields_.integer(act_, "byte"),
            .caption = fields_.text(act_, "teks"),
        };
    }

    Reaction reaction() {
        Reaction reaction;
        reaction.message_id = fields_.text_id(act_, "pada_pesan");
        reaction.replaces = true;
        const std::string emoji = fields_.text(act_, "emoji");
        if (!emoji.empty()) reaction.added.push_back(emoji);
        return reaction;
    }

    const json::object& act_;
    Fields fields_;
    Incoming incoming_;
};

}  // namespace

std::string write_act(const Act& act) {
    json::object body = std::visit([](const auto& what) { return written(what); }, act.content);
    body["id"] = act.id;
    body["alamat"] = act.address;
    body["pada"] = domain::rfc3339(act.at, domain::Zona::Wib);
    if (!act.message_id.empty()) body["pesan"] = act.message_id;
    if (!act.reply_to.empty()) body["balasan"] = act.reply_to;
    return json::serialize(body);
}

Decoded decode(std::string_view body) {
    const auto value = parse_json_limited(body);
    const auto* act = value ? value->if_object() : nullptr;
    if (act == nullptr) return {.incoming = {}, .unreadable = "no object within the limits"};
    ActReader reader(*act);
    Incoming incoming = reader.read();
    if (!reader.problem().empty()) return {.incoming = {}, .unreadable = reader.problem()};
    Decoded decoded;
    decoded.incoming.push_back(std::move(incoming));
    return decoded;
}

}  // namespace adapters::simulator
