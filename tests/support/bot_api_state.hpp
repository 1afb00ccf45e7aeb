#pragma once

#include <boost/json/object.hpp>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/support/fake_bot_api.hpp"
#include "tests/support/multipart.hpp"

namespace support {

// What the stand-in says to one call, before anything goes wrong with it.
struct ApiReply {
    int status = 200;
    std::string body{};
    std::string description{};   // of a refusal
    std::int64_t delivered = 0;  // index in the ledger plus one; 0: nothing was delivered
};

// A file as the API knows it.
struct ApiFile {
    std::string content, path;  // path behind "/file/bot<token>/"
    std::int64_t told_size = 0;
};

// The memory of the stand-in: the ledger, the faults to come, the updates that wait. Knows nothing
// of sockets. May be shared between threads.
class BotApiState {
public:
    explicit BotApiState(std::string token);

    // The fault that this call shall suffer.
    Fault take_fault(std::string_view method);
    // Answers a call; `deliver` says whether a good sendMessage reaches the person.
    ApiReply reply(std::string_view method, const std::string& body, bool deliver);
    // The same for a call with another content type than JSON.
    ApiReply reply_multipart(
        std::string_view method,
        const std::string& content_type,
        const std::string& body,
        bool deliver
    );
    // The content of a file by its path; nothing if there is none.
    std::optional<std::string> file_at(std::string_view path);
    // Under a new file_id. The caller holds the mutex.
    std::string keep_file(const std::string& content, std::optional<std::int64_t> told_size);
    // Writes down that the caller has got the whole answer that delivered a message.
    void mark_answered(std::int64_t delivered);
    void log_call(ApiCall call);
    // The answer to getUpdates if there is something to hand out or the webhook forbids it.
    std::optional<ApiReply> updates(const std::string& body);

    [[nodiscard]] bool is_token(std::string_view token) const { return token == token_; }

    mutable std::mutex mutex;
    std::vector<SentMessage> ledger;
    std::vector<ApiCall> calls;
    std::deque<Fault> script, file_script;
    std::map<std::string, ApiFile> files;  // by file_id
    std::int64_t next_file = 1;
    double random_share = 0;
    std::mt19937_64 random;
    std::chrono::seconds retry_after{1};
    std::chrono::milliseconds latency{0};
    std::set<std::int64_t> blocked;
    std::map<std::int64_t, std::string> updates_waiting;
    std::string webhook;
    std::int64_t next_message_id = 1;

private:
    ApiReply send_message(
        std::string_view method,
        const boost::json::object& parameters,
        const std::optional<UploadedFile>& upload,
        bool deliver
    );
    ApiReply get_file(const boost::json::object& parameters);
    ApiReply simple(std::string_view method, const std::string& body);

    std::string token_;
};

// {"ok":false,…} as the API writes it.
ApiReply refusal(int status, const std::string& description);

}  // namespace support
