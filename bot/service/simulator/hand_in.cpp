#include "bot/service/simulator/hand_in.hpp"

#include <boost/json/serialize.hpp>

#include "adapters/evidence/file_type.hpp"
#include "bot/conversation/replies/bukti.hpp"
#include "bot/service/simulator/deed.hpp"
#include "bot/service/simulator/shapes.hpp"
#include "domain/pelaksanaan/bukti.hpp"

namespace bot::simulator {
namespace {

// What the content is, or why it is not taken.
domain::Result<std::string, Refused> mime_in(const NewBerkas& file) {
    if (file.isi.empty()) return refused(400, sebab_kosong());
    if (static_cast<std::int64_t>(file.isi.size()) > domain::kBuktiMaksByte) {
        return refused(413, sebab_terlalu_besar());
    }
    const auto type = adapters::detect_file_type(file.isi);
    if (!type) return refused(415, sebab_jenis());
    const bool is_picture = *type == adapters::FileType::Jpg || *type == adapters::FileType::Png;
    if (file.as_photo && !is_picture) {
        return refused(415, "Foto harus JPG atau PNG. Kirim sebagai dokumen.");
    }
    return std::string(adapters::mime_of(*type));
}

Deed deed_of(
    const std::string& address, const NewBerkas& file, const std::string& mime, std::int64_t berkas
) {
    const auto bytes = static_cast<std::int64_t>(file.isi.size());
    json::object shown = shown_words(file.keterangan);
    shown["berkas"] = json::object{
        {"nama", file.nama},
        {"tipe", mime},
        {"byte", bytes},
        {"url", "/demo/files/" + std::to_string(berkas)}};
    adapters::File content;
    content.kind = file.as_photo ? adapters::FileKind::Photo : adapters::FileKind::Document;
    content.reference = std::to_string(berkas);
    content.mime = mime;
    content.name = file.nama;
    content.size_bytes = bytes;
    content.caption = file.keterangan;
    return {
        .address = address,
        .content = content,
        .reply_to = file.balasan,
        .shown = json::serialize(shown),
        .word = "Berkas",
        .key = file.key};
}

}  // namespace

Done hand_in(Phones& phones, const std::string& address, const NewBerkas& file) {
    const auto mime = mime_in(file);
    if (!mime) return domain::Failure{mime.error()};
    const auto id = phones.with_transaction([&](storage::Transaction& transaction) {
        storage::SimulatorStore store(transaction);
        // Asked first, so that the content is not kept a second time.
        if (!file.key.empty()) {
            const auto known = store.marked(address, storage::DariSiapa::Orang, file.key);
            if (known) return *known;
        }
        const auto berkas = store.add_file({file.nama, *mime, file.isi});
        return do_deed(transaction, phones, deed_of(address, file, *mime, berkas));
    });
    phones.news_for_all();
    return id;
}

}  // namespace bot::simulator
