#include "bot/cli/chat.hpp"

#include "adapters/hmac.hpp"
#include "bot/actions/batch.hpp"
#include "bot/cli/person.hpp"
#include "bot/conversation/reply.hpp"
#include "storage/binding_store.hpp"
#include "storage/chat_store.hpp"
#include "storage/errors.hpp"

namespace bot {
namespace {

constexpr std::string_view kChannel = "terminal";

void print(std::ostream& out, const storage::ChatAnswer& answer) {
    if (!answer.title.empty()) out << answer.title << '\n';
    out << answer.body << '\n';
    for (const ReplyButton& button : decode_buttons(answer.buttons).buttons) {
        out << "  [" << button.label << "] " << button.command << '\n';
    }
    out << std::endl;
}

// The conversation of the terminal with this person, bound to him beside his other addresses.
std::int64_t open_conversation(
    const Config& config, const std::string& nip, std::ostream& err, int& code
) {
    std::int64_t conversation_id = 0;
    code = with_person(
        config,
        nip,
        err,
        [&](storage::Transaction& transaction, const storage::PersonName& person) {
            conversation_id =
                storage::ChatStore(transaction).open(kChannel, person.key, system_time());
            return 0;
        }
    );
    return conversation_id;
}

// One line of the person, as a turn of its own with its own commit: the same way as a message that
// came by a platform, without the platform.
std::vector<storage::ChatAnswer> say(
    storage::Connection& connection,
    std::int64_t conversation_id,
    const std::string& line,
    Random& random
) {
    storage::Transaction transaction(connection);
    storage::ChatStore chat(transaction);
    chat.add_line(conversation_id, line, random.token());
    auto events = storage::TurnStore(transaction).oldest(std::array{conversation_id});
    const std::string key =
        storage::BindingStore(transaction).server_key("activation", random.bytes(32));
    const domain::Instant now = events.front().database_time;
    TurnBatch(transaction, {now, key}, random).run(std::move(events));
    auto answers = chat.take_answers(conversation_id);
    transaction.commit();
    return answers;
}

}  // namespace

int run_chat(
    const Config& config, const ChatOptions& options, std::ostream& out, std::ostream& err
) {
    int code = 0;
    const std::int64_t conversation_id = open_conversation(config, options.nip, err, code);
    if (code != 0) return code;
    try {
        storage::Connection connection(config.database_url, storage::ConnectionRole::Worker);
        Random random = Random::system();
        std::string line;
        while (std::getline(*options.input, line)) {
            if (line.empty()) continue;
            for (const storage::ChatAnswer& answer :
                 say(connection, conversation_id, line, random)) {
                print(out, answer);
            }
        }
        return 0;
    } catch (const storage::BadData&) {
        err << "that line is not text in UTF-8\n";
    } catch (const storage::Outage&) {
        err << "the database does not answer\n";
    }
    return 1;
}

}  // namespace bot
