#include "bot/service/simulator/answers.hpp"

#include <boost/json/serialize.hpp>

#include "bot/service/simulator/routes.hpp"
#include "bot/service/simulator/shapes.hpp"
#include "storage/errors.hpp"

namespace bot::simulator {

HttpResponse answer(const json::object& body) {
    HttpResponse response;
    response.content_type = "application/json";
    response.body = json::serialize(body);
    return response;
}

HttpResponse refusal(int status, std::string_view sentence) {
    HttpResponse response = answer({{"error", sentence}});
    response.status = status;
    return response;
}

HttpResponse answer_of(const Done& done) {
    if (!done) return refusal(done.error().status, done.error().sentence);
    return *done == 0 ? answer({}) : answer({{"id", std::to_string(*done)}});
}

HttpResponse unreadable() {
    return refusal(400, "Permintaan tidak terbaca.");
}

HttpResponse no_phone() {
    return refusal(404, "Ponsel itu tidak ada.");
}

bool is_phone(std::string_view address) {
    constexpr std::string_view kPrefix = "sim-";
    return address.starts_with(kPrefix) && id_of(address.substr(kPrefix.size())).has_value();
}

SlowHandler demo_handler(std::function<HttpResponse(const HttpRequest&)> handler) {
    return [handler = std::move(handler)](const HttpRequest& request) {
        HttpResponse response;
        try {
            response = handler(request);
        } catch (const storage::Outage&) {
            response = refusal(503, "Basis data sedang tidak dapat dihubungi. Coba lagi sebentar.");
        } catch (const storage::Conflict&) {
            response = refusal(503, "Basis data sedang sibuk. Coba lagi sebentar.");
        } catch (const storage::BadData&) {
            response = refusal(400, "Isi permintaan tidak dapat disimpan.");
        }
        response.fields.push_back({"Cache-Control", "no-store"});
        return response;
    };
}

}  // namespace bot::simulator
