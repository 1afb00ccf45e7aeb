#include "adapters/whatsapp/signature.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "adapters/hmac.hpp"
#include "adapters/whatsapp/whatsapp.hpp"
#include "tests/adapters/samples.hpp"

namespace adapters::whatsapp {
namespace {

// The same value with a real emoji where the escape was.
std::string rewritten(std::string body) {
    const std::string escape = "\\ud83d\\udc4b";
    return body.replace(body.find(escape), escape.size(), "👋");
}

struct Vector {
    std::string name;
    std::string secret;
    std::string body;
    std::string digits;
};

// PLATFORMS.md section 11.
std::vector<Vector> vectors() {
    const std::string body =
        tests::read_file(tests::data_folder() / "whatsapp_signature" / "body.json");
    return {
        {"test",
         "secret",
         "test",
         "0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0914"},
        {"as received",
         "app-secret",
         body,
         "8e09be138417ce388246fa1786cdf9b2e54cba515c7af7fabcf9b1a981fb7f43"},
        {"rewritten",
         "app-secret",
         rewritten(body),
         "7b33c7091a74d000e57453384a6aba6638c409b8116b0a331392cf6784280dbd"},
        {"with a line feed",
         "app-secret",
         body + "\n",
         "f42778a0ec6f47d8f6da53b67b77c878a6e6906c07e3726f203695828c0bef55"},
        {"empty",
         "app-secret",
         "",
         "f685db4c946698bf105ff5b62e30bc1f78216f3914b12bb750f8992aa6748824"}};
}

TEST(WhatsAppSignature, IsRightForItsOwnBodyAndSecretAlone) {
    const auto all = vectors();
    ASSERT_EQ(all[1].body.size(), 261U);
    ASSERT_EQ(all[2].body.size(), 253U);

    for (const Vector& signature : all) {
        for (const Vector& other : all) {
            const bool own = signature.name == other.name;
            EXPECT_EQ(is_signed("sha256=" + signature.digits, other.body, other.secret), own)
                << signature.name << " for " << other.name;
        }
    }
}

TEST(WhatsAppSignature, IsRefusedInEveryOtherForm) {
    const Vector good = vectors()[0];
    std::string upper = good.digits;
    for (char& c : upper) c = c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
    const std::string signed_once = "sha256=" + good.digits;
    const std::string forms[] = {
        "",
        "sha256=",
        good.digits,
        "sha1=" + good.digits,
        "SHA256=" + good.digits,
        "sha256:" + good.digits,
        "sha256=" + good.digits.substr(1),
        signed_once + "0",
        "sha256=" + upper,
        " " + signed_once,
        signed_once + " ",
        signed_once + std::string(1, '\0'),
        signed_once + ", " + signed_once,
        "sha256=" + std::string(64, 'g'),
        "sha256=" + std::string(64, '0')};

    ASSERT_TRUE(is_signed(signed_once, good.body, good.secret));
    for (const auto& form : forms) EXPECT_FALSE(is_signed(form, good.body, good.secret)) << form;
}

TEST(WhatsAppSignature, IsRefusedWithOneBitFlippedAnywhere) {
    const Vector good = vectors()[1];
    const std::string field = "sha256=" + good.digits;
    const auto flipped = [](std::string bytes, std::size_t bit) {
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
        return bytes;
    };

    for (std::size_t bit = 0; bit < field.size() * 8; ++bit) {
        EXPECT_FALSE(is_signed(flipped(field, bit), good.body, good.secret)) << bit;
    }
    for (std::size_t bit = 0; bit < good.body.size() * 8; ++bit) {
        EXPECT_FALSE(is_signed(field, flipped(good.body, bit), good.secret)) << bit;
    }
}

TEST(WhatsAppSignature, IsRefusedWithoutASecret) {
    const std::string empty_key = "sha256=" + hex(hmac_sha256("", "test"));

    EXPECT_FALSE(is_signed(empty_key, "test", ""));
    EXPECT_FALSE(WhatsApp("111", "", "").is_genuine({empty_key, "test"}));
}

}  // namespace
}  // namespace adapters::whatsapp
