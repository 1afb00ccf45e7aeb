#include "bot/service/service.hpp"

#include <list>
#include <optional>

#include "adapters/evidence/folder_store.hpp"
#include "bot/clock.hpp"
#include "bot/service/bukti_worker.hpp"
#include "bot/service/demo_routes.hpp"
#include "bot/service/health.hpp"
#include "bot/service/http_server.hpp"
#include "bot/service/inbox_worker.hpp"
#include "bot/service/intake.hpp"
#include "bot/service/messengers.hpp"
#include "bot/service/scheduler.hpp"
#include "bot/service/sending.hpp"
#include "bot/service/simulator/simulator.hpp"
#include "bot/service/splitter.hpp"
#include "bot/service/telegram_poller.hpp"
#include "bot/service/webhook.hpp"
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
          evidence_(config.evidence_dir, domain::kBuktiMaksByte),
          messengers_(config, simulator_.get(), evidence_),
          scheduler_(parts_, allowance_of(config.whatsapp)) {}

    std::uint16_t start() {
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
        for (const Messenger& messenger : messengers_.all()) start_sending(messenger);
        if (messengers_.telegram() && config_.telegram.mode == TelegramMode::Polling)
            start_poller();
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

    void start_splitter() {
        splitter_ = std::make_unique<Splitter>(
            parts_, messengers_.platforms(), acknowledgements_, actions_
        );
        start_loop("splitter", *splitter_, bodies_);
    }

    void start_worker() {
        start_loop(
            "worker", workers_.emplace_back(parts_, acknowledgements_, config_.batch), events_
        );
    }

    void start_sending(const Messenger& messenger) {
        const std::string channel(messenger.platform->name());
        acknowledgements_.set_client(channel, messenger.make_client());
        Sending& sending = sending_.emplace_back(
            parts_, actions_, channel, messenger.rules, messenger.make_client
        );
        if (messenger.has_chat_actions)
            actions_.set_client(channel, messenger.make_client(), sending.gate());
        for (OutboxWorker& sender : sending.senders()) start_loop("sender", sender, messages_);
    }

    // One client per channel for each: a fetch may take as long as a file takes.
    void start_fetcher() {
        BuktiWorker::Clients clients = messengers_.clients();
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

    void start_poller() {
        poller_ = std::make_unique<TelegramPoller>(
            parts_, std::string(messengers_.telegram()->account()), messengers_.telegram_client()
        );
        start_loop("poller", *poller_, due_);
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

    void start_simulator() {
        start_loop("courier", simulator_->courier(), simulator_->handed_in());
        start_loop("feed", simulator_->feed(), simulator_->told());
    }

    Router routes() {
        Router router;
        for (const Messenger& messenger : messengers_.all()) {
            if (messenger.body_bytes == 0) continue;
            add_webhook(
                router, {*messenger.platform, *intake_, metrics_, log_}, messenger.body_bytes
            );
        }
        if (messengers_.whatsapp()) {
            add_challenge(router, "/webhook/whatsapp", [this](std::string_view query) {
                return messengers_.whatsapp()->answer_challenge(query);
            });
        }
        add_operator_routes(router, health_, metrics_);
        if (simulator_) {
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
        for (const Messenger& messenger : messengers_.all()) {
            options.single_fields.emplace_back(messenger.platform->signature_field());
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
    adapters::FolderEvidenceStore evidence_;
    const Messengers messengers_;
    Acknowledgements acknowledgements_;
    ChatActions actions_;
    Scheduler scheduler_;
    std::unique_ptr<Splitter> splitter_;
    std::list<InboxWorker> workers_;
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
