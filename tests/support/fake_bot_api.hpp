#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/fault.hpp"
#include "tests/support/ledger.hpp"

namespace support {

// A message that the stand-in has delivered to a person's chat.
struct SentMessage {
    std::chrono::steady_clock::time_point at;
    std::int64_t chat = 0;
    std::int64_t message_id = 0;
    std::string text;
    std::vector<ApiButton> buttons;
    bool asks_for_contact = false;
    std::int64_t reply_to = 0;   // 0: none
    bool answered = false;       // false: the caller could not learn that it was delivered
    std::string file_kind{};     // "document", "photo"; empty: a text
    std::string file_name{};     // as uploaded
    std::string file_content{};  // what the person can open
    bool uploaded = false;       // with this message; false: by its file_id
};

// Whether the message's text holds the words, whatever their letter case (ASCII).
bool holds(const SentMessage& message, std::string_view words);

// A stand-in for the Telegram Bot API (PLATFORMS.md sections 4.1, 4.2, 6.1) on 127.0.0.1, on a
// thread of its own: it answers like the API, refuses what the API refuses, and also refuses fields
// that the program has no reason to send. All functions may be called from any thread.
class FakeBotApi {
public:
    // Listens at once. `port` 0 takes a free one.
    explicit FakeBotApi(std::string token, unsigned short port = 0);
    ~FakeBotApi();
    FakeBotApi(const FakeBotApi&) = delete;
    FakeBotApi& operator=(const FakeBotApi&) = delete;

    // "http://127.0.0.1:<port>"
    [[nodiscard]] std::string address() const;

    // The ledger so far, in the order of delivery.
    [[nodiscard]] std::vector<SentMessage> sent() const;
    [[nodiscard]] std::vector<SentMessage> sent_to(std::int64_t chat) const;
    [[nodiscard]] std::size_t sent_count() const;
    [[nodiscard]] std::vector<ApiCall> calls(std::string_view method = "") const;
    // Calls that send and were refused with 400: the program broke a rule of the API.
    [[nodiscard]] std::vector<ApiCall> refused() const;
    void forget_calls();

    // The next calls of sendMessage fail like this, one each, in this order.
    void fail_next(const std::vector<Fault>& faults);
    // From now on this share of all calls fails at random, of every kind; 0 ends it.
    void fail_at_random(double share, std::uint64_t seed);
    // The delay that a 429 names.
    void set_retry_after(std::chrono::seconds delay);
    // How long each answer of sendMessage is held back.
    void set_latency(std::chrono::milliseconds latency);
    // The person closes or opens the chat.
    void block(std::int64_t chat);
    void unblock(std::int64_t chat);

    // An update that the next getUpdates hands out. It must hold "update_id".
    void push_update(const std::string& update);
    // Updates that no later offset has confirmed.
    [[nodiscard]] std::size_t pending_updates() const;

    // The body of the last setWebhook; empty if no webhook is set.
    [[nodiscard]] std::string webhook() const;

    // A file that a person has sent: what getFile and the file's address give for the file_id that
    // comes back. `told_size` is what getFile says; nothing: the real one.
    std::string put_file(
        const std::string& content, std::optional<std::int64_t> told_size = std::nullopt
    );
    // The file is there no more: getFile refuses its file_id, also of files of the bot.
    void drop_file(const std::string& file_id);
    // The next calls of getFile and of files' addresses fail like this, one each, in this order.
    void fail_next_files(const std::vector<Fault>& faults);

    // A number for a message of a person: both sides of a chat count together.
    std::int64_t take_message_id();

private:
    class Server;
    std::unique_ptr<Server> server_;
};

}  // namespace support
