#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "adapters/http_client.hpp"
#include "adapters/platform.hpp"
#include "adapters/simulator/encode.hpp"
#include "adapters/simulator/look.hpp"

namespace adapters {

// The sending side of the simulated platform, over one kept connection. For one thread. Every call
// blocks, at most for the deadlines of HttpOptions.
class SimulatorClient final : public PlatformClient {
public:
    // `address` is the service's own, "http://127.0.0.1:8080"; `look` outlives the client. Throws
    // std::invalid_argument for a bad address or secret.
    SimulatorClient(
        std::string_view address, std::string secret, const simulator::LookSwitch& look
    );

    // A file goes up first. Where the phone's window is closed, the notice's approved words go out
    // instead, if there are any; else the outcome is WindowClosed.
    SendOutcome send(const Outgoing& message) override;

    std::optional<FetchFailure> fetch(
        std::string_view reference,
        std::int64_t most_bytes,
        const std::function<bool(std::string_view)>& take
    ) override;

    // The phone needs no answer to a press.
    void answer_press(std::string_view) override {}
    void show_seen(std::string_view message_id) override;
    // Of WhatsApp's look nothing can be edited.
    void remove_buttons(std::string_view recipient, std::string_view message_id) override;
    bool probe() override;

private:
    // Sent with the file's id in file_reference, or what became of the upload.
    SendOutcome upload(const Attachment& file);
    SendOutcome post_message(const domain::Result<std::string, std::string>& body);

    HttpClient http_;
    const simulator::LookSwitch& look_;
};

}  // namespace adapters
