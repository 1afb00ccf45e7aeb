#include "tests/support/office.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "tests/support/command.hpp"
#include "tests/support/postgres.hpp"

namespace support {

namespace {

constexpr char kInstansi[] = "uji";
constexpr std::int64_t kFirstChat = 5100000000;
constexpr int kSerials = 999;
constexpr int kBirthDays = 28;

// Digits that hold together (DOMAIN.md section 1), another one for every number up to 300,000.
std::string nip_of(int number) {
    const int serial = number % kSerials + 1;
    const int rest = number / kSerials;
    return fmt::format(
        "19{:02}{:02}{:02}2015{:02}1{:03}",
        70 + rest / kBirthDays % 20,
        number % 12 + 1,
        rest % kBirthDays + 1,
        1 + number % 12,
        serial
    );
}

Employee employee(int number, const std::string& name, const std::string& boss_nip) {
    Employee made;
    made.nip = nip_of(number);
    made.name = name;
    made.boss_nip = boss_nip;
    made.person.id = kFirstChat + number;
    made.person.first_name = name;
    made.person.number = fmt::format("+62812{:08}", 55000000 + number);
    return made;
}

std::string employee_line(const Employee& person, bool leads) {
    return fmt::format(
        "{},{},{},{},{},,III/a,kantor,{},{},{}\n",
        kInstansi,
        person.nip,
        person.name,
        leads ? "Kepala Seksi" : "Pengelola Layanan",
        leads ? "pengawas" : "pelaksana",
        person.boss_nip,
        leads ? "pimpinan" : "pegawai",
        person.person.number
    );
}

std::string or_else(const std::string& text, std::string otherwise) {
    return text.empty() ? std::move(otherwise) : text;
}

}  // namespace

Office::Office(OfficeShape shape) : shape_(std::move(shape)) {
    const int bosses = (shape_.staff + shape_.staff_per_boss - 1) / shape_.staff_per_boss;
    const Employee head = employee(shape_.staff + bosses, "Kepala Uji", "");
    for (int i = 0; i < shape_.staff; ++i) {
        const int boss = shape_.staff + i / shape_.staff_per_boss;
        people_.push_back(employee(i, fmt::format("Pegawai Uji {}", i + 1), nip_of(boss)));
    }
    for (int i = 0; i < bosses; ++i)
        people_.push_back(employee(shape_.staff + i, fmt::format("Atasan Uji {}", i + 1), head.nip)
        );
    people_.push_back(head);
}

void Office::write(const std::string& folder) const {
    const int year = shape_.year;
    write_text(
        folder + "/instansi.csv",
        fmt::format("kode,nama,zona,hari_kerja\n{},Kantor Uji,wib,5\n", kInstansi)
    );
    write_text(
        folder + "/unit_kerja.csv",
        fmt::format("instansi,kode,nama,induk,mandiri\n{},kantor,Kantor Uji,,ya\n", kInstansi)
    );
    write_text(
        folder + "/periode.csv",
        fmt::format(
            "instansi,tahun,nama,jenis,awal,akhir,batas\n{},{},Triwulan I,triwulan,{},{},{}\n",
            kInstansi,
            year,
            or_else(shape_.period_start, fmt::format("{}-01-01", year)),
            or_else(shape_.period_end, fmt::format("{}-12-31", year)),
            or_else(shape_.deadline, fmt::format("{}-02-14", year + 1))
        )
    );
    std::string people =
        "instansi,nip,nama,jabatan,jenis_jabatan,jenjang,golongan,unit,atasan_nip,jenis,telepon\n";
    std::string skp =
        "nip,tahun,pendekatan,status,rhk,jenis,rhk_atasan,isi,aspek,indikator,target,satuan\n";
    for (std::size_t i = people_.size(); i-- > 0;) {
        const Employee& person = people_[i];
        people += employee_line(person, i >= staff_count());
        skp += fmt::format(
            "{},{},kuantitatif,persetujuan,1,utama,,Tersusunnya laporan,kuantitas,"
            "Jumlah laporan,1000000,laporan\n",
            person.nip,
            year
        );
    }
    write_text(folder + "/pegawai.csv", people);
    write_text(folder + "/skp.csv", skp);
}

const Employee& Office::boss_of(const Employee& employee) const {
    for (const Employee& person : people_)
        if (person.nip == employee.boss_nip) return person;
    throw std::runtime_error("no boss of " + employee.name);
}

void bind_all(const std::string& database_url, const std::string& account, const Office& office) {
    std::string rows;
    for (const Employee& person : office.people())
        rows +=
            fmt::format("{}('{}', '{}')", rows.empty() ? "" : ",", person.nip, person.person.id);
    query(
        database_url,
        fmt::format(
            "WITH person (nip, address) AS (VALUES {}), "
            "chat AS (INSERT INTO conversation (channel, account, address, greeted_at) "
            "  SELECT 'telegram', '{}', address, now() FROM person "
            "  RETURNING conversation_id, address), "
            "line AS (INSERT INTO lane (conversation_id) SELECT conversation_id FROM chat) "
            "INSERT INTO alamat (instansi_id, pegawai_id, conversation_id, terikat_pada, "
            "  boleh_memutus_sejak) "
            "SELECT pegawai.instansi_id, pegawai.pegawai_id, chat.conversation_id, "
            "  now() - interval '30 days', now() - interval '30 days' "
            "FROM person JOIN chat USING (address) JOIN pegawai USING (nip)",
            rows,
            account
        )
    );
}

}  // namespace support
