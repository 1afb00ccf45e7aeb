#pragma once

#include <chrono>
#include <deque>
#include <map>
#include <memory>
#include <string>

#include "adapters/evidence/folder_store.hpp"
#include "bot/random.hpp"
#include "bot/service/bukti_worker.hpp"
#include "storage/connection.hpp"
#include "tests/bot/dialogue_script.hpp"
#include "tests/support/command.hpp"
#include "tests/support/postgres.hpp"

namespace script {

// Plays a script against the real actions, notices and stores, on a fresh database with the people
// of bot/demo. Only the platform and the clock are not there. For one thread.
class Player {
public:
    Player();
    ~Player();
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;

    // Empty if every answer was as expected, else what differs, named by line.
    std::string play(const std::string& path);

    // What `who` gets, answers and messages, after writing this; parted by blank lines.
    std::string say(const std::string& who, const std::string& text);
    // An address bound to nobody, under that name.
    void newcomer(const std::string& name) { bind_newcomer(name); }
    // What `who` gets after sharing his own contact.
    std::string share_contact(const std::string& who, const std::string& number);
    // The same after editing the last message.
    std::string edit(const std::string& who, const std::string& text);
    // The clock moves; what became due is done.
    void wait(std::chrono::minutes time);
    [[nodiscard]] const std::string& database_url() const { return database_.url(); }

private:
    struct Message {
        std::string text, buttons, press_key, message_id;
    };
    struct Person {
        std::int64_t conversation_id = 0;
        std::deque<Message> unread;
        std::deque<Message> seen;
        std::string written;  // id of the last message
    };

    Person& person(const std::string& name);
    void bind_newcomer(const std::string& name);
    void act(const Step& step);
    std::string expect(const Step& step);
    void send_file(Person& who, const Step& step);
    void fetch_files();
    static std::string heard_by(const Person& person);
    std::string add_event(
        Person& who,
        const std::string& kind,
        const std::string& body,
        const std::string& detail,
        const std::string& reply_to
    );
    void work();
    void do_due();
    void collect();
    std::string unexpected() const;

    // The script's time, for what takes a clock.
    class ScriptClock;

    support::TestDatabase database_;
    support::TemporaryFolder evidence_folder_;
    std::unique_ptr<storage::Connection> connection_;
    std::map<std::string, Person> people_;
    bot::Random random_;
    domain::Instant now_;
    int next_id_ = 1;
    std::map<std::string, std::string> files_;  // at the platform, by reference
    std::unique_ptr<bot::Clock> clock_;
    bot::Metrics metrics_;
    bot::Signal signal_;
    std::unique_ptr<adapters::FolderEvidenceStore> evidence_;
    std::unique_ptr<bot::BuktiWorker> fetcher_;
};

}  // namespace script
