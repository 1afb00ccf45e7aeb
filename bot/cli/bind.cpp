#include "bot/cli/bind.hpp"

#include <array>

#include "adapters/telegram/telegram.hpp"
#include "bot/cli/person.hpp"
#include "storage/binding_store.hpp"
#include "storage/conversation_address.hpp"
#include "storage/ledger_store.hpp"

namespace bot {
namespace {

// Our account on the channel, which is part of every address there.
std::string account_of(const Config& config, const std::string& channel) {
    if (channel == "telegram" && config.telegram.is_on()) {
        return adapters::telegram::bot_id(config.telegram.token);
    }
    if (channel == "whatsapp") return config.whatsapp.phone_id;
    return channel == "simulator" ? "simulator" : "";
}

// On WhatsApp people are known by number, or by a user id that has other characters in it.
storage::ConversationAddress address_of(const BindOptions& options, const std::string& account) {
    const bool is_number = options.channel == "whatsapp" &&
                           options.address.find_first_not_of("0123456789") == std::string::npos;
    return {options.channel, account, options.address, is_number ? options.address : ""};
}

void bind_address(
    storage::Transaction& transaction,
    const storage::PersonName& person,
    std::int64_t conversation_id
) {
    const domain::Instant now = system_time();
    storage::BindingStore(transaction)
        .bind(std::array{storage::NewBinding{person.key, conversation_id, now, now}});
    storage::LedgerStore(transaction)
        .add(std::array{storage::LedgerEntry{
            .instansi_id = person.key.instansi_id,
            .pada = now,
            .pelaku_id = std::nullopt,
            .tindakan = "ikat_alamat",
            .objek = "alamat",
            .objek_id = std::to_string(conversation_id),
            .versi = std::nullopt,
            .kwitansi = std::nullopt,
            .sebelum = "",
            .sesudah = "admin",
        }});
}

}  // namespace

int run_bind(
    const Config& config, const BindOptions& options, std::ostream& out, std::ostream& err
) {
    const std::string account = account_of(config, options.channel);
    if (account.empty()) {
        err << "the channel " << options.channel << " is not configured\n";
        return 2;
    }
    return with_person(
        config,
        options.nip,
        err,
        [&](storage::Transaction& transaction, const storage::PersonName& person) {
            const auto conversation_id =
                storage::ensure_conversations(transaction, std::array{address_of(options, account)})
                    .front();
            const auto bound = storage::PegawaiStore(transaction)
                                   .senders(std::array{conversation_id}, system_time());
            const auto sender = bound.find(conversation_id);
            if (sender != bound.end() && sender->second.key != person.key) {
                err << "this address belongs to somebody else\n";
                return 1;
            }
            if (sender == bound.end()) bind_address(transaction, person, conversation_id);
            out << "bound\n";
            return 0;
        }
    );
}

}  // namespace bot
