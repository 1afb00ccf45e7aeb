#include "bot/service/lampiran.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

namespace bot {
namespace {

// PLATFORMS.md section 4.2, photo out; larger ones go as documents.
constexpr std::size_t kPhotoBytes = std::size_t{5} * 1024 * 1024;

bool is_picture(adapters::FileType type) {
    return type == adapters::FileType::Jpg || type == adapters::FileType::Png;
}

std::string_view upload_word(adapters::FileKind kind) {
    return kind == adapters::FileKind::Photo ? "photo" : "document";
}

}  // namespace

void attach_file(
    adapters::Outgoing& outgoing,
    const storage::LaneMessage& message,
    const adapters::EvidenceStore* evidence
) {
    if (message.attachment.empty()) return;
    const auto type = adapters::file_type_of(message.attachment_type);
    adapters::Attachment file;
    if (type) file.name = adapters::safe_file_name(message.attachment_name, *type);
    if (!message.upload_reference.empty()) {
        file.reference = message.upload_reference;
        file.kind = message.upload_kind == "photo" ? adapters::FileKind::Photo
                                                   : adapters::FileKind::Document;
        outgoing.attachment = std::move(file);
        return;
    }
    auto content = evidence != nullptr && type ? evidence->read(message.attachment) : std::nullopt;
    if (!content) {
        spdlog::error(fmt::format("evidence file missing outbox={}", message.outbox_id));
        outgoing.text.push_back(
            {adapters::Style::Plain,
             "\nBerkasnya tidak dapat dibuka dari penyimpanan; hubungi admin instansi Anda."}
        );
        return;
    }
    const bool photo = is_picture(*type) && content->size() <= kPhotoBytes;
    file.kind = photo ? adapters::FileKind::Photo : adapters::FileKind::Document;
    file.mime = adapters::mime_of(*type);
    file.content = std::move(*content);
    outgoing.attachment = std::move(file);
}

void settle_upload(
    storage::Settlement& settlement,
    const adapters::Outgoing& sent,
    const adapters::SendOutcome& outcome
) {
    if (!sent.attachment) return;
    const bool was_known = !sent.attachment->reference.empty();
    if (const auto* done = std::get_if<adapters::Sent>(&outcome); done && !was_known) {
        settlement.upload_kind = upload_word(sent.attachment->kind);
        settlement.upload_reference = done->file_reference;
    }
    // Whatever the reason: with the content it goes out, or is refused for good.
    if (was_known && std::holds_alternative<adapters::Rejected>(outcome)) {
        settlement.forget_upload = true;
        settlement.state = storage::MessageState::Waiting;
    }
}

}  // namespace bot
