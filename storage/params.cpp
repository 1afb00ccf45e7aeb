#include "storage/params.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "storage/errors.hpp"

namespace storage {
namespace {

std::string instant_text(domain::Instant instant) {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{instant - day};
    return fmt::format(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:06}Z",
        static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()),
        static_cast<unsigned>(date.day()),
        time.hours().count(),
        time.minutes().count(),
        time.seconds().count(),
        time.subseconds().count()
    );
}

std::string hex(std::string_view bytes) {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

void check_text(std::string_view text) {
    if (!is_storable_text(text)) throw BadData("text with NUL or bad UTF-8");
}

// The length of the UTF-8 sequence that starts at `at`, 0 if it is none (overlong forms, surrogates
// and values above U+10FFFF are none).
std::size_t sequence_length(std::string_view bytes, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned lead = byte(at);
    if (lead < 0x80) return lead == 0 ? 0 : 1;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > bytes.size()) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80) return 0;
    }
    const unsigned second = byte(at + 1);
    const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
    const bool outside = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
    return overlong || outside ? 0 : length;
}

}  // namespace

bool is_storable_text(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = sequence_length(bytes, at);
        if (length == 0) return false;
        at += length;
    }
    return true;
}

void ArrayParam::separate() {
    if (text_.size() > 1) text_ += ',';
}

ArrayParam& ArrayParam::add(std::int64_t value) {
    separate();
    text_ += fmt::format_int(value).c_str();
    return *this;
}

ArrayParam& ArrayParam::add(std::string_view text) {
    check_text(text);
    separate();
    text_ += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') text_ += '\\';
        text_ += c;
    }
    text_ += '"';
    return *this;
}

ArrayParam& ArrayParam::add(domain::Instant instant) {
    separate();
    text_ += instant_text(instant);
    return *this;
}

ArrayParam& ArrayParam::add(domain::Tanggal tanggal) {
    separate();
    text_ += domain::iso(tanggal);
    return *this;
}

ArrayParam& ArrayParam::add(domain::Kuantitas nilai) {
    separate();
    text_ += nilai.decimal();
    return *this;
}

ArrayParam& ArrayParam::add_flag(bool value) {
    separate();
    text_ += value ? 't' : 'f';
    return *this;
}

ArrayParam& ArrayParam::add_bytes(std::string_view bytes) {
    separate();
    text_ += "\"\\\\x";
    text_ += hex(bytes);
    text_ += '"';
    return *this;
}

ArrayParam& ArrayParam::add_null() {
    separate();
    text_ += "NULL";
    return *this;
}

Params& Params::add(std::int64_t value) {
    values_.emplace_back(fmt::format_int(value).str());
    return *this;
}

Params& Params::add(std::string_view text) {
    check_text(text);
    values_.emplace_back(text);
    return *this;
}

Params& Params::add(domain::Instant instant) {
    values_.emplace_back(instant_text(instant));
    return *this;
}

Params& Params::add(domain::Tanggal tanggal) {
    values_.emplace_back(domain::iso(tanggal));
    return *this;
}

Params& Params::add(domain::Kuantitas nilai) {
    values_.emplace_back(nilai.decimal());
    return *this;
}

Params& Params::add(const ArrayParam& array) {
    values_.emplace_back(array.text());
    return *this;
}

Params& Params::add_flag(bool value) {
    values_.emplace_back(value ? "t" : "f");
    return *this;
}

Params& Params::add_bytes(std::string_view bytes) {
    values_.emplace_back("\\x" + hex(bytes));
    return *this;
}

Params& Params::add_null() {
    values_.emplace_back(std::nullopt);
    return *this;
}

std::vector<const char*> Params::pointers() const {
    std::vector<const char*> pointers;
    pointers.reserve(values_.size());
    for (const auto& value : values_) pointers.push_back(value ? value->c_str() : nullptr);
    return pointers;
}

}  // namespace storage
