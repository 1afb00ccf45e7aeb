#include "adapters/simulator/act.hpp"

#include <gtest/gtest.h>

#include "adapters/simulator/receipt.hpp"
#include "adapters/simulator/simulator.hpp"

namespace adapters::simulator {
namespace {

const domain::Instant kAt = *domain::instan_dari_rfc3339("2026-04-27T08:00:00+07:00");

Act act_with(Content content) {
    return {
        .id = "abc",
        .address = "sim-1",
        .at = kAt,
        .reply_to = "7",
        .message_id = "12",
        .content = std::move(content)};
}

Incoming read_back(const Act& act) {
    const Decoded decoded = decode(write_act(act));
    EXPECT_EQ(decoded.unreadable, "");
    return decoded.incoming.size() == 1 ? decoded.incoming.front() : Incoming{};
}

TEST(SimulatorAct, NamesWhoSaysWhatWhen) {
    const Incoming incoming = read_back(act_with(Text{"realisasi rhk 1 3 laporan"}));

    EXPECT_EQ(incoming.account, "simulator");
    EXPECT_EQ(incoming.external_id, "abc");
    EXPECT_EQ(incoming.conversation, "sim-1");
    EXPECT_EQ(incoming.sender, "sim-1");
    EXPECT_EQ(incoming.message_id, "12");
    EXPECT_EQ(incoming.reply_to, "7");
    EXPECT_EQ(incoming.sent_at, kAt);
    EXPECT_EQ(std::get<Text>(incoming.content).text, "realisasi rhk 1 3 laporan");
}

TEST(SimulatorAct, KeepsWhatWasPressedSharedHandedInAndPut) {
    const Incoming pressed = read_back(act_with(Press{"h-1", "", "9"}));
    EXPECT_EQ(std::get<Press>(pressed.content).handle, "h-1");
    EXPECT_EQ(std::get<Press>(pressed.content).pressed_message, "9");

    const Incoming contact = read_back(act_with(ContactCard{"+62812", /*own=*/true}));
    EXPECT_EQ(std::get<ContactCard>(contact.content).number, "+62812");
    EXPECT_TRUE(std::get<ContactCard>(contact.content).own);

    File file;
    file.kind = FileKind::Photo;
    file.reference = "5";
    file.mime = "image/png";
    file.name = "foto.png";
    file.size_bytes = 70;
    file.caption = "rhk 1";
    const File read = std::get<File>(read_back(act_with(file)).content);
    EXPECT_EQ(read.kind, FileKind::Photo);
    EXPECT_EQ(read.reference, "5");
    EXPECT_EQ(read.size_bytes, 70);
    EXPECT_EQ(read.caption, "rhk 1");

    const Incoming edited = read_back(act_with(Edited{"realisasi rhk 1 4 laporan"}));
    EXPECT_EQ(std::get<Edited>(edited.content).text, "realisasi rhk 1 4 laporan");
    EXPECT_EQ(edited.message_id, "12") << "the edited message";

    Reaction reaction;
    reaction.message_id = "9";
    const Reaction gone = std::get<Reaction>(read_back(act_with(reaction)).content);
    EXPECT_TRUE(gone.added.empty());
    EXPECT_TRUE(gone.replaces);
}

TEST(SimulatorAct, TellsApartWhatCannotBeRead) {
    for (const std::string body :
         {"",
          "[]",
          "{}",
          R"({"id":"1","alamat":"sim-1","pada":"kemarin","jenis":"teks"})",
          R"({"id":"1","alamat":"sim-1","pada":"2026-04-27T08:00:00+07:00","jenis":"lain"})",
          R"({"id":1,"alamat":"sim-1","pada":"2026-04-27T08:00:00+07:00","jenis":"teks"})"}) {
        const Decoded decoded = decode(body);
        EXPECT_TRUE(decoded.incoming.empty()) << body;
        EXPECT_NE(decoded.unreadable, "") << body;
    }
}

TEST(SimulatorReceipt, IsADeliveryReportForEachMessage) {
    const std::string body = write_receipt(
        {.address = "sim-1",
         .at = kAt,
         .status = DeliveryStatus::Read,
         .messages = {{"12", "7"}, {"13", ""}}}
    );

    const Decoded decoded = Simulator("rahasia").decode(body);

    EXPECT_EQ(decoded.unreadable, "");
    EXPECT_TRUE(decoded.incoming.empty());
    ASSERT_EQ(decoded.reports.size(), 2U);
    const DeliveryReport& first = decoded.reports[0];
    EXPECT_EQ(first.account, "simulator");
    EXPECT_EQ(first.external_id, "12:dibaca:sim-1");
    EXPECT_EQ(first.message_id, "12");
    EXPECT_EQ(first.recipient, "sim-1");
    EXPECT_EQ(first.tracker, "7");
    EXPECT_EQ(first.status, DeliveryStatus::Read);
    EXPECT_EQ(first.at, kAt);
    EXPECT_EQ(decoded.reports[1].tracker, "");
}

TEST(SimulatorReceipt, TellsApartWhatCannotBeRead) {
    for (const std::string body :
         {R"({"jenis":"dibaca"})",
          R"({"alamat":"sim-1","pada":"kemarin","jenis":"dibaca","pesan":[{"id":"1"}]})",
          R"({"alamat":"sim-1","pada":"2026-04-27T08:00:00+07:00","jenis":"sampai","pesan":[{}]})",
          R"({"alamat":"sim-1","pada":"2026-04-27T08:00:00+07:00","jenis":"sampai","pesan":["1"]})"}) {
        const auto decoded = decode_receipt(body);
        ASSERT_TRUE(decoded) << body;
        EXPECT_TRUE(decoded->reports.empty()) << body;
        EXPECT_NE(decoded->unreadable, "") << body;
    }
    EXPECT_FALSE(decode_receipt(write_act(act_with(Text{"dibaca"}))));
    EXPECT_FALSE(decode_receipt("["));
}

TEST(SimulatorPlatform, IsGenuineWithItsSecretOnly) {
    const Simulator platform("rahasia");

    EXPECT_TRUE(platform.is_genuine({"Bearer rahasia", "{}"}));
    EXPECT_FALSE(platform.is_genuine({"Bearer rahasi", "{}"}));
    EXPECT_FALSE(platform.is_genuine({"rahasia", "{}"}));
    EXPECT_FALSE(platform.is_genuine({"", "{}"}));
    EXPECT_FALSE(Simulator("").is_genuine({"Bearer ", "{}"}));
}

}  // namespace
}  // namespace adapters::simulator
