#pragma once

#include <string>
#include <vector>

#include "tests/support/telegram_updates.hpp"

namespace support {

// An invented person of an invented office, with a Telegram account.
struct Employee {
    std::string nip;
    std::string name;
    std::string boss_nip;  // empty: the head
    Person person;
};

// How the sample of an office is made.
struct OfficeShape {
    int staff = 10;  // with RHK 1 (laporan, target a million) in an approved SKP
    int staff_per_boss = 20;
    int year = 2026;
    std::string period_start{};  // ISO; empty: 1 January to 31 December, one period that is open
    std::string period_end{};
    std::string deadline{};
};

// An office as `skpbot import` reads it: one head, enough bosses, and the staff. Nobody in it
// exists.
class Office {
public:
    explicit Office(OfficeShape shape);

    // Writes the CSV files of ARCHITECTURE.md section 4 into the folder.
    void write(const std::string& folder) const;

    // Staff first, then bosses, then the head.
    [[nodiscard]] const std::vector<Employee>& people() const { return people_; }
    [[nodiscard]] std::size_t staff_count() const { return static_cast<std::size_t>(shape_.staff); }
    [[nodiscard]] const Employee& staff(std::size_t index) const { return people_.at(index); }
    [[nodiscard]] const Employee& boss_of(const Employee& employee) const;

private:
    OfficeShape shape_;
    std::vector<Employee> people_;
};

// Binds every person's Telegram chat as if they had done it by chat long ago, straight in the
// database: the command line does one person at a time. The program must have migrated and
// imported.
void bind_all(const std::string& database_url, const std::string& account, const Office& office);

}  // namespace support
