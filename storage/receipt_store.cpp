#include "storage/receipt_store.hpp"

namespace storage {
namespace {

// The columns of receipt/of_messages.
Receipt receipt_of(const Row& row) {
    return {
        .pegawai = {row.number(0), row.number(1)},
        .kode = row.text(2),
        .tindakan = row.text(3),
        .isi = row.text(4),
        .pada = row.instant(5),
        .message_id = row.text(6),
        .conversation_id = row.number(8),
        .batal_oleh = row.text_or_empty(7),
    };
}

}  // namespace

void ReceiptStore::add(std::span<const Receipt> receipts) {
    if (receipts.empty()) return;
    ArrayParam instansi, kode, pegawai, tindakan, isi, pada, message, conversation;
    for (const Receipt& receipt : receipts) {
        instansi.add(receipt.pegawai.instansi_id);
        kode.add(receipt.kode);
        pegawai.add(receipt.pegawai.pegawai_id);
        tindakan.add(receipt.tindakan);
        isi.add(receipt.isi);
        pada.add(receipt.pada);
        message.add(receipt.message_id);
        conversation.add(receipt.conversation_id);
    }
    Params params;
    for (const ArrayParam* array :
         {&instansi, &kode, &pegawai, &tindakan, &isi, &pada, &message, &conversation}) {
        params.add(*array);
    }
    transaction_.run("receipt/add", params);
}

std::map<PegawaiKey, Receipt> ReceiptStore::find(
    std::span<const WantedReceipt> wanted, domain::Instant not_before
) {
    std::map<PegawaiKey, Receipt> found;
    if (wanted.empty()) return found;
    ArrayParam instansi, pegawai, kode, message;
    std::map<std::int64_t, PegawaiKey> keys;
    for (const WantedReceipt& receipt : wanted) {
        instansi.add(receipt.pegawai.instansi_id);
        pegawai.add(receipt.pegawai.pegawai_id);
        kode.add(receipt.kode);
        message.add(receipt.message_id);
        keys[receipt.pegawai.pegawai_id] = receipt.pegawai;
    }
    Params params;
    params.add(instansi).add(pegawai).add(kode).add(not_before).add(message);
    for (const Row row : transaction_.run("receipt/of_persons", params)) {
        const PegawaiKey key = keys.at(row.number(0));
        found[key] = {
            .pegawai = key,
            .kode = row.text(1),
            .tindakan = row.text(2),
            .isi = row.text(3),
            .pada = row.instant(4),
            .message_id = row.text(5),
            .conversation_id = row.number(7),
            .batal_oleh = row.text_or_empty(6),
        };
    }
    return found;
}

std::vector<Receipt> ReceiptStore::of_messages(std::span<const WantedByMessage> messages) {
    std::vector<Receipt> found;
    if (messages.empty()) return found;
    ArrayParam instansi, pegawai, conversation, message;
    for (const WantedByMessage& wanted : messages) {
        instansi.add(wanted.pegawai.instansi_id);
        pegawai.add(wanted.pegawai.pegawai_id);
        conversation.add(wanted.conversation_id);
        message.add(wanted.message_id);
    }
    const Params params = Params().add(instansi).add(pegawai).add(conversation).add(message);
    for (const Row row : transaction_.run("receipt/of_messages", params)) {
        found.push_back(receipt_of(row));
    }
    return found;
}

std::map<std::int64_t, Receipt> ReceiptStore::of_released(
    std::span<const std::int64_t> conversations, domain::Instant not_before
) {
    std::map<std::int64_t, Receipt> found;
    if (conversations.empty()) return found;
    ArrayParam wanted;
    for (const std::int64_t conversation : conversations) wanted.add(conversation);
    for (const Row row :
         transaction_.run("receipt/of_released", Params().add(wanted).add(not_before))) {
        found[row.number(8)] = receipt_of(row);
    }
    return found;
}

void ReceiptStore::cancel(std::span<const CancelledReceipt> cancelled) {
    if (cancelled.empty()) return;
    ArrayParam instansi, kode, oleh;
    for (const CancelledReceipt& receipt : cancelled) {
        instansi.add(receipt.instansi_id);
        kode.add(receipt.kode);
        oleh.add(receipt.oleh);
    }
    transaction_.run("receipt/cancel", Params().add(instansi).add(kode).add(oleh));
}

}  // namespace storage
