#include "adapters/simulator/encode.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <optional>

#include "adapters/embedded_files.hpp"
#include "adapters/telegram/encode.hpp"
#include "adapters/utf.hpp"
#include "adapters/whatsapp/encode.hpp"
#include "adapters/whatsapp/template.hpp"

namespace adapters::simulator {
namespace {

namespace json = boost::json;

// An address, a message and a file that either platform takes: only the rest is put to the test.
constexpr std::string_view kSomeId = "1";

template <class Encoded>
std::string problem_of(const Encoded& encoded) {
    return encoded ? std::string() : std::string(name_of(encoded.error()));
}

// What the platform of that look has against the message; empty: nothing.
std::string refusal(Outgoing message, Look look) {
    message.recipient = kSomeId;
    if (!message.reply_to.empty()) message.reply_to = kSomeId;
    if (look == Look::Telegram) {
        return message.attachment ? problem_of(telegram::encode_file(message))
                                  : problem_of(telegram::encode(message));
    }
    message.window = Window::Open;
    if (message.attachment) message.attachment->reference = kSomeId;
    return problem_of(whatsapp::encode(message));
}

json::object entity(std::string_view type, std::size_t offset, std::size_t length) {
    return {{"type", type}, {"offset", offset}, {"length", length}};
}

// The web addresses in a text, as the phones' own programs make links of them.
void add_links(json::array& entities, std::string_view text, std::size_t offset) {
    for (std::size_t at = 0; (at = text.find("http", at)) != std::string_view::npos;) {
        const std::string_view rest = text.substr(at);
        const auto end = std::min(rest.find_first_of(" \t\n"), rest.size());
        std::string_view link = rest.substr(0, end);
        while (!link.empty() && std::string_view(".,;:!?)").find(link.back()) != link.npos) {
            link.remove_suffix(1);
        }
        if (link.starts_with("http://") || link.starts_with("https://")) {
            entities.push_back(
                entity("url", offset + utf16_length(text.substr(0, at)), utf16_length(link))
            );
        }
        at += std::max<std::size_t>(end, 1);
    }
}

void write_text(json::object& shown, const std::vector<Run>& runs) {
    std::string text;
    std::size_t units = 0;
    json::array entities;
    for (const Run& run : runs) {
        const std::string part = clean_text(run.text);
        const std::size_t length = utf16_length(part);
        if (run.style != Style::Plain && length != 0) {
            entities.push_back(entity(telegram::entity_type(run.style), units, length));
        }
        add_links(entities, part, units);
        text += part;
        units += length;
    }
    shown["teks"] = text;
    shown["entitas"] = std::move(entities);
}

json::object button(const std::string& label, const std::string& handle) {
    return {{"label", clean_text(label)}, {"pegangan", handle}};
}

void write_choices(json::object& shown, const Outgoing& message, Look look) {
    json::array buttons;
    for (const Button& one : message.buttons) buttons.push_back(button(one.label, one.handle));
    shown["daftar"] = nullptr;
    if (message.list && look == Look::Telegram) {
        for (const ListRow& row : message.list->rows) {
            buttons.push_back(button(row.label, row.handle));
        }
    } else if (message.list) {
        json::array rows;
        for (const ListRow& row : message.list->rows) {
            json::object written = button(row.label, row.handle);
            written["keterangan"] = clean_text(row.description);
            rows.push_back(std::move(written));
        }
        shown["daftar"] =
            json::object{{"pembuka", message.list->opener}, {"baris", std::move(rows)}};
    }
    shown["tombol"] = std::move(buttons);
}

json::value written_file(const UploadedFile& file) {
    if (file.id.empty()) return nullptr;
    return json::object{
        {"nama", file.name},
        {"tipe", file.mime},
        {"byte", file.bytes},
        {"url", "/demo/files/" + file.id}};
}

std::string body_of(const Outgoing& message, json::object shown) {
    return json::serialize(json::object{
        {"alamat", message.recipient},
        {"kunci", message.tracker},
        {"balasan", message.reply_to},
        {"isi", std::move(shown)}});
}

// The template's words with the parameters in their places; nothing if they do not fit.
std::optional<std::string> filled(const whatsapp::Template& approved, const Notice& notice) {
    if (whatsapp::variable_count(approved.body) != notice.parameters.size()) return std::nullopt;
    std::string text = approved.body;
    for (std::size_t i = notice.parameters.size(); i > 0; --i) {
        const std::string variable = "{{" + std::to_string(i) + "}}";
        text.replace(text.find(variable), variable.size(), notice.parameters[i - 1]);
    }
    return text;
}

}  // namespace

domain::Result<std::string, std::string> encode(
    const Outgoing& message, const UploadedFile& file, Look look
) {
    if (auto problem = refusal(message, look); !problem.empty()) {
        return domain::Failure{std::move(problem)};
    }
    json::object shown;
    write_text(shown, message.text);
    write_choices(shown, message, look);
    // WhatsApp has no such request, since it vouches for the number. The phones do not: there too
    // the person has to share it.
    shown["kontak"] = message.keyboard == Keyboard::AskForContact;
    shown["berkas"] = written_file(file);
    shown["templat"] = nullptr;
    return body_of(message, std::move(shown));
}

domain::Result<std::string, std::string> encode_notice(const Outgoing& message) {
    const auto refused = domain::Failure{std::string("notice")};
    if (!message.notice) return refused;
    const auto file = embedded_file("whatsapp/templates/" + message.notice->name + ".json");
    const auto approved = file ? whatsapp::parse_template(*file) : std::nullopt;
    if (!approved || approved->buttons.size() < message.notice->handles.size()) return refused;
    const auto text = filled(*approved, *message.notice);
    if (!text) return refused;

    Outgoing instead = message;
    instead.text = {{Style::Plain, *text}};
    instead.list.reset();
    instead.buttons.clear();
    for (std::size_t i = 0; i < message.notice->handles.size(); ++i) {
        instead.buttons.push_back({approved->buttons[i], message.notice->handles[i]});
    }
    json::object shown;
    write_text(shown, instead.text);
    write_choices(shown, instead, Look::WhatsApp);
    shown["kontak"] = false;
    shown["berkas"] = nullptr;
    shown["templat"] = message.notice->name;
    return body_of(instead, std::move(shown));
}

}  // namespace adapters::simulator
