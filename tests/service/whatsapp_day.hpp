#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/support/day.hpp"
#include "tests/support/wait.hpp"
#include "tests/support/whatsapp_phone.hpp"

namespace support {

// A person and her superior who write by WhatsApp: the real program, and a strict stand-in for the
// Cloud API (PLATFORMS.md sections 2, 5, 8 and 9).
class WhatsAppDay : public ::testing::Test {
protected:
    using MakeEnvironment = Environment (*)(const FakeGraphApi&);
    static Environment environment_for(const FakeGraphApi& graph);
    explicit WhatsAppDay(MakeEnvironment environment = environment_for)
        : environment_(environment) {}

    void SetUp() override;
    void TearDown() override;

    void bind_both();

    // As if the person had not written for a day.
    void close_window(const WhatsAppPhone& phone);

    // A photo as a phone sends it, with these words below.
    void siti_sends_photo(const std::string& media_id, const std::string& caption) {
        siti_.sends({.kind = "image", .id = media_id, .mime = "image/jpeg", .caption = caption});
    }

    [[nodiscard]] static bool comes(const WhatsAppPhone& phone, std::string_view words) {
        return wait_until([&] { return phone.was_told(words); }, std::chrono::seconds{20});
    }

    std::string status_of_realisasi() { return text_of("SELECT status FROM realisasi"); }

    std::string text_of(const std::string& sql) { return query_text(world_.database_url(), sql); }

    static constexpr char kClock[] = "2026-04-27T08:00:00+07:00";
    static constexpr char kSitiNip[] = "199203152015032904";
    static constexpr char kRatnaNip[] = "198204122006042902";

    MakeEnvironment environment_;
    std::size_t refusals_ = 0;  // that a test provokes
    FakeGraphApi graph_;
    BotWorld world_{
        {.staff = 1,
         .serve_arguments = {"--demo", "--clock", kClock},
         .environment = environment_(graph_),
         .import_folder = SKPBOT_SOURCE_DIR "/bot/demo"}};
    Day clock_{
        {.api = world_.api(),
         .service = world_.service(),
         .database_url = world_.database_url(),
         .secret = BotWorld::secret()},
        kClock};
    WhatsAppPhone siti_{
        graph_, world_, {.number = "6281255500004", .user_id = "ID.1001", .name = "Siti"}};
    WhatsAppPhone ratna_{graph_, world_, {.number = "6281255500002", .name = "Ratna"}};
};

}  // namespace support
