#include "bot/service/outgoing.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "adapters/telegram/encode.hpp"
#include "adapters/whatsapp/encode.hpp"
#include "bot/conversation/replies/realisasi.hpp"
#include "bot/message_parts.hpp"

namespace bot_test {
namespace {

constexpr std::string_view kPressKey = "abcdefghijklmnopqrstuv";

std::vector<domain::Rhk> rhk(int count) {
    std::vector<domain::Rhk> all;
    for (int nomor = 1; nomor <= count; ++nomor) {
        domain::Rhk one;
        one.nomor = nomor;
        one.teks = "Tersusunnya laporan é layanan\tterpadu\nbagian " + std::to_string(nomor);
        while (one.teks.size() < 200) one.teks += " dan seterusnya";
        all.push_back(std::move(one));
    }
    return all;
}

// The question for the RHK on its way through the outbox, its last part.
adapters::Outgoing question(const std::vector<domain::Rhk>& all, std::string recipient) {
    std::vector<const domain::Rhk*> choices;
    for (const domain::Rhk& one : all) choices.push_back(&one);
    const bot::Reply reply = bot::tanya_rhk(choices);
    storage::NewMessage row;
    row.body = reply.body;
    row.buttons = bot::encode_buttons(reply);
    row.press_key = std::string(kPressKey);
    std::vector<storage::NewMessage> parts;
    bot::add_in_parts(parts, row);
    storage::LaneMessage message;
    message.body = parts.back().body;
    message.buttons = parts.back().buttons;
    message.press_key = parts.back().press_key.value_or("");
    message.address = std::move(recipient);
    return bot::outgoing_of(message, adapters::Window::Open);
}

TEST(Outgoing, OffersUpToThreeChoicesAsButtons) {
    const auto outgoing = question(rhk(3), "42");

    EXPECT_FALSE(outgoing.list);
    ASSERT_EQ(outgoing.buttons.size(), 3U);
    EXPECT_EQ(outgoing.buttons[2].label, "RHK 3");
    EXPECT_EQ(outgoing.buttons[2].handle, std::string(kPressKey) + "C");
}

TEST(Outgoing, OffersUpToTenChoicesAsAListThatBothPlatformsTake) {
    for (const int count : {4, 10, 25}) {
        const auto all = rhk(count);
        const auto outgoing = question(all, "42");

        ASSERT_TRUE(outgoing.list) << count;
        EXPECT_TRUE(outgoing.buttons.empty());
        const auto& rows = outgoing.list->rows;
        ASSERT_EQ(rows.size(), static_cast<std::size_t>(std::min(count, 10)));
        EXPECT_EQ(
            rows.back().handle, std::string(kPressKey) + static_cast<char>('A' + rows.size() - 1)
        );
        const auto telegram = adapters::telegram::encode(outgoing);
        EXPECT_TRUE(telegram) << count;
        const auto whatsapp = adapters::whatsapp::encode(question(all, "6281255500001"));
        ASSERT_TRUE(whatsapp) << adapters::whatsapp::name_of(whatsapp.error());
        EXPECT_NE(whatsapp->find(R"("type":"list")"), std::string::npos);
    }
}

}  // namespace
}  // namespace bot_test
