#include "bot/conversation/replies/tanggal.hpp"

#include <fmt/format.h>

namespace bot {
namespace {

std::string sisa(
    const domain::KalenderKerja& kalender, domain::Tanggal batas, domain::Tanggal hari_ini
) {
    if (hari_ini > batas) return "sudah lewat";
    if (hari_ini == batas) return "hari ini";
    const int left = kalender.sisa(hari_ini, batas);
    return left == 0 ? "tidak ada hari kerja lagi" : fmt::format("{} hari kerja lagi", left);
}

}  // namespace

std::string tulis_batas(
    const domain::KalenderKerja& kalender, domain::Tanggal batas, domain::Tanggal hari_ini
) {
    return fmt::format(
        "{} ({}{})",
        domain::tulis_tanggal(batas),
        sisa(kalender, batas, hari_ini),
        kalender.sementara(batas) ? ", sementara" : ""
    );
}

}  // namespace bot
