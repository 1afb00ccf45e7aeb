#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "adapters/platform.hpp"
#include "bot/service/loop.hpp"
#include "bot/service/send_gate.hpp"

namespace bot {

// Shows people that an answer is being written, if it takes over a second, and that a file is on
// its way (PLATFORMS.md section 4.1): best effort, once, without a row (RELIABILITY.md rule 22). On
// a thread and a connection of its own, so that no message and no press waits for it; what the
// account has no room for, or what comes too late to be of use, is left out. Channels without a
// client show nothing. step() is for one thread, the other functions may be called from any;
// time is an argument.
class ChatActions {
public:
    using Time = SendGate::Time;

    // A person has asked something; an answer is to be expected.
    void asked(const std::string& channel, const std::string& address, Time now);
    // A message to the person leaves now: nothing has to be shown any more.
    void answering(const std::string& channel, const std::string& address);
    // The next message to the person is a file that has to be uploaded first.
    void uploading(
        const std::string& channel, const std::string& address, adapters::FileKind kind, Time now
    );

    // The client of a channel and the gate of its account, which outlives this; before the loop
    // starts.
    void set_client(
        std::string channel, std::unique_ptr<adapters::PlatformClient> client, SendGate& gate
    );

    // Shows at most one action that is due.
    StepResult step(Time now);
    Signal& signal() { return signal_; }

private:
    struct Chat {
        std::string channel, address;
        auto operator<=>(const Chat&) const = default;
    };
    struct Waiting {
        adapters::ChatAction action = adapters::ChatAction::Typing;
        std::optional<Time> due{};    // nothing: none is to be shown
        std::optional<Time> shown{};  // the last one
    };
    struct Client {
        std::unique_ptr<adapters::PlatformClient> platform;
        SendGate* gate;
    };
    void expect(const Chat& chat, adapters::ChatAction action, Time due);
    std::optional<std::pair<Chat, adapters::ChatAction>> take_due(Time now);

    Signal signal_;
    std::mutex mutex_;
    std::map<Chat, Waiting> waiting_;
    std::map<std::string, Client> clients_;
};

}  // namespace bot
