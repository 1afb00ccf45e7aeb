#include "bot/cli/person.hpp"

#include <chrono>

#include "domain/organisasi/nip.hpp"
#include "storage/errors.hpp"

namespace bot {

domain::Instant system_time() {
    return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now()
    );
}

int with_person(
    const Config& config,
    const std::string& nip,
    std::ostream& err,
    const std::function<int(storage::Transaction&, const storage::PersonName&)>& work
) {
    const auto read = domain::Nip::read(nip, domain::tanggal_di(system_time(), domain::Zona::Wib));
    if (!read) {
        err << "not a NIP: 18 digits expected, for example 199001012015011999\n";
        return 2;
    }
    try {
        storage::Connection connection(config.database_url, storage::ConnectionRole::Report);
        storage::Transaction transaction(connection);
        const auto person = storage::PegawaiStore(transaction).by_nip(read->digits());
        if (!person) {
            err << "no person with this NIP\n";
            return 1;
        }
        const int code = work(transaction, *person);
        transaction.commit();
        return code;
    } catch (const storage::Outage&) {
        err << "the database does not answer\n";
    } catch (const std::exception& error) {
        err << "failed: " << error.what() << '\n';
    }
    return 1;
}

}  // namespace bot
