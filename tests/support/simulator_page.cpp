#include "tests/support/simulator_page.hpp"

namespace support {

namespace json = boost::json;

namespace {

json::object object_in(const HttpAnswer& answer) {
    boost::system::error_code error;
    const json::value value = json::parse(answer.body, error);
    return !error && value.is_object() ? value.as_object() : json::object{};
}

std::string text_in(const json::object& object, const char* name) {
    const auto* member = object.if_contains(name);
    return member != nullptr && member->is_string() ? std::string(member->as_string()) : "";
}

}  // namespace

HttpAnswer SimulatorPage::ask(
    const std::string& method, const std::string& target, const std::string& body
) {
    return client_.send({.method = method, .target = target, .body = body}).value_or(HttpAnswer{});
}

int SimulatorPage::post(const std::string& path, const json::object& body) {
    return ask("POST", path, json::serialize(body)).status;
}

json::object SimulatorPage::state() {
    return object_in(ask("GET", "/demo/state"));
}

std::string SimulatorPage::phone_of(const std::string& nip) {
    const json::object now = state();
    const auto* persons = now.if_contains("orang");
    if (persons == nullptr) return "";
    for (const json::value& one : persons->as_array()) {
        if (text_in(one.as_object(), "nip") == nip) return text_in(one.as_object(), "alamat");
    }
    return "";
}

std::string SimulatorPage::says(
    const std::string& phone, const std::string& text, const std::string& reply_to
) {
    json::object body{{"alamat", phone}, {"teks", text}};
    if (!reply_to.empty()) body["balasan"] = reply_to;
    return text_in(object_in(ask("POST", "/demo/send", json::serialize(body))), "id");
}

json::array SimulatorPage::messages(const std::string& phone) {
    const json::object page = object_in(ask("GET", "/demo/messages?alamat=" + phone));
    const auto* list = page.if_contains("pesan");
    return list != nullptr ? list->as_array() : json::array{};
}

int SimulatorPage::told(const std::string& phone, const std::string& words) {
    int count = 0;
    for (const json::value& one : messages(phone)) {
        const json::object& message = one.as_object();
        const bool holds = text_in(message, "teks").find(words) != std::string::npos;
        if (text_in(message, "dari") == "bot" && holds) ++count;
    }
    return count;
}

std::optional<json::object> SimulatorPage::newest(
    const std::string& phone, const std::string& words
) {
    std::optional<json::object> found;
    for (const json::value& one : messages(phone)) {
        const json::object& message = one.as_object();
        const bool holds = text_in(message, "teks").find(words) != std::string::npos;
        if (text_in(message, "dari") == "bot" && holds) found = message;
    }
    return found;
}

int SimulatorPage::presses(
    const std::string& phone, const std::string& words, const std::string& label
) {
    const auto message = newest(phone, words);
    if (!message) return 0;
    for (const json::value& button : message->at("tombol").as_array()) {
        if (text_in(button.as_object(), "label") != label) continue;
        return post(
            "/demo/press",
            {{"alamat", phone},
             {"pesan", message->at("id")},
             {"pegangan", button.as_object().at("pegangan")}}
        );
    }
    return 0;
}

int SimulatorPage::moves_clock(const std::string& time) {
    return post("/demo/clock", {{"now", time}});
}

int SimulatorPage::breaks(const std::string& kind, int seconds) {
    return post("/demo/fault", {{"jenis", kind}, {"detik", seconds}});
}

}  // namespace support
