#include <gtest/gtest.h>

#include "tests/service/whatsapp_day.hpp"

// What the platform reports of our messages (PLATFORMS.md section 8).
namespace support {
namespace {

TEST_F(WhatsAppDay, ReportsMoveForwardAndUnknownOnesAreKept) {
    bind_both();
    const SentWhatsApp message = siti_.told().empty() ? siti_.all().back() : siti_.told().back();
    const auto report = [&](const std::string& id, const std::string& status) {
        return post_whatsapp(
            world_.service().port(),
            graph_.account(),
            siti_.webhooks().status(
                {.message_id = id, .recipient = siti_.person().number, .status = status}
            )
        );
    };
    EXPECT_EQ(report(message.message_id, "read"), 200);
    EXPECT_EQ(report(message.message_id, "delivered"), 200);
    EXPECT_EQ(report(message.message_id, "read"), 200) << "once more";
    EXPECT_EQ(report("wamid.unknown", "delivered"), 200);
    ASSERT_TRUE(world_.wait_until_at_rest(std::chrono::seconds{10}));

    EXPECT_EQ(
        text_of("SELECT delivery FROM outbox WHERE message_id = '" + message.message_id + "'"),
        "read"
    );
    EXPECT_EQ(text_of("SELECT count(*) FROM delivery_report"), "3");
    EXPECT_EQ(text_of("SELECT count(*) FROM delivery_report WHERE outbox_id IS NULL"), "1");
}

TEST_F(WhatsAppDay, AReportSettlesADoubt) {
    bind_both();
    // One of the two is for the mark that the message was read.
    graph_.fail_next(
        {{.kind = FaultKind::Reset, .delivered = true},
         {.kind = FaultKind::Reset, .delivered = true}}
    );
    EXPECT_EQ(
        post_whatsapp(
            world_.service().port(),
            graph_.account(),
            siti_.webhooks().text(siti_.person(), graph_.stamp(siti_.person()), "profil")
        ),
        200
    );
    EXPECT_TRUE(wait_until(
        [&] { return text_of("SELECT count(*) FROM attempt WHERE outcome = 'in_doubt'") == "1"; },
        std::chrono::seconds{10}
    ));
    const SentWhatsApp arrived = siti_.all().back();

    EXPECT_EQ(
        post_whatsapp(
            world_.service().port(),
            graph_.account(),
            siti_.webhooks().status(
                {.message_id = arrived.message_id,
                 .recipient = siti_.person().number,
                 .status = "delivered",
                 .tracker = arrived.tracker}
            )
        ),
        200
    );
    ASSERT_TRUE(world_.wait_until_at_rest(std::chrono::seconds{10}));
    EXPECT_EQ(siti_.all().back().message_id, arrived.message_id) << "it came twice";
    siti_.says("menu");
    EXPECT_EQ(siti_.told().size(), 1U) << "the chat goes on at once";
}

}  // namespace
}  // namespace support
