#pragma once

#include <boost/json/object.hpp>
#include <deque>
#include <map>
#include <mutex>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/support/fake_graph_api.hpp"
#include "tests/support/graph_api_error.hpp"
#include "tests/support/graph_api_media.hpp"
#include "tests/support/graph_api_templates.hpp"

namespace support {

// What the stand-in says to one call, before anything goes wrong with it.
struct GraphReply {
    int status = 200;
    std::string body{};
    std::string content_type = "application/json";
    int code = 0;                // of a refusal
    std::int64_t delivered = 0;  // index in the ledger plus one; 0: nothing was delivered
};

// {"error":…} with its status.
GraphReply refusal(const GraphError& error);

// The memory of the stand-in: the ledger, the faults to come, who wrote when. Knows nothing of
// sockets. May be shared between threads; the public data under `mutex`.
class GraphApiState {
public:
    explicit GraphApiState(GraphAccount account);

    // Answers to calls with a good token; `deliver` says whether a good message reaches the person.
    GraphReply send(const std::string& body, bool deliver);
    GraphReply upload(const std::string& content_type, const std::string& body);
    GraphReply media_info(const std::string& id, const std::string& base);
    GraphReply media_file(const std::string& id, std::int64_t expires);
    GraphReply create_template(const std::string& body);

    Fault take_fault();
    // Writes down that the caller has got the whole answer that delivered a message.
    void mark_answered(std::int64_t delivered);
    void log_call(ApiCall call);

    WhatsAppStamp stamp(const WhatsAppPerson& person);
    [[nodiscard]] GraphTime now() const;

    mutable std::mutex mutex;
    const GraphAccount account;
    std::vector<SentWhatsApp> ledger;
    std::vector<ApiCall> calls;
    std::vector<std::string> read;
    std::deque<Fault> script;
    double random_share = 0;
    std::mt19937_64 random;
    std::chrono::seconds retry_after{1};
    std::chrono::milliseconds latency{0};
    bool token_expired = false;
    std::set<std::string> not_on_whatsapp;
    int pair_burst = 10;
    std::chrono::milliseconds pair_interval{6000};
    std::size_t throughput = 80;
    std::chrono::seconds clock_offset{0};
    GraphMediaStore media;
    GraphTemplateStore templates;

private:
    struct Bucket {
        double tokens;
        GraphTime filled;
    };

    std::string person_of(const boost::json::object& body) const;
    GraphReply mark_read(const boost::json::object& body);
    GraphRefusal why_not_now(const boost::json::object& body, const std::string& person);
    bool has_unusable_media(const boost::json::object& body) const;
    bool take_pair_token(const std::string& person);
    bool take_throughput();
    GraphTime now_locked() const;
    std::string new_message_id();

    std::map<std::string, GraphTime> wrote_;      // by person: when they last wrote
    std::map<std::string, std::string> numbers_;  // by user id
    std::set<std::string> incoming_;              // message ids of persons
    std::map<std::string, Bucket> pairs_;
    std::deque<GraphTime> lately_;
    std::int64_t next_message_ = 1;
};

}  // namespace support
