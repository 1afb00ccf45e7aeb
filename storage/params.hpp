#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/kalender/waktu.hpp"
#include "domain/kuantitas.hpp"

namespace storage {

// One column of many rows, as a PostgreSQL array. Every text that goes to the database passes
// through here or through Params::text: NUL and bad UTF-8 are refused (BadData), never cut.
class ArrayParam {
public:
    ArrayParam& add(std::int64_t value);
    ArrayParam& add(std::string_view text);
    ArrayParam& add(const char* text) { return add(std::string_view(text)); }
    ArrayParam& add(domain::Instant instant);
    ArrayParam& add(domain::Tanggal tanggal);
    ArrayParam& add(domain::Kuantitas nilai);
    ArrayParam& add_flag(bool value);
    ArrayParam& add_bytes(std::string_view bytes);
    ArrayParam& add_null();

    template <class T>
    ArrayParam& add(const std::optional<T>& value) {
        return value ? add(*value) : add_null();
    }

    // "{...}", complete.
    [[nodiscard]] std::string text() const { return text_ + '}'; }

private:
    void separate();
    std::string text_ = "{";
};

// The parameters $1, $2, … of one statement, in order. A plain value.
class Params {
public:
    Params& add(std::int64_t value);
    Params& add(std::string_view text);
    Params& add(const char* text) { return add(std::string_view(text)); }
    Params& add(domain::Instant instant);
    Params& add(domain::Tanggal tanggal);
    Params& add(domain::Kuantitas nilai);
    Params& add(const ArrayParam& array);
    Params& add_flag(bool value);
    Params& add_bytes(std::string_view bytes);
    Params& add_null();

    template <class T>
    Params& add(const std::optional<T>& value) {
        return value ? add(*value) : add_null();
    }

    // Null where the parameter is null. Valid as long as the Params.
    [[nodiscard]] std::vector<const char*> pointers() const;

private:
    std::vector<std::optional<std::string>> values_;
};

// True if the bytes are valid UTF-8 without NUL: what PostgreSQL's text takes.
bool is_storable_text(std::string_view bytes);

}  // namespace storage
