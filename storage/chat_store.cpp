#include "storage/chat_store.hpp"

#include <array>

#include "storage/conversation_address.hpp"

namespace storage {

std::int64_t ChatStore::open(
    std::string_view channel, const PegawaiKey& person, domain::Instant now
) {
    const std::array address{ConversationAddress{
        std::string(channel), std::string(channel), std::to_string(person.pegawai_id)}};
    const std::int64_t conversation_id = ensure_conversations(transaction_, address).front();
    transaction_.run(
        "binding/add_terminal",
        Params().add(person.instansi_id).add(person.pegawai_id).add(conversation_id).add(now)
    );
    return conversation_id;
}

void ChatStore::add_line(
    std::int64_t conversation_id, std::string_view line, std::string_view external_id
) {
    transaction_.run("turn/add_line", Params().add(conversation_id).add(line).add(external_id));
}

std::vector<ChatAnswer> ChatStore::take_answers(std::int64_t conversation_id) {
    std::vector<ChatAnswer> answers;
    for (const Row row : transaction_.run("outbox/take_answers", Params().add(conversation_id))) {
        answers.push_back({row.text(0), row.text(1), row.text(2)});
    }
    return answers;
}

}  // namespace storage
