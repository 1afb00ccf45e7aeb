#pragma once

#include <atomic>
#include <optional>
#include <string_view>

namespace adapters::simulator {

// Which platform the simulated phones look like: its kinds of messages and its limits hold.
enum class Look { Telegram, WhatsApp };

std::string_view word_of(Look look);  // "telegram", "whatsapp"
std::optional<Look> look_of(std::string_view word);

// The look as it is now. Shared by all threads.
class LookSwitch {
public:
    [[nodiscard]] Look now() const { return look_; }
    void turn_to(Look look) { look_ = look; }

private:
    std::atomic<Look> look_{Look::Telegram};
};

}  // namespace adapters::simulator
