#include "bot/service/service.hpp"

#include <spdlog/spdlog.h>

#include <limits>
#include <list>
#include <optional>

#include "adapters/evidence/folder_store.hpp"
#include "adapters/telegram/client.hpp"
#include "adapters/telegram/limits.hpp"
#include "adapters/telegram/telegram.hpp"
#include "adapters/whatsapp/client.hpp"
#include "adapters/whatsapp/limits.hpp"
#include "adapters/whatsapp/whatsapp.hpp"
#include "bot/clock.hpp"
#include "bot/service/bukti_worker.hpp"
#include "bot/service/demo_routes.hpp"
#include "bot/service/health.hpp"
#include "bot/service/http_server.hpp"
#include "bot/service/inbox_worker.hpp"
#include "bot/service/intake.hpp"
#include "bot/service/scheduler.hpp"
#include "bot/service/sending.hpp"
#include "bot/service/simulator/simulator.hpp"
#include "bot/service/splitter.hpp"
#include "bot/service/telegram_poller.hpp"
#include "bot/service/webhook.hpp"
#include "storage/defects.hpp"
#include "storage/due_store.hpp"

namespace bot {
namespace {

// RELIABILITY.md rule 23.
constexpr int kIntakeConnections = 4;

// Files fetched at once, and how long a fetcher without work waits.
constexpr int kFetchers = 2;
constexpr std::chrono::milliseconds kFetchPause{300};

// How late a chat action may be.
constexpr std::chrono::milliseconds kActionPause{200};

// The longest a request may take after the stop.
constexpr std::chrono::seconds kDrain{10};

// The demo's clock answers when what became due has been sent.
constexpr std::chrono::seconds kDemoAnswer{60};

// Who moves the clock waits on one of them for messages that go out through others.
constexpr int kDemoThreads = 6;
constexpr int kSimulatorLanes = 2;

domain::Instant system_now() {
    return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now()
    );
}

std::unique_ptr<Clock> clock_for(const ServeOptions& options) {
    if (!options.demo) return std::make_unique<DatabaseClock>();
    return std::make_unique<DemoClock>(options.clock.value_or(system_now()), options.speed);
}

std::unique_ptr<simulator::Simulator> simulator_for(
    const Config& config, const ServeOptions& options, Clock& clock
) {
    if (!options.demo) return nullptr;
    return std::make_unique<simulator::Simulator>(
        config.database_url, static_cast<DemoClock&>(clock), options.requests
    );
}

adapters::whatsapp::Access access_of(const WhatsappConfig& config) {
    return {config.token, config.phone_id, config.business_id};
}

std::optional<Allowance> allowance_of(const WhatsappConfig& config) {
    if (!config.is_on()) return std::nullopt;
    return Allowance(people_before_waiting(config.daily_people, config.lanes));
}

bool database_answers(const std::string& database_url) {
    storage::Connection connection(database_url, storage::ConnectionRole::Report);
    storage::queue_lengths(connection);
    return true;
}

}  // namespace

class Service::Parts {
public:
    Parts(const Config& config, const ServeOptions& options)
        : config_(config),
          clock_(clock_for(options)),
          simulator_(simulator_for(config, options, *clock_)),
          parts_{
              config.database_url,
              *clock_,
              metrics_,
              bodies_,
              events_,
              messages_,
              simulator_.get()},
          scheduler_(parts_, allowance_of(config.whatsapp)),
          evidence_(config.evidence_dir, domain::kBuktiMaksByte) {}

    std::uint16_t start() {
        add_platforms();
        if (simulator_) simulator_->restore();
        // The server comes last, so that "ready" means that everything works; but the simulated
        // platform has to know first where it can be reached.
        std::uint16_t port = 0;
        if (simulator_) {
            port = start_server();
            simulator_->listens_on(config_.listen, port);
        }
        start_splitter();
        for (int i = 0; i < config_.workers; ++i) start_worker();
        start_loop("scheduler", scheduler_, due_);
        if (telegram_) start_telegram();
        if (whatsapp_) start_whatsapp();
        if (simulator_) start_simulator();
        for (int i = 0; i < kFetchers; ++i) start_fetcher();
        start_loop("acknowledgements", acknowledgements_, acknowledgements_.signal());
        start_actions();
        return simulator_ ? port : start_server();
    }

    void stop() {
        if (server_) {
            server_->stop_accepting();
            server_->drain(std::chrono::duration_cast<std::chrono::milliseconds>(kDrain));
            server_->stop();
        }
        intake_.reset();
        for (Loop& loop : loops_) loop.request_stop();
        loops_.clear();
    }

private:
    template <class Work>
    void start_loop(std::string name, Work& work, Signal& signal) {
        loops_.emplace_back(
            Loop::Work{
                std::move(name),
                [&work] { return work.step(); },
                [&work] { work.reset(); },
            },
            signal
        );
    }

