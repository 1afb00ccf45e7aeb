#include "adapters/whatsapp/templates.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace adapters::whatsapp {
namespace {

std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error)) {
        if (at->path().extension() == ".json") files.push_back(at->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string read(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

const std::vector<std::string>& notice_names() {
    static const std::vector<std::string> names{
        "skp_diajukan",
        "skp_disetujui",
        "skp_dikembalikan",
        "realisasi_diajukan",
        "realisasi_disetujui",
        "realisasi_dikembalikan",
        "umpan_balik_baru",
        "penilaian_diberikan",
        "keberatan_diajukan",
        "keberatan_menunggu",
        "keberatan_diputus",
        "keberatan_sisa_waktu",
        "pembinaan_diajukan",
        "pembinaan_disetujui",
        "pembinaan_ditolak",
        "pembinaan_konseling",
        "pembinaan_tindak_lanjut",
        "batas_penilaian",
        "batas_menilai",
        "batas_skp",
        "persetujuan_menunggu",
        "plt_mulai",
        "plt_berakhir",
        "alamat_baru"};
    return names;
}

CheckedTemplates check_templates(const std::filesystem::path& folder) {
    CheckedTemplates checked;
    std::vector<std::string> found;
    for (const auto& path : files_of(folder)) {
        const std::string file = path.filename().string();
        auto one = parse_template(read(path));
        if (!one) {
            checked.problems.push_back(file + ": not readable as a template");
            continue;
        }
        for (const auto& problem : problems_of(*one))
            checked.problems.push_back(file + ": " + problem);
        if (path.stem() != one->name) checked.problems.push_back(file + ": name differs");
        if (!contains(notice_names(), one->name)) checked.problems.push_back(file + ": no notice");
        found.push_back(one->name);
        checked.templates.push_back(std::move(*one));
    }
    for (const std::string& name : notice_names()) {
        if (!contains(found, name)) checked.problems.push_back(name + ": template missing");
    }
    return checked;
}

}  // namespace adapters::whatsapp
