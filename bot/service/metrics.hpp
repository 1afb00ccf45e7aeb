#pragma once

#include <array>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

namespace bot {

// What a metric is called and what it means. Define it once as a constant; its labels are always
// given in this order. Label values come from closed lists (a channel, a reason), never from
// outside.
struct MetricName {
    std::string_view name;
    std::string_view help;
    std::array<std::string_view, 3> labels;  // the unused ones are empty
};

inline constexpr MetricName kHttpRequests{
    "skpbot_http_requests_total", "Requests answered, by status.", {"status"}};
inline constexpr MetricName kHttpRefusals{
    "skpbot_http_refusals_total", "Requests refused by the guard, by reason.", {"reason"}};
inline constexpr MetricName kHttpConnections{"skpbot_http_connections", "Open connections.", {}};
inline constexpr MetricName kHttpConnectionsRefused{
    "skpbot_http_connections_refused_total", "Connections refused, by reason.", {"reason"}};
inline constexpr MetricName kWebhookStored{
    "skpbot_webhook_stored_total", "Webhook bodies committed.", {"channel"}};
inline constexpr MetricName kWebhookRefusals{
    "skpbot_webhook_refusals_total",
    "Webhooks with a missing or wrong proof of authenticity, by channel.",
    {"channel"}};
inline constexpr MetricName kWebhookUnavailable{
    "skpbot_webhook_unavailable_total", "Webhooks answered with 503.", {"channel"}};

// The numbers that the service shows about itself. Shared by all threads; lives as long as the
// program. Counters and gauges appear when they are first touched.
class Metrics {
public:
    Metrics();
    ~Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    // Adds to a counter. `values` are the labels' values, as many as the name has labels.
    void count(
        const MetricName& name, std::initializer_list<std::string_view> values = {}, double by = 1
    );

    // Sets a gauge.
    void set(
        const MetricName& name, double value, std::initializer_list<std::string_view> values = {}
    );

    // All of it in the text format 0.0.4 of Prometheus.
    [[nodiscard]] std::string text() const;

private:
    struct Registry;
    std::unique_ptr<Registry> registry_;
};

}  // namespace bot