    void add_platforms() {
        const WhatsappConfig& whatsapp = config_.whatsapp;
        if (config_.telegram.is_on()) {
            telegram_.emplace(config_.telegram.token, config_.telegram.secret);
            platforms_["telegram"] = &*telegram_;
        }
        if (whatsapp.is_on()) {
            whatsapp_.emplace(whatsapp.phone_id, whatsapp.app_secret, whatsapp.verify_token);
            platforms_["whatsapp"] = &*whatsapp_;
        }
        if (simulator_) platforms_["simulator"] = &simulator_->platform();
    }

    // Only for the defect that shows what the limits are good for.
    static adapters::HttpOptions http_options() {
        adapters::HttpOptions options;
        if (SKPBOT_DEFECT("no_answer_limit")) {
            options.call_deadline = std::chrono::hours{24};
            options.answer_bytes = std::numeric_limits<std::size_t>::max();
        }
        return options;
    }

    std::unique_ptr<adapters::TelegramClient> telegram_client() const {
        return std::make_unique<adapters::TelegramClient>(
            config_.telegram.token, config_.telegram.api, http_options()
        );
    }

    std::unique_ptr<adapters::WhatsAppClient> whatsapp_client() const {
        adapters::whatsapp::MediaOptions media;
        media.bases = {config_.whatsapp.media};
        return std::make_unique<adapters::WhatsAppClient>(
            access_of(config_.whatsapp), config_.whatsapp.api, http_options(), std::move(media)
        );
    }

    void start_splitter() {
        splitter_ = std::make_unique<Splitter>(parts_, platforms_, acknowledgements_, actions_);
        start_loop("splitter", *splitter_, bodies_);
    }

    void start_worker() {
        start_loop(
            "worker", workers_.emplace_back(parts_, acknowledgements_, config_.batch), events_
        );
    }

    void start_sending(
        const std::string& channel, const SendRules& rules, const Sending::MakeClient& make_client
    ) {
        acknowledgements_.set_client(channel, make_client());
        Sending& sending = sending_.emplace_back(parts_, actions_, channel, rules, make_client);
        for (OutboxWorker& sender : sending.senders()) start_loop("sender", sender, messages_);
    }

    // One client per channel for each: a fetch may take as long as a file takes.
    void start_fetcher() {
        BuktiWorker::Clients clients;
        if (telegram_) clients["telegram"] = telegram_client();
        if (whatsapp_) clients["whatsapp"] = whatsapp_client();
        if (simulator_) clients["simulator"] = simulator_->client();
        if (clients.empty()) return;
        fetchers_.emplace_back(parts_, evidence_, std::move(clients));
        BuktiWorker& worker = fetchers_.back();
        loops_.emplace_back(
            Loop::Work{
                "fetcher",
                [&worker] { return worker.step(); },
                [&worker] { worker.reset(); },
                kFetchPause},
            files_
        );
    }

    [[nodiscard]] ChatPace telegram_chat_pace() const {
        const TelegramConfig& telegram = config_.telegram;
        return {
            std::chrono::milliseconds{static_cast<int>(1000 / telegram.chat_rate)},
            telegram.chat_burst};
    }

    void start_telegram() {
        namespace limits = adapters::telegram;
        const TelegramConfig& telegram = config_.telegram;
        start_sending(
            "telegram",
            {
                .rate = telegram.rate,
                .limits = {limits::kPlatformPerSecond, limits::kNoticesPerSecond},
                .lanes = telegram.lanes,
                .pace = telegram_chat_pace(),
                .evidence = &evidence_,
            },
            [this] { return telegram_client(); }
        );
        // WhatsApp shows with the message that it was seen that an answer is being written.
        actions_.set_client("telegram", telegram_client(), sending_.back().gate());
        if (telegram.mode == TelegramMode::Polling) {
            poller_ = std::make_unique<TelegramPoller>(
                parts_, std::string(telegram_->account()), telegram_client()
            );
            start_loop("poller", *poller_, due_);
        }
    }

    void start_actions() {
        loops_.emplace_back(
            Loop::Work{
                "actions",
                [this] { return actions_.step(std::chrono::steady_clock::now()); },
                [] {},
                kActionPause},
            actions_.signal()
        );
    }

