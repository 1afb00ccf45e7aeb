#include "adapters/whatsapp/encode_parts.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <set>

#include "adapters/http_client.hpp"
#include "adapters/utf.hpp"
#include "adapters/whatsapp/formatting.hpp"
#include "adapters/whatsapp/limits.hpp"

namespace adapters::whatsapp {
namespace {

// A label as WhatsApp counts and compares it: one line, without outer blanks.
std::string trimmed_label(std::string_view text) {
    std::string label = clean_text(text);
    std::replace(label.begin(), label.end(), '\n', ' ');
    const auto first = label.find_first_not_of(" \t");
    if (first == std::string::npos) return {};
    return label.substr(first, label.find_last_not_of(" \t") - first + 1);
}

// Titles must differ; if two are the same, all get their number.
std::vector<std::string> unique_labels(const std::vector<std::string>& labels) {
    std::vector<std::string> titles;
    for (const std::string& label : labels) titles.push_back(trimmed_label(label));
    if (std::set<std::string>(titles.begin(), titles.end()).size() == titles.size()) return titles;
    for (std::size_t i = 0; i < titles.size(); ++i) {
        if (!titles[i].empty()) titles[i].insert(0, std::to_string(i + 1) + ". ");
    }
    return titles;
}

bool fits(std::string_view text, std::size_t limit) {
    return !text.empty() && utf16_length(text) <= limit;
}

bool are_handles(const std::vector<std::string>& handles, std::size_t limit) {
    const std::set<std::string> different(handles.begin(), handles.end());
    return different.size() == handles.size() &&
           std::all_of(handles.begin(), handles.end(), [limit](const std::string& handle) {
               return is_utf8(handle) && handle.find('\0') == std::string::npos &&
                      fits(handle, limit);
           });
}

// The labels as titles; nothing if a title or handle breaks a limit.
template <class Choice>
std::optional<std::vector<std::string>> titles_of(
    const std::vector<Choice>& choices, std::size_t title_limit, std::size_t handle_limit
) {
    std::vector<std::string> labels;
    std::vector<std::string> handles;
    for (const Choice& choice : choices) {
        labels.push_back(choice.label);
        handles.push_back(choice.handle);
    }
    auto titles = unique_labels(labels);
    const bool fit = std::all_of(titles.begin(), titles.end(), [&](const std::string& title) {
        return fits(title, title_limit);
    });
    if (!fit || !are_handles(handles, handle_limit)) return std::nullopt;
    return titles;
}

json::object body_component(const std::vector<std::string>& parameters) {
    json::array list;
    for (const std::string& text : parameters) {
        list.push_back(json::object{{"type", "text"}, {"text", parameter_text(text)}});
    }
    return {{"type", "body"}, {"parameters", std::move(list)}};
}

json::object button_component(std::size_t index, const std::string& handle) {
    json::array list;
    list.push_back(json::object{{"type", "payload"}, {"payload", handle}});
    return {
        {"type", "button"},
        {"sub_type", "quick_reply"},
        {"index", std::to_string(index)},
        {"parameters", std::move(list)}};
}

}  // namespace

bool is_id(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        constexpr std::string_view kOfBase64 = "=+/";
        return kOfBase64.find(c) != std::string_view::npos || is_safe_token({&c, 1});
    });
}

std::optional<json::object> button_action(const std::vector<Button>& buttons) {
    const auto titles = titles_of(buttons, kButtonTitle, kHandle);
    if (!titles) return std::nullopt;
    json::array list;
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        list.push_back(json::object{
            {"type", "reply"},
            {"reply", json::object{{"id", buttons[i].handle}, {"title", (*titles)[i]}}}});
    }
    return json::object{{"buttons", std::move(list)}};
}

std::optional<json::object> list_action(const List& list) {
    const std::string opener = trimmed_label(list.opener);
    const auto titles = titles_of(list.rows, kRowTitle, kRowHandle);
    const bool sized = !list.rows.empty() && list.rows.size() <= kListRows;
    if (!titles || !sized || !fits(opener, kOpener)) return std::nullopt;
    json::array rows;
    for (std::size_t i = 0; i < list.rows.size(); ++i) {
        const std::string description = trimmed_label(list.rows[i].description);
        if (utf16_length(description) > kRowDescription) return std::nullopt;
        json::object row{{"id", list.rows[i].handle}, {"title", (*titles)[i]}};
        if (!description.empty()) row["description"] = description;
        rows.push_back(std::move(row));
    }
    json::array sections;
    sections.push_back(json::object{{"rows", std::move(rows)}});
    return json::object{{"button", opener}, {"sections", std::move(sections)}};
}

json::object interactive_content(std::string_view type, std::string_view text, json::object action) {
    return {{"type", type}, {"body", json::object{{"text", text}}}, {"action", std::move(action)}};
}

bool is_attachment(const Attachment& attachment) {
    return is_id(attachment.reference) &&
           (attachment.kind == FileKind::Photo || attachment.kind == FileKind::Document);
}

std::string_view media_type(const Attachment& attachment) {
    return attachment.kind == FileKind::Photo ? "image" : "document";
}

json::object media_of(const Attachment& attachment) {
    json::object media{{"id", attachment.reference}};
    const std::string name = trimmed_label(attachment.name);
    const bool named = attachment.kind == FileKind::Document && fits(name, kFileName);
    if (named) media["filename"] = name;
    return media;
}

json::object attachment_header(const Attachment& attachment) {
    const auto type = media_type(attachment);
    return {{"type", type}, {type, media_of(attachment)}};
}

std::optional<json::object> notice_template(const Notice& notice) {
    if (!is_id(notice.name) || !are_handles(notice.handles, kHandle)) return std::nullopt;
    json::array components;
    if (!notice.parameters.empty()) components.push_back(body_component(notice.parameters));
    for (std::size_t i = 0; i < notice.handles.size(); ++i) {
        components.push_back(button_component(i, notice.handles[i]));
    }
    json::object content{{"name", notice.name}, {"language", json::object{{"code", "id"}}}};
    if (!components.empty()) content["components"] = std::move(components);
    return content;
}

}  // namespace adapters::whatsapp
