#include <boost/json/object.hpp>
#include <utility>

#include "adapters/http_client.hpp"
#include "bot/service/simulator/answers.hpp"
#include "bot/service/simulator/hand_in.hpp"
#include "bot/service/simulator/person.hpp"
#include "bot/service/simulator/routes.hpp"
#include "bot/service/simulator/shapes.hpp"
#include "domain/pelaksanaan/bukti.hpp"

namespace bot::simulator {
namespace {

// Above what is taken, so that it is this program that says so, with its sentence.
constexpr std::uint64_t kUploadBytes = 2 * domain::kBuktiMaksByte;
constexpr std::size_t kLongestKey = 64;

// A mark that the page may give to a message, or none.
bool is_key(std::string_view text) {
    return text.empty() || (text.size() <= kLongestKey && adapters::is_safe_token(text));
}

// A POST with an object that names a phone.
using PhoneCall = std::function<HttpResponse(const std::string& address, const json::object&)>;

void add_phone_post(Router& router, std::string path, PhoneCall call) {
    router.add(
        "POST",
        std::move(path),
        kRequestBytes,
        demo_handler([call = std::move(call)](const HttpRequest& request) {
            const auto body = read_request(request.body);
            if (!body) return unreadable();
            const std::string address = text_of(*body, "alamat");
            return is_phone(address) ? call(address, *body) : no_phone();
        })
    );
}

HttpResponse upload(Phones& phones, const HttpRequest& request) {
    const std::string address = request.parameter("alamat").value_or("");
    if (!is_phone(address)) return no_phone();
    const std::string name = request.parameter("nama").value_or("");
    const std::string kind = request.parameter("tipe").value_or("");
    if (name.empty() || (kind != "photo" && kind != "document")) return unreadable();
    const std::string key = request.parameter("kunci").value_or("");
    if (!is_key(key)) return unreadable();
    return answer_of(hand_in(
        phones,
        address,
        {.nama = name,
         .as_photo = kind == "photo",
         .keterangan = request.parameter("keterangan").value_or(""),
         .balasan = id_of(request.parameter("balasan").value_or("")),
         .isi = request.body,
         .key = key}
    ));
}

}  // namespace

void add_person_routes(Router& router, Phones& phones) {
    add_phone_post(router, "/demo/send", [&phones](const auto& address, const auto& body) {
        const std::string key = text_of(body, "kunci");
        if (!is_key(key)) return unreadable();
        const auto reply_to = id_of(body, "balasan");
        return answer_of(Person(phones, address).write(text_of(body, "teks"), reply_to, key));
    });
    add_phone_post(router, "/demo/edit", [&phones](const auto& address, const auto& body) {
        const auto message = id_of(body, "pesan");
        if (!message) return unreadable();
        return answer_of(Person(phones, address).edit(*message, text_of(body, "teks")));
    });
    add_phone_post(router, "/demo/press", [&phones](const auto& address, const auto& body) {
        const auto message = id_of(body, "pesan");
        if (!message) return unreadable();
        return answer_of(Person(phones, address).press(*message, text_of(body, "pegangan")));
    });
    add_phone_post(router, "/demo/react", [&phones](const auto& address, const auto& body) {
        const auto message = id_of(body, "pesan");
        const std::string emoji = text_of(body, "emoji");
        if (!message) return unreadable();
        return answer_of(Person(phones, address).react(*message, emoji));
    });
    add_phone_post(router, "/demo/contact", [&phones](const auto& address, const auto&) {
        return answer_of(Person(phones, address).share_contact());
    });
    add_phone_post(router, "/demo/read", [&phones](const auto& address, const auto&) {
        Person(phones, address).read();
        return answer({});
    });
    router.add(
        "POST", "/demo/upload", kUploadBytes, demo_handler([&phones](const HttpRequest& request) {
            return upload(phones, request);
        })
    );
}

}  // namespace bot::simulator
