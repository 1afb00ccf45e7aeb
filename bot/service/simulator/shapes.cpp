#include "bot/service/simulator/shapes.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>

#include "adapters/hmac.hpp"

namespace bot::simulator {
namespace {

constexpr std::size_t kDepth = 16;
constexpr std::size_t kMarkBytes = 12;

json::value or_null(std::string_view text) {
    return text.empty() ? json::value(nullptr) : json::value(text);
}

}  // namespace

std::optional<json::object> read_request(std::string_view body) {
    json::parse_options options;
    options.max_depth = kDepth;
    boost::system::error_code error;
    json::value value = json::parse({body.data(), body.size()}, error, {}, options);
    if (error || !value.is_object()) return std::nullopt;
    return std::move(value.get_object());
}

json::object written(const storage::PesanPonsel& pesan, domain::Zona zona) {
    json::object message = read_request(pesan.isi).value_or(json::object{});
    message["id"] = std::to_string(pesan.id);
    message["alamat"] = pesan.alamat;
    message["dari"] = pesan.dari;
    message["pada"] = domain::rfc3339(pesan.pada, zona);
    message["balasan"] =
        pesan.balasan ? json::value(std::to_string(*pesan.balasan)) : json::value(nullptr);
    message["reaksi"] = pesan.reaksi;
    message["status"] = pesan.status;
    // Said by the content itself, if at all. Taking the buttons off is no edit that the phones
    // speak of.
    message.emplace("disunting", false);
    message.emplace("boleh_sunting", false);
    if (!pesan.bertombol) {
        message["tombol"] = json::array{};
        message["daftar"] = nullptr;
    }
    return message;
}

json::object shown_words(std::string_view text) {
    return {
        {"teks", text},
        {"entitas", json::array{}},
        {"tombol", json::array{}},
        {"daftar", nullptr},
        {"kontak", false},
        {"berkas", nullptr},
        {"templat", nullptr}};
}

std::string fresh_mark() {
    return adapters::hex(adapters::random_bytes(kMarkBytes));
}

storage::Kabar of_message(std::int64_t id) {
    return {.jenis = "pesan", .pesan_id = id, .isi = ""};
}

storage::Kabar note(
    std::string_view kind, std::string_view text, std::string_view address, domain::Instant now
) {
    const json::object line{
        {"pada", domain::rfc3339(now, domain::Zona::Wib)},
        {"jenis", kind},
        {"teks", text},
        {"alamat", or_null(address)}};
    return {.jenis = "catatan", .pesan_id = std::nullopt, .isi = json::serialize(line)};
}

storage::Kabar typing(std::string_view address, bool on) {
    const json::object sign{{"alamat", address}, {"menyala", on}};
    return {.jenis = "mengetik", .pesan_id = std::nullopt, .isi = json::serialize(sign)};
}

std::string text_of(const json::object& request, std::string_view name) {
    const auto* member = request.if_contains(name);
    if (member == nullptr || !member->is_string()) return {};
    return std::string(member->get_string());
}

std::optional<std::int64_t> id_of(std::string_view digits) {
    std::int64_t id = 0;
    const char* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, id);
    if (read.ec != std::errc{} || read.ptr != end || id < 0) return std::nullopt;
    return id;
}

std::optional<std::int64_t> id_of(const json::object& request, std::string_view name) {
    return id_of(text_of(request, name));
}

}  // namespace bot::simulator
