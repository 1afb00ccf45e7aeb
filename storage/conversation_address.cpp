#include "storage/conversation_address.hpp"

#include <map>
#include <tuple>

namespace storage {

std::vector<std::int64_t> ensure_conversations(
    Transaction& transaction, std::span<const ConversationAddress> addresses
) {
    ArrayParam channels, accounts, texts, numbers;
    for (const ConversationAddress& one : addresses) {
        channels.add(one.channel);
        accounts.add(one.account);
        texts.add(one.address);
        numbers.add(one.number);
    }
    std::map<std::tuple<std::string, std::string, std::string>, std::int64_t> found;
    for (const Row row : transaction.run(
             "split/ensure_conversations",
             Params().add(channels).add(accounts).add(texts).add(numbers)
         )) {
        found[{row.text(1), row.text(2), row.text(3)}] = row.number(0);
    }
    std::vector<std::int64_t> ids;
    ids.reserve(addresses.size());
    for (const ConversationAddress& one : addresses) {
        ids.push_back(found.at({one.channel, one.account, one.address}));
    }
    return ids;
}

}  // namespace storage
