#include "bot/cli/migrate.hpp"

#include "storage/errors.hpp"
#include "storage/migrator.hpp"

namespace bot {

int run_migrate(const Config& config, const MigrateOptions&, std::ostream& out, std::ostream& err) {
    try {
        const auto applied = storage::migrate(config.database_url);
        for (const std::string& name : applied) out << "applied " << name << '\n';
        if (applied.empty()) out << "nothing to do\n";
        return 0;
    } catch (const storage::Outage&) {
        err << "the database does not answer\n";
    } catch (const std::exception& error) {
        err << "migration failed: " << error.what() << '\n';
    }
    return 1;
}

}  // namespace bot
