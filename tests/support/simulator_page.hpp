#pragma once

#include <boost/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/webhook_client.hpp"

namespace support {

// What the page of the simulator does, by its routes. For one thread.
class SimulatorPage {
public:
    explicit SimulatorPage(unsigned short port) : client_(port) {}

    // Any request; status 0 if no answer came.
    HttpAnswer ask(
        const std::string& method, const std::string& target, const std::string& body = ""
    );
    // A POST with an object; its status.
    int post(const std::string& path, const boost::json::object& body);

    boost::json::object state();
    // The phone of the person of that NIP; empty if there is none.
    std::string phone_of(const std::string& nip);

    // The id of the message; empty if it was refused.
    std::string says(
        const std::string& phone, const std::string& text, const std::string& reply_to = ""
    );
    boost::json::array messages(const std::string& phone);
    // How many messages of the bot on that phone hold the words.
    int told(const std::string& phone, const std::string& words);
    // The newest of them; nothing if there is none.
    std::optional<boost::json::object> newest(const std::string& phone, const std::string& words);
    // Presses the button of that label under the newest message with those words; the status.
    int presses(const std::string& phone, const std::string& words, const std::string& label);

    int moves_clock(const std::string& time);
    int breaks(const std::string& kind, int seconds = 10);

private:
    HttpClient client_;
};

}  // namespace support
