#include "bot/notices/message.hpp"

#include "bot/reply_message.hpp"

namespace bot {

storage::NewMessage reminder_message(
    const Reply& reply, std::string kind, domain::Instant now, Random& random
) {
    storage::NewMessage message = message_of(reply, random);
    message.kind = std::move(kind);
    message.urgency = urgency_of(message.kind);
    message.message_class = storage::MessageClass::Reminder;
    message.due_at = now;
    message.created_at = now;
    return message;
}

bool is_legal_notice(std::string_view kind) {
    return kind.starts_with("keberatan_") || kind.starts_with("pembinaan_") ||
           kind == "penilaian_diberikan" || kind == "alamat_baru";
}

storage::Urgency urgency_of(std::string_view kind) {
    if (kind == "balasan") return storage::Urgency::Answer;
    if (is_legal_notice(kind)) return storage::Urgency::Legal;
    const bool digest = kind == "realisasi_diajukan" || kind.ends_with("_menunggu");
    return digest ? storage::Urgency::Digest : storage::Urgency::Notice;
}

}  // namespace bot
