#include "adapters/whatsapp/whatsapp.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace adapters {
namespace {

const std::string kVerifyToken = "uji-verifikasi";

TEST(WhatsApp, KnowsItsOwn) {
    const WhatsApp whatsapp("111", "secret", kVerifyToken);

    EXPECT_EQ(whatsapp.name(), "whatsapp");
    EXPECT_EQ(whatsapp.account(), "111");
    EXPECT_EQ(whatsapp.signature_field(), "X-Hub-Signature-256");
    EXPECT_TRUE(whatsapp.is_genuine(
        {"sha256=0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0914", "test"}
    ));
    EXPECT_FALSE(whatsapp.is_genuine({"", "test"}));
    EXPECT_EQ(
        whatsapp.decode(R"({"object":"whatsapp_business_account","entry":[]})").unreadable, ""
    );
}

TEST(WhatsApp, AnswersTheChallenge) {
    const WhatsApp whatsapp("111", "secret", "uji verifikasi&1");

    EXPECT_EQ(
        whatsapp.answer_challenge("hub.mode=subscribe&hub.challenge=1158201444&"
                                  "hub.verify_token=uji+verifikasi%261"),
        "1158201444"
    );
    EXPECT_EQ(
        whatsapp.answer_challenge("hub%2Emode=subscribe&x&hub.challenge=1&"
                                  "hub.verify_token=uji%20verifikasi%261"),
        "1"
    );
}

TEST(WhatsApp, RefusesEveryOtherChallenge) {
    const WhatsApp whatsapp("111", "secret", kVerifyToken);
    const std::string token = "&hub.verify_token=" + kVerifyToken;
    const std::string start = "hub.mode=subscribe&hub.challenge=1";
    const std::string queries[] = {
        "",
        start,
        start + "&hub.verify_token=",
        start + "&hub.verify_token=lain",
        start + token + "x",
        start + token + "&hub.verify_token=lain",
        start + token + token,
        start + token + "%",
        start + token + "%2",
        start + token + "%zz",
        "hub.mode=unsubscribe&hub.challenge=1" + token,
        "hub.challenge=1" + token,
        "hub.mode=subscribe" + token,
        "hub.mode=subscribe&hub.challenge=" + token,
        "hub.mode=subscribe&hub.challenge=%3Cscript%3E" + token,
        "hub.mode=subscribe&hub.challenge=" + std::string(257, '1') + token};

    ASSERT_TRUE(whatsapp.answer_challenge(start + token));
    for (const auto& query : queries) EXPECT_FALSE(whatsapp.answer_challenge(query)) << query;
    EXPECT_FALSE(WhatsApp("111", "secret", "").answer_challenge(start + "&hub.verify_token="));
}

TEST(WhatsApp, RefusesABadNumberId) {
    for (const std::string id : {"", "1/2", "1 2", "1\r\n2"}) {
        EXPECT_THROW(WhatsApp(id, "secret", kVerifyToken), std::invalid_argument) << id;
    }
}

}  // namespace
}  // namespace adapters
