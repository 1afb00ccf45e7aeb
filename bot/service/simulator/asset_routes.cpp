#include <string_view>
#include <utility>

#include "adapters/embedded_files.hpp"
#include "bot/service/simulator/routes.hpp"

namespace bot::simulator {
namespace {

constexpr std::string_view kFolder = "web/simulator/";

constexpr char kPolicy[] =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
    "connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

std::string_view content_type_of(std::string_view name) {
    constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
        {".html", "text/html; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"}};
    for (const auto& [ending, type] : kTypes) {
        if (name.ends_with(ending)) return type;
    }
    return "application/octet-stream";
}

HttpResponse asset(std::string_view name) {
    const auto content = adapters::embedded_file(std::string(kFolder) + std::string(name));
    if (!content) return error_response(404, status_text(404));
    HttpResponse response;
    response.content_type = content_type_of(name);
    response.body = *content;
    response.fields = {
        {"Content-Security-Policy", kPolicy},
        {"Referrer-Policy", "no-referrer"},
        {"Cache-Control", "no-cache"}};
    return response;
}

}  // namespace

void add_asset_routes(Router& router) {
    constexpr std::string_view kPrefix = "/simulator/";
    router.add("GET", "/simulator", 0, AsyncHandler([](const HttpRequest&, const Respond& respond) {
                   respond(asset("index.html"));
               }));
    router.add(
        "GET",
        "/simulator/*",
        0,
        AsyncHandler([kPrefix](const HttpRequest& request, const Respond& respond) {
            respond(asset(std::string_view(request.path).substr(kPrefix.size())));
        })
    );
}

}  // namespace bot::simulator
