#include "adapters/whatsapp/api_version.hpp"

#include <gtest/gtest.h>

namespace {

using adapters::whatsapp::last_day_of_version;

TEST(ApiVersionTest, KnowsWhenAVersionEnds) {
    using namespace std::chrono;
    EXPECT_EQ(
        last_day_of_version("https://graph.facebook.com/v23.0"),
        domain::Tanggal{year{2027} / October / 8}
    );
    EXPECT_EQ(last_day_of_version("https://graph.facebook.com/v99.0"), std::nullopt);
    EXPECT_EQ(last_day_of_version(""), std::nullopt);
}

}  // namespace
