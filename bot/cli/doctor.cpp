#include "bot/cli/doctor.hpp"

#include <fmt/format.h>
#include <sys/statvfs.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "adapters/telegram/client.hpp"
#include "adapters/whatsapp/api_version.hpp"
#include "adapters/whatsapp/client.hpp"
#include "adapters/whatsapp/limits.hpp"
#include "adapters/whatsapp/templates.hpp"
#include "bot/cli/person.hpp"
#include "bot/service/allowance.hpp"
#include "storage/due_store.hpp"
#include "storage/errors.hpp"
#include "storage/ledger_store.hpp"
#include "storage/migrator.hpp"

namespace bot {
namespace {

// Beyond that, "in time" could be judged wrongly.
constexpr std::chrono::seconds kClockDrift{5};
constexpr double kLeastFree = 0.1;

// PLATFORMS.md section 10.
constexpr std::chrono::days kVersionNotice{90};

struct Finding {
    bool good = false;
    std::string text;
};

template <class Check>
Finding guarded(Check check) {
    try {
        return check();
    } catch (const storage::Outage&) {
        return {false, "does not answer"};
    } catch (const std::exception& error) {
        return {false, error.what()};
    }
}

Finding check_database(const Config& config) {
    storage::Connection connection(config.database_url, storage::ConnectionRole::Report);
    const storage::QueueLengths queues = storage::queue_lengths(connection);
    return {
        true,
        fmt::format(
            "answers; waiting: {} bodies, {} events, {} messages; set aside: {} bodies, {} events; "
            "in "
            "doubt {}, failed {}, gone {}",
            queues.bodies,
            queues.events,
            queues.messages,
            queues.quarantined_bodies,
            queues.quarantined_events,
            queues.in_doubt,
            queues.dead,
            queues.gone
        )};
}

// Whom, the log must not say: the file is the admin's own.
Finding check_people(const Config& config) {
    storage::Connection connection(config.database_url, storage::ConnectionRole::Report);
    const auto people = storage::people_out_of_reach(connection);
    if (people == 0) return {true, "everybody who is bound can be reached"};
    return {
        true,
        fmt::format(
            "{} can be reached in no chat; who: skpbot export DIR, tidak_terjangkau.csv", people
        )};
}

Finding check_migrations(const Config& config) {
    switch (storage::schema_state(config.database_url)) {
        case storage::SchemaState::Current:
            return {true, "current"};
        case storage::SchemaState::Behind:
            return {false, "missing; run: skpbot migrate"};
        case storage::SchemaState::Ahead:
            return {false, "made by a newer version of skpbot"};
    }
    std::abort();
}

Finding check_clock(const Config& config) {
    storage::Connection connection(config.database_url, storage::ConnectionRole::Worker);
    storage::Transaction transaction(connection);
    const auto database = storage::DueStore(transaction).database_time();
    const auto drift = std::chrono::abs(system_time() - database);
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(drift).count();
    return {drift < kClockDrift, fmt::format("{} ms from the database's", ms)};
}

Finding check_ledger(const Config& config) {
    storage::Connection connection(config.database_url, storage::ConnectionRole::Report);
    storage::Transaction transaction(connection);
    const auto broken = storage::LedgerStore(transaction).broken_seals();
    if (broken.empty()) return {true, "the chain is whole"};
    return {false, fmt::format("seal {} does not fit its rows", broken.front())};
}

Finding check_telegram(const Config& config) {
    if (!config.telegram.is_on()) return {true, "off"};
    adapters::TelegramClient client(config.telegram.token, config.telegram.api);
    const auto me = client.get_me();
    if (!me) return {false, fmt::format("getMe failed with code {}", me.error().code)};
    if (config.telegram.mode == TelegramMode::Polling) return {true, "answers; polling"};
    const auto webhook = client.get_webhook_info();
    if (!webhook)
        return {false, fmt::format("getWebhookInfo failed with code {}", webhook.error().code)};
    if (webhook->url.empty()) return {false, "no webhook; run: skpbot webhook set telegram"};
    return {
        true,
        fmt::format(
            "answers; webhook set, {} updates pending{}",
            webhook->pending_update_count,
            webhook->last_error_message.empty() ? ""
                                                : "; last error: " + webhook->last_error_message
        )};
}

// What is wrong with the templates at Meta; empty if nothing.
std::string template_trouble(adapters::WhatsAppClient& client) {
    const auto listed = client.templates();
    if (!listed) return fmt::format("templates cannot be asked for, code {}", listed.error().code);
    std::size_t approved = 0;
    std::string trouble;
    for (const std::string& name : adapters::whatsapp::notice_names()) {
        const auto state = std::ranges::find_if(*listed, [&](const auto& one) {
            return one.name == name && one.language == "id";
        });
        const std::string status = state == listed->end() ? "MISSING" : state->status;
        if (status == "APPROVED") ++approved;
        if (status != "APPROVED" && trouble.empty()) trouble = name + " is " + status;
    }
    if (trouble.empty()) return trouble;
    return fmt::format(
        "{} of {} templates approved; {}",
        approved,
        adapters::whatsapp::notice_names().size(),
        trouble
    );
}

Finding check_whatsapp(const Config& config) {
    const WhatsappConfig& whatsapp = config.whatsapp;
    if (!whatsapp.is_on()) return {true, "off"};
    adapters::WhatsAppClient client(
        {whatsapp.token, whatsapp.phone_id, whatsapp.business_id}, whatsapp.api
    );
    if (!client.probe()) return {false, "does not answer, or the token is not good"};
    const auto last_day = adapters::whatsapp::last_day_of_version(whatsapp.api);
    const auto today = domain::tanggal_di(system_time(), domain::Zona::Wib);
    if (last_day && *last_day < today + kVersionNotice) {
        return {false, "its version ends on " + domain::iso(*last_day)};
    }
    const std::string trouble = whatsapp.business_id.empty()
                                    ? "templates not looked at: no business id"
                                    : template_trouble(client);
    const bool good = trouble.empty() || whatsapp.business_id.empty();
    return {good, trouble.empty() ? "answers; templates approved" : "answers; " + trouble};
}

// PLATFORMS.md sections 5 and 8.
Finding check_allowance(const Config& config) {
    namespace limits = adapters::whatsapp;
    if (!config.whatsapp.is_on()) return {true, "off"};
    storage::Connection connection(config.database_url, storage::ConnectionRole::Report);
    storage::Transaction transaction(connection);
    const storage::PlatformUsage usage = storage::platform_usage(transaction);
    const int people = config.whatsapp.daily_people;
    std::string text = fmt::format(
        "{} of {} free messages of this month; {} of {} people in 24 hours",
        usage.free_messages,
        limits::kFreeMessages,
        usage.people,
        people == 0 ? "any" : std::to_string(people)
    );
    if (usage.free_messages >= limits::kFreeMessagesWarning) {
        text += "; WARNING: what exceeds the free messages costs";
    }
    if (people != 0 && usage.people >= people_before_waiting(people, config.whatsapp.lanes)) {
        text += "; WARNING: notices to others wait for room";
    }
    return {true, std::move(text)};
}

Finding check_disk(const Config& config) {
    struct statvfs disk {};
    const std::string folder =
        ::statvfs(config.evidence_dir.c_str(), &disk) == 0 ? config.evidence_dir : ".";
    if (folder == "." && ::statvfs(".", &disk) != 0) return {false, "cannot be asked"};
    const double free = static_cast<double>(disk.f_bavail) /
                        static_cast<double>(std::max<fsblkcnt_t>(disk.f_blocks, 1));
    return {free >= kLeastFree, fmt::format("{:.0f} % free", free * 100)};
}

}  // namespace

int run_doctor(const Config& config, const DoctorOptions& options, std::ostream& out, std::ostream&) {
    bool all_good = true;
    const auto report = [&](std::string_view what, const Finding& finding) {
        out << fmt::format("{:<14} {:<4} {}\n", what, finding.good ? "ok" : "BAD", finding.text);
        all_good = all_good && finding.good;
    };
    report("configuration", {!options.config_problem, options.config_problem.value_or("sound")});
    report("database", guarded([&] { return check_database(config); }));
    report("migrations", guarded([&] { return check_migrations(config); }));
    report("ledger", guarded([&] { return check_ledger(config); }));
    report("people", guarded([&] { return check_people(config); }));
    report("telegram", guarded([&] { return check_telegram(config); }));
    report("whatsapp", guarded([&] { return check_whatsapp(config); }));
    report("allowance", guarded([&] { return check_allowance(config); }));
    report("clock", guarded([&] { return check_clock(config); }));
    report("disk", guarded([&] { return check_disk(config); }));
    return all_good ? 0 : 1;
}

}  // namespace bot
