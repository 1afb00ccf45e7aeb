#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "domain/kalender/waktu.hpp"
#include "domain/kuantitas.hpp"

namespace storage {

class RowsContent;

// One row of an answer; columns count from 0. Valid as long as its Rows. Reading null or another
// type than the column's is a bug in a query and throws std::logic_error.
class Row {
public:
    Row(const RowsContent& content, int row) : content_(&content), row_(row) {}

    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] std::string_view view(int column) const;
    [[nodiscard]] std::string text(int column) const { return std::string(view(column)); }
    [[nodiscard]] std::int64_t number(int column) const;
    [[nodiscard]] int integer(int column) const { return static_cast<int>(number(column)); }
    [[nodiscard]] bool flag(int column) const;
    [[nodiscard]] domain::Instant instant(int column) const;
    [[nodiscard]] domain::Tanggal tanggal(int column) const;
    [[nodiscard]] domain::Kuantitas kuantitas(int column) const;
    [[nodiscard]] std::string bytes(int column) const;

    // The value, or nothing for null.
    [[nodiscard]] std::optional<std::int64_t> number_or_none(int column) const;
    [[nodiscard]] std::optional<domain::Instant> instant_or_none(int column) const;
    [[nodiscard]] std::optional<domain::Kuantitas> kuantitas_or_none(int column) const;
    [[nodiscard]] std::string text_or_empty(int column) const;

private:
    const RowsContent* content_;
    int row_;
};

// The answer of one statement. Cheap to copy; for one thread.
class Rows {
public:
    explicit Rows(std::shared_ptr<const RowsContent> content) : content_(std::move(content)) {}

    [[nodiscard]] int size() const;
    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] Row operator[](int row) const { return {*content_, row}; }

    // How many rows the statement inserted, changed or deleted.
    [[nodiscard]] std::int64_t affected() const;

    class Iterator {
    public:
        Iterator(const Rows& rows, int row) : rows_(&rows), row_(row) {}
        Row operator*() const { return (*rows_)[row_]; }
        Iterator& operator++() {
            ++row_;
            return *this;
        }
        bool operator!=(const Iterator& other) const { return row_ != other.row_; }

    private:
        const Rows* rows_;
        int row_;
    };
    [[nodiscard]] Iterator begin() const { return {*this, 0}; }
    [[nodiscard]] Iterator end() const { return {*this, size()}; }

private:
    std::shared_ptr<const RowsContent> content_;
};

}  // namespace storage
