#include "bot/service/chat_actions.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

// PLATFORMS.md section 4.1, with a clock of our own.
namespace bot_test {
namespace {

using adapters::ChatAction;
using adapters::FileKind;
using bot::ChatActions;
using bot::SendGate;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr SendGate::Time kAsked{std::chrono::hours{1}};

struct Shown {
    std::string address;
    ChatAction action;
    bool operator==(const Shown&) const = default;
};

// Writes down what the person would see.
class WatchedClient : public adapters::PlatformClient {
public:
    explicit WatchedClient(std::vector<Shown>& shown) : shown_(shown) {}
    adapters::SendOutcome send(const adapters::Outgoing&) override { return adapters::Sent{"1"}; }
    std::optional<adapters::FetchFailure>
    fetch(std::string_view, std::int64_t, const std::function<bool(std::string_view)>&) override {
        return adapters::FetchFailure::Gone;
    }
    void answer_press(std::string_view) override {}
    void show_action(std::string_view recipient, ChatAction action) override {
        shown_.push_back({std::string(recipient), action});
    }
    bool probe() override { return true; }

private:
    std::vector<Shown>& shown_;
};

class ChatActionsTest : public ::testing::Test {
protected:
    ChatActionsTest() {
        actions_.set_client("telegram", std::make_unique<WatchedClient>(shown_), gate_);
    }

    // What is shown at this moment.
    std::vector<Shown> shown_at(SendGate::Time now) {
        shown_.clear();
        while (actions_.step(now) == bot::StepResult::Worked) {
        }
        return shown_;
    }

    std::vector<Shown> shown_;
    SendGate gate_{25, 5};
    ChatActions actions_;
};

const std::vector<Shown> kTyping = {{"11", ChatAction::Typing}};
const std::vector<Shown> kNothing;

TEST_F(ChatActionsTest, ShowsTypingOnceIfTheAnswerTakesOverASecond) {
    actions_.asked("telegram", "11", kAsked);

    EXPECT_EQ(shown_at(kAsked + milliseconds{999}), kNothing);
    EXPECT_EQ(shown_at(kAsked + seconds{1}), kTyping);
    EXPECT_EQ(shown_at(kAsked + seconds{4}), kNothing);
    EXPECT_EQ(shown_at(kAsked + seconds{20}), kNothing);
}

TEST_F(ChatActionsTest, ShowsNothingIfTheAnswerGoesOutBefore) {
    actions_.asked("telegram", "11", kAsked);
    actions_.asked("telegram", "12", kAsked);
    actions_.answering("telegram", "11");

    EXPECT_EQ(shown_at(kAsked + seconds{2}), (std::vector<Shown>{{"12", ChatAction::Typing}}))
        << "the other chat still waits";
}

TEST_F(ChatActionsTest, DoesNotRepeatWhatIsStillSeen) {
    actions_.asked("telegram", "11", kAsked);
    ASSERT_EQ(shown_at(kAsked + seconds{1}), kTyping);
    actions_.asked("telegram", "11", kAsked + seconds{2});

    EXPECT_EQ(shown_at(kAsked + milliseconds{5'900}), kNothing);
    EXPECT_EQ(shown_at(kAsked + seconds{6}), kTyping);
}

TEST_F(ChatActionsTest, ShowsAtOnceThatAFileIsOnItsWay) {
    actions_.asked("telegram", "11", kAsked);
    actions_.answering("telegram", "11");
    actions_.uploading("telegram", "11", FileKind::Document, kAsked);
    actions_.uploading("telegram", "12", FileKind::Photo, kAsked);

    EXPECT_EQ(
        shown_at(kAsked),
        (std::vector<Shown>{{"11", ChatAction::SendingDocument}, {"12", ChatAction::SendingPhoto}})
    );
}

TEST_F(ChatActionsTest, LeavesOutWhatTheAccountHasNoRoomFor) {
    while (gate_.admit(kAsked + seconds{1}) == SendGate::Duration::zero()) {
    }
    actions_.asked("telegram", "11", kAsked);

    EXPECT_EQ(shown_at(kAsked + seconds{1}), kNothing);
    EXPECT_EQ(shown_at(kAsked + seconds{3}), kNothing) << "it is not made up for later";
}

TEST_F(ChatActionsTest, LeavesOutWhatIsTooLate) {
    actions_.asked("telegram", "11", kAsked);

    EXPECT_EQ(shown_at(kAsked + seconds{7}), kNothing);
}

TEST_F(ChatActionsTest, AChannelWithoutAClientShowsNothing) {
    actions_.asked("whatsapp", "11", kAsked);
    actions_.uploading("whatsapp", "11", FileKind::Document, kAsked);

    EXPECT_EQ(shown_at(kAsked + seconds{2}), kNothing);
}

}  // namespace
}  // namespace bot_test
