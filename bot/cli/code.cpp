#include "bot/cli/code.hpp"

#include "adapters/hmac.hpp"
#include "bot/actions/activation.hpp"
#include "bot/cli/person.hpp"
#include "bot/random.hpp"
#include "domain/organisasi/nip.hpp"
#include "storage/binding_store.hpp"

namespace bot {

int run_code(
    const Config& config, const CodeOptions& options, std::ostream& out, std::ostream& err
) {
    return with_person(
        config,
        options.nip,
        err,
        [&](storage::Transaction& transaction, const storage::PersonName& person) {
            Random random = Random::system();
            const std::string code = random.activation_code();
            const std::string token = random.token();
            storage::BindingStore store(transaction);
            const std::string key = store.server_key("activation", random.bytes(32));
            const domain::Instant now = system_time();
            const auto nip =
                domain::Nip::read(options.nip, domain::tanggal_di(now, domain::Zona::Wib));
            store.add_code({
                .pegawai = person.key,
                .kode_hash = activation_hash(key, nip->digits(), code),
                .token_hash = link_hash(token),
                .berakhir_pada = now + kActivationTime,
            });
            out << code << "\nhttps://t.me/<bot>?start=" << token << "\nvalid for 15 minutes\n";
            return 0;
        }
    );
}

}  // namespace bot
