#include <gtest/gtest.h>

#include <vector>

#include "tests/service/size.hpp"
#include "tests/support/bot_world.hpp"
#include "tests/support/wait.hpp"

// A7 of RELIABILITY.md section 4: bodies that nobody can work on are kept byte for byte, have no
// effect and hold nobody up.
namespace support::poison {
namespace {

constexpr int kChats = 20;
constexpr std::chrono::milliseconds kNextGoodMessage{1000};
constexpr std::chrono::seconds kAfterACrash{30};

std::string with_text(const Person& person, const Stamp& stamp, const std::string& json_text) {
    std::string body = text_update(person, stamp, "PLACE");
    body.replace(body.find("\"PLACE\""), 7, json_text);
    return body;
}

// One body of each kind that has broken a bot before; `round` makes them differ.
std::vector<std::string> poison(const Person& person, Stamps& stamps, long round) {
    const std::string n = std::to_string(round);
    const std::string depth(100000, '[');
    const std::string nul("\0", 1);
    return {
        with_text(person, stamps.next(), R"("a\u0000b)" + n + "\""),
        with_text(person, stamps.next(), "\"a" + nul + "b" + n + "\""),
        with_text(person, stamps.next(), "\"\xff\xfe\xc0\xaf" + n + "\""),
        with_text(person, stamps.next(), R"("\ud83d)" + n + "\""),
        with_text(person, stamps.next(), "1e999999999"),
        with_text(person, stamps.next(), "{\"nested\":" + n + "}"),
        R"({"update_id":)" + std::string(30, '9') + R"(,"message":{"n":)" + n + "}}",
        R"({"update_id":-)" + n + R"(,"message":null})",
        R"({"update_id":)" + std::to_string(stamps.next().update_id) + "}",
        R"({"update_id":)" + std::to_string(stamps.next().update_id) + R"(,"kind_of_2099":{}})",
        R"({"update_id":1e999999999,"message":{"n":)" + n + "}}",
        "[" + n + "]",
        n + depth,
        depth + n,
        "{\"" + n,
        "",
        nul + n,
        "\xef\xbb\xbf{}" + n,
        R"({"update_id":1,"update_id":2,"n":)" + n + "}",
    };
}

// The bodies that are kept under none of the hashes; empty if all are.
long missing_bodies(const BotWorld& world, const std::vector<std::string>& bodies) {
    long missing = 0;
    for (const std::string& body : bodies) {
        std::string hex;
        constexpr char kDigits[] = "0123456789abcdef";
        for (const char c : body) {
            const auto byte = static_cast<unsigned char>(c);
            hex += kDigits[byte >> 4U];
            hex += kDigits[byte & 15U];
        }
        missing += query_number(
                       world.database_url(),
                       "SELECT count(*) FROM inbox WHERE raw = decode('" + hex + "', 'hex')"
                   ) == 1
                       ? 0
                       : 1;
    }
    return missing;
}

bool was_told(const BotWorld& world, const Person& person, const std::string& words) {
    for (const SentMessage& message : world.api().sent_to(person.id))
        if (holds(message, words)) return true;
    return false;
}

TEST(Poison, IsKeptHasNoEffectAndHoldsNobodyUp) {
    BotWorld world({.staff = kChats, .environment = BotWorld::unpaced()});
    WebhookClient client = world.client();
    const long rounds = sized(10, 100);
    std::vector<std::string> all;
    for (long round = 0; round < rounds; ++round) {
        const Person& person =
            world.office().staff(static_cast<std::size_t>(round) % kChats).person;
        for (std::string& body : poison(person, world.stamps(), round)) {
            EXPECT_EQ(client.post(body), 200) << "round " << round << ": " << body.substr(0, 80);
            all.push_back(std::move(body));
        }
        const std::string value = std::to_string(round + 1) + " laporan";
        EXPECT_EQ(
            client.post(text_update(person, world.stamps().next(), "realisasi rhk 1 " + value)), 200
        );
        EXPECT_TRUE(wait_until(
            [&] { return was_told(world, person, std::to_string(round + 1) + " Laporan"); },
            kNextGoodMessage
        )) << "the next good message of the chat was held up\n"
           << world.service().log_end();
    }

    EXPECT_TRUE(world.service().running());
    EXPECT_EQ(missing_bodies(world, all), 0) << "bodies that are not kept byte for byte";
    EXPECT_EQ(query_number(world.database_url(), "SELECT count(*) FROM receipt"), rounds)
        << "only the good messages may have an effect";
}

TEST(PoisonControl, BodiesAsJsonbMustBeRefused) {
    BotWorld world({.staff = 1, .binary = defects_binary(), .defect = "store_jsonb"});
    WebhookClient client = world.client();
    long refused = 0;
    for (const std::string& body : poison(world.office().staff(0).person, world.stamps(), 1))
        refused += client.post(body) == 200 ? 0 : 1;

    EXPECT_GT(refused, 0);
}

// Lets the program die on one message again and again (the kill point stands in the middle of a
// turn), then run as usual. Gives back in which state the message ends.
std::string state_of_a_message_that_kills(const std::string& defect) {
    constexpr int kDeaths = 12;
    BotWorld world(
        {.staff = 1,
         .binary = defects_binary(),
         .defect = defect,
         .environment = BotWorld::unpaced()}
    );
    ServiceProcess& service = world.service();
    service.stop();
    service.set_environment("KILL_AT", "turn_written:1");
    const Person& person = world.office().staff(0).person;
    for (int death = 0; death < kDeaths; ++death) {
        service.start();
        if (death == 0)
            world.client().post_until_taken(
                text_update(person, world.stamps().next(), "realisasi rhk 1 2 laporan"),
                kAfterACrash
            );
        // Once the message is set aside, nothing kills any more.
        if (!service.wait(std::chrono::seconds{3})) break;
    }
    service.kill9();
    service.set_environment("KILL_AT", "");
    service.start_ready();
    EXPECT_EQ(
        world.client().post(text_update(person, world.stamps().next(), "realisasi rhk 1 5 laporan")
        ),
        200
    );
    EXPECT_TRUE(wait_until([&] { return was_told(world, person, "5 Laporan"); }, kAfterACrash))
        << "the chat does not go on\n"
        << service.log_end();
    return query_text(world.database_url(), "SELECT state FROM event ORDER BY event_id LIMIT 1");
}

TEST(PoisonControl, AMessageThatKillsTheWorkerIsSetAside) {
    EXPECT_EQ(state_of_a_message_that_kills(""), "quarantine");
}

TEST(PoisonControl, WithoutTheTryCounterItIsNotSetAside) {
    EXPECT_NE(state_of_a_message_that_kills("no_try_counter"), "quarantine");
}

}  // namespace
}  // namespace support::poison
