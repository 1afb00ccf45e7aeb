#include "bot/service/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/gauge.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <cassert>
#include <map>
#include <mutex>

namespace bot {

namespace {

using Values = std::initializer_list<std::string_view>;

prometheus::Labels labels_of(const MetricName& name, Values values) {
    prometheus::Labels labels;
    const auto* value = values.begin();
    for (const std::string_view label : name.labels) {
        if (label.empty()) break;
        assert(value != values.end());
        labels.emplace(label, *value++);
    }
    assert(value == values.end());
    return labels;
}

std::string key_of(const MetricName& name, Values values) {
    std::string key(name.name);
    for (const std::string_view value : values) {
        key += '\n';
        key += value;
    }
    return key;
}

}  // namespace

struct Metrics::Registry {
    prometheus::Registry registry;
    std::mutex mutex;
    std::map<std::string, prometheus::Counter*, std::less<>> counters;
    std::map<std::string, prometheus::Gauge*, std::less<>> gauges;

    prometheus::Counter& counter(const MetricName& name, Values values) {
        const std::lock_guard lock(mutex);
        prometheus::Counter*& counter = counters[key_of(name, values)];
        if (counter == nullptr) {
            counter = &prometheus::BuildCounter()
                           .Name(std::string(name.name))
                           .Help(std::string(name.help))
                           .Register(registry)
                           .Add(labels_of(name, values));
        }
        return *counter;
    }

    prometheus::Gauge& gauge(const MetricName& name, Values values) {
        const std::lock_guard lock(mutex);
        prometheus::Gauge*& gauge = gauges[key_of(name, values)];
        if (gauge == nullptr) {
            gauge = &prometheus::BuildGauge()
                         .Name(std::string(name.name))
                         .Help(std::string(name.help))
                         .Register(registry)
                         .Add(labels_of(name, values));
        }
        return *gauge;
    }
};

Metrics::Metrics() : registry_(std::make_unique<Registry>()) {}
Metrics::~Metrics() = default;

void Metrics::count(const MetricName& name, Values values, double by) {
    registry_->counter(name, values).Increment(by);
}

void Metrics::set(const MetricName& name, double value, Values values) {
    registry_->gauge(name, values).Set(value);
}

std::string Metrics::text() const {
    return prometheus::TextSerializer().Serialize(registry_->registry.Collect());
}

}  // namespace bot
