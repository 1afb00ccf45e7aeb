#include "adapters/hmac.hpp"

#include <gtest/gtest.h>

#include <set>

namespace adapters {
namespace {

TEST(Hmac, AgreesWithFixedVectors) {
    // RFC 4231 test cases 1, 2 and 6 (a key longer than a block); PLATFORMS.md section 11.
    struct Vector {
        std::string key;
        std::string message;
        std::string digest;
    };
    const Vector vectors[] = {
        {std::string(20, '\x0b'),
         "Hi There",
         "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"},
        {"Jefe",
         "what do ya want for nothing?",
         "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"},
        {std::string(131, '\xaa'),
         "Test Using Larger Than Block-Size Key - Hash Key First",
         "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"},
        {"secret", "test", "0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0914"},
        {"app-secret", "", "f685db4c946698bf105ff5b62e30bc1f78216f3914b12bb750f8992aa6748824"},
        {"", "", "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"}};
    for (const Vector& vector : vectors) {
        EXPECT_EQ(hex(hmac_sha256(vector.key, vector.message)), vector.digest);
    }
}

TEST(Sha256, AgreesWithFixedVectors) {
    // FIPS 180-2, appendix B.
    EXPECT_EQ(
        hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
    EXPECT_EQ(hex(sha256({})), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(ConstantTimeEqual, IsTrueForTheSameBytesOnly) {
    EXPECT_TRUE(constant_time_equal("abc", "abc"));
    EXPECT_TRUE(constant_time_equal({}, ""));
    EXPECT_TRUE(constant_time_equal(std::string_view("a\0b", 3), std::string_view("a\0b", 3)));
    EXPECT_FALSE(constant_time_equal("abc", "abd"));
    EXPECT_FALSE(constant_time_equal("abc", "ab"));
    EXPECT_FALSE(constant_time_equal("abc", "abcd"));
    EXPECT_FALSE(constant_time_equal("abc", {}));
    EXPECT_FALSE(constant_time_equal(std::string_view("a\0b", 3), std::string_view("a\0c", 3)));
}

TEST(Base64Url, AgreesWithFixedVectors) {
    // RFC 4648 section 10, without padding; the last has both signs that differ from base64.
    const std::pair<std::vector<unsigned char>, std::string> vectors[] = {
        {{}, ""},
        {{'f'}, "Zg"},
        {{'f', 'o'}, "Zm8"},
        {{'f', 'o', 'o'}, "Zm9v"},
        {{'f', 'o', 'o', 'b', 'a', 'r'}, "Zm9vYmFy"},
        {{0xFB, 0xFF, 0xFE}, "-__-"}};
    for (const auto& [bytes, text] : vectors) EXPECT_EQ(base64url(bytes), text);
}

TEST(RandomBytes, GivesHandlesOf22CharactersThatDiffer) {
    std::set<std::string> handles;
    for (int i = 0; i < 1'000; ++i) handles.insert(base64url(random_bytes(16)));

    EXPECT_EQ(handles.size(), 1'000U);
    EXPECT_EQ(handles.begin()->size(), 22U);
    EXPECT_TRUE(random_bytes(0).empty());
}

}  // namespace
}  // namespace adapters