    void start_whatsapp() {
        namespace limits = adapters::whatsapp;
        start_sending(
            "whatsapp",
            {
                .rate = config_.whatsapp.rate,
                .limits = {limits::kPlatformPerSecond, limits::kNoticesPerSecond},
                .lanes = config_.whatsapp.lanes,
                .pace =
                    {std::chrono::milliseconds{config_.whatsapp.chat_interval_ms},
                     limits::kChatBurst},
                .has_window = true,
                .monthly_templates = config_.whatsapp.monthly_templates,
                .daily_people =
                    people_before_waiting(config_.whatsapp.daily_people, config_.whatsapp.lanes),
                .report_wait = limits::kReportWait,
                .evidence = &evidence_,
            },
            [this] { return whatsapp_client(); }
        );
    }

    // Paced like Telegram, whatever the phones look like: people are sitting in front of them.
    void start_simulator() {
        namespace limits = adapters::telegram;
        const TelegramConfig& telegram = config_.telegram;
        start_sending(
            "simulator",
            {
                .rate = telegram.rate,
                .limits = {limits::kPlatformPerSecond, limits::kNoticesPerSecond},
                .lanes = kSimulatorLanes,
                .pace = telegram_chat_pace(),
                .evidence = &evidence_,
            },
            [this] { return simulator_->client(); }
        );
        start_loop("courier", simulator_->courier(), simulator_->handed_in());
        start_loop("feed", simulator_->feed(), simulator_->told());
    }

    Router routes() {
        Router router;
        if (telegram_ && config_.telegram.mode == TelegramMode::Webhook) {
            add_webhook(router, {*telegram_, *intake_, metrics_, log_}, kTelegramBodyBytes);
        }
        if (whatsapp_) {
            add_webhook(router, {*whatsapp_, *intake_, metrics_, log_}, kWhatsappBodyBytes);
            add_challenge(router, "/webhook/whatsapp", [this](std::string_view query) {
                return whatsapp_->answer_challenge(query);
            });
        }
        add_operator_routes(router, health_, metrics_);
        if (simulator_) {
            add_webhook(
                router, {simulator_->platform(), *intake_, metrics_, log_}, kTelegramBodyBytes
            );
            simulator_->add_routes(router);
            add_demo_routes(
                router,
                static_cast<DemoClock&>(*clock_),
                scheduler_,
                config_.database_url,
                {.at_rest = [this] { return simulator_->at_rest(); },
                 .clock_moved = [this] { simulator_->clock_moved(); }}
            );
        }
        return router;
    }

    std::uint16_t start_server() {
        intake_ = std::make_unique<Intake>(config_.database_url, kIntakeConnections, bodies_);
        health_.add("database", [this] { return database_answers(config_.database_url); });
        HttpServerOptions options;
        options.hosts = config_.hosts;
        for (const auto& [name, platform] : platforms_) {
            options.single_fields.emplace_back(platform->signature_field());
        }
        options.max_connections = config_.max_connections;
        options.connections_per_peer = config_.connections_per_peer;
        options.trusted_proxies = config_.trusted_proxies;
        if (simulator_) {
            options.times.answer = kDemoAnswer;
            options.slow_threads = kDemoThreads;
            // It calls itself.
            if (!options.hosts.empty())
                options.hosts.insert(options.hosts.end(), {"127.0.0.1", "::1"});
        }
        server_ = std::make_unique<HttpServer>(routes(), std::move(options), metrics_);
        return server_->start(config_.listen);
    }

    const Config& config_;
    Metrics metrics_;
    LimitedLog log_;
    Health health_;
    Signal bodies_, events_, messages_, due_, files_;
    std::unique_ptr<Clock> clock_;
    std::unique_ptr<simulator::Simulator> simulator_;  // with --demo
    ServiceParts parts_;
    std::optional<adapters::Telegram> telegram_;
    std::optional<adapters::WhatsApp> whatsapp_;
    std::map<std::string, const adapters::Platform*> platforms_;
    Acknowledgements acknowledgements_;
    ChatActions actions_;
    Scheduler scheduler_;
    std::unique_ptr<Splitter> splitter_;
    std::list<InboxWorker> workers_;
    adapters::FolderEvidenceStore evidence_;
    std::list<BuktiWorker> fetchers_;
    std::list<Sending> sending_;
    std::unique_ptr<TelegramPoller> poller_;
    std::unique_ptr<Intake> intake_;
    std::unique_ptr<HttpServer> server_;
    std::list<Loop> loops_;  // last: ends before what it works with
};

Service::Service(const Config& config, const ServeOptions& options)
    : parts_(std::make_unique<Parts>(config, options)) {}

Service::~Service() {
    stop();
}

std::uint16_t Service::start() {
    return parts_->start();
}

void Service::stop() {
    parts_->stop();
}

}  // namespace bot
