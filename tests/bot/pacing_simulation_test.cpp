#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <map>
#include <ostream>
#include <random>
#include <set>
#include <vector>

#include "adapters/telegram/limits.hpp"
#include "adapters/whatsapp/limits.hpp"
#include "bot/service/pacing.hpp"
#include "bot/service/settle_try.hpp"

// 10,000 notices to 5,000 people on both platforms while people go on asking, through the gate, the
// buckets and the order of the senders, on a clock of its own. What was sent when is judged
// afterwards by the platforms' own limits, written down anew here (PLATFORMS.md section 5).
namespace bot_test {
namespace {

using bot::SendGate;
using std::chrono::milliseconds;
using std::chrono::seconds;
using storage::Urgency;
using Time = SendGate::Time;

constexpr Time kFirstHour{std::chrono::hours{1}};
constexpr milliseconds kTick{5};

// What a platform takes, by its own word.
struct PlatformLimits {
    std::size_t per_second;
    std::size_t chat_burst;
    milliseconds chat_interval;
};

struct SimulatedMessage {
    int id = 0;
    int chat = 0;
    Urgency urgency = Urgency::Notice;
    Time created = kFirstHour;
};

struct SentAt {
    SimulatedMessage message;
    Time at;
    bool accepted = true;
    // Why its chat was chosen: what stands before an answer in the same chat goes for its sake.
    Urgency claimed_for = Urgency::Answer;
};

// The outbox and the lanes of one channel in memory, as storage/queries/lane has them, and senders
// that run on the simulated clock.
class SimulatedChannel {
public:
    SimulatedChannel(
        const bot::AccountPace& account, bot::ChatPace chat, int senders, std::uint32_t seed
    )
        : gate_(account), pace_(chat), senders_(senders), random_(seed) {}

    void add(const SimulatedMessage& message) {
        Chat& chat = chats_[message.chat];
        chat.waiting.push_back(message);
        waiting_[message.urgency].insert(message.chat);
        ++open_;
    }

    void make_slow(int chat, milliseconds latency) { chats_[chat].latency = latency; }
    // The platform refuses the chat's next message and asks to wait.
    void refuse_next(int chat, const adapters::RetryAfter& refusal) {
        chats_[chat].refusals.push_back(refusal);
    }

    void step(Time now) {
        finish(now);
        while (static_cast<int>(in_flight_.size()) < senders_) {
            const auto choice = bot::choose(gate_, now, [&](Urgency urgency) {
                claimed_for_ = urgency;
                return claim(urgency, now);
            });
            if (!choice.conversation) return;
            send(static_cast<int>(*choice.conversation), now);
        }
    }

    [[nodiscard]] bool at_rest() const { return open_ == 0 && in_flight_.empty(); }
    [[nodiscard]] const std::vector<SentAt>& sent() const { return sent_; }
    // When the program learned of the last refusal.
    [[nodiscard]] Time refused_at() const { return refused_at_; }

private:
    struct Chat {
        std::deque<SimulatedMessage> waiting;
        std::deque<adapters::RetryAfter> refusals;
        Time rest_until{};
        Time paced_until{};
        milliseconds latency{0};  // 0: as everybody's
        bool in_flight = false;
        int failures = 0;
    };
    struct Flight {
        int chat;
        adapters::SendOutcome outcome;
    };

    std::optional<std::int64_t> claim(Urgency urgency, Time now) {
        for (const int id : waiting_[urgency]) {
            const Chat& chat = chats_[id];
            if (!chat.in_flight && chat.rest_until <= now) return id;
        }
        return std::nullopt;
    }

    void send(int id, Time now) {
        Chat& chat = chats_[id];
        chat.in_flight = true;
        Flight flight{id, adapters::Sent{"1"}};
        const bool accepted = chat.refusals.empty();
        if (!accepted) {
            flight.outcome = chat.refusals.front();
            chat.refusals.pop_front();
        }
        sent_.push_back({chat.waiting.front(), now, accepted, claimed_for_});
        const milliseconds usual{50 + static_cast<int>(random_() % 250)};
        in_flight_.emplace(now + (chat.latency.count() > 0 ? chat.latency : usual), flight);
        begun_[id] = now;
    }

    void finish(Time now) {
        while (!in_flight_.empty() && in_flight_.begin()->first <= now) {
            const Flight flight = in_flight_.begin()->second;
            in_flight_.erase(in_flight_.begin());
            settle(flight, now);
        }
    }

    // As OutboxWorker settles.
    void settle(const Flight& flight, Time now) {
        Chat& chat = chats_[flight.chat];
        chat.in_flight = false;
        const auto ahead =
            std::chrono::duration_cast<milliseconds>(chat.paced_until - begun_[flight.chat]);
        const auto bucket = bot::after_send(pace_, ahead - since(begun_[flight.chat], now));
        chat.paced_until = now + bucket.ahead;
        storage::LaneMessage message;
        message.failures = chat.failures;
        const bot::SettledTry settled =
            bot::settle_try({message, 1, "simulated"}, flight.outcome, gate_, now, 0.5);
        chat.failures = settled.pace.failures;
        chat.rest_until = now + std::max(bucket.rest, milliseconds{settled.pace.rest_ms});
        if (settled.settlement.state != storage::MessageState::Sent) {
            refused_at_ = now;
            return;
        }
        const Urgency urgency = chat.waiting.front().urgency;
        chat.waiting.pop_front();
        --open_;
        const bool more =
            std::any_of(chat.waiting.begin(), chat.waiting.end(), [&](const auto& one) {
                return one.urgency == urgency;
            });
        if (!more) waiting_[urgency].erase(flight.chat);
    }

    static milliseconds since(Time begun, Time now) {
        return std::chrono::duration_cast<milliseconds>(now - begun);
    }

    SendGate gate_;
    bot::ChatPace pace_;
    int senders_;
    std::mt19937 random_;
    std::map<int, Chat> chats_;
    std::map<Urgency, std::set<int>> waiting_;
    std::multimap<Time, Flight> in_flight_;
    std::map<int, Time> begun_;
    std::vector<SentAt> sent_;
    int open_ = 0;
    Time refused_at_{};
    Urgency claimed_for_ = Urgency::Answer;
};

// How often the platform would have said 429, whatever the program thinks of its buckets.
int limit_breaks(const std::vector<SentAt>& sent, const PlatformLimits& limits) {
    int breaks = 0;
    std::map<int, std::vector<Time>> by_chat;
    for (std::size_t i = 0; i < sent.size(); ++i) {
        const std::size_t last = i + limits.per_second;
        if (last < sent.size() && sent[last].at - sent[i].at < seconds{1}) ++breaks;
        by_chat[sent[i].message.chat].push_back(sent[i].at);
    }
    // Between any two messages to one person there was time for those behind the first burst.
    for (const auto& [chat, times] : by_chat)
        for (std::size_t first = 0; first < times.size(); ++first)
            for (std::size_t last = first; last < times.size(); ++last) {
                const std::size_t count = last - first + 1;
                if (count <= limits.chat_burst) continue;
                const auto needed =
                    static_cast<int>(count - limits.chat_burst) * limits.chat_interval;
                if (times[last] - times[first] < needed) ++breaks;
            }
    return breaks;
}

struct Case {
    const char* name;
    bot::AccountPace account;
    bot::ChatPace chat;
    PlatformLimits limits;
    double notices_per_second;
};

void PrintTo(const Case& one, std::ostream* out) {
    *out << one.name;
}

namespace tg = adapters::telegram;
namespace wa = adapters::whatsapp;

const Case kCases[] = {
    {"telegram",
     bot::account_pace(tg::kMessagesPerSecond, {tg::kPlatformPerSecond, tg::kNoticesPerSecond}),
     {tg::kChatInterval, tg::kChatBurst},
     {.per_second = 30, .chat_burst = 3, .chat_interval = seconds{1}},
     20},
    {"whatsapp",
     bot::account_pace(wa::kMessagesPerSecond, {wa::kPlatformPerSecond, wa::kNoticesPerSecond}),
     {wa::kChatInterval, wa::kChatBurst},
     {.per_second = 80, .chat_burst = 10, .chat_interval = seconds{6}},
     20}};

constexpr int kPeople = 2'500;   // on each platform
constexpr int kNotices = 5'000;  // two to each
constexpr int kAnswers = 500;
constexpr int kBusyAnswers = 40;
constexpr int kSlowChat = 7;      // its phone company holds every message for 20 seconds
constexpr int kBusyChat = 11;     // asks 40 things at once
constexpr int kRefusedChat = 13;  // asked to wait half a minute
constexpr seconds kRefusedFor{30};

class PacingSimulation : public ::testing::TestWithParam<Case> {
protected:
    void SetUp() override {
        std::mt19937 random(20260327);
        for (int i = 0; i < kNotices; ++i) {
            // The first third of the people has legal notices, the second digests, the rest others.
            const int chat = i % kPeople;
            const auto urgency = static_cast<Urgency>(1 + chat * 3 / kPeople);
            channel_.add({next_id_++, chat, urgency, kFirstHour});
        }
        for (int i = 0; i < kAnswers; ++i)
            questions_.emplace(
                kFirstHour + milliseconds{random() % 240'000},
                100 + static_cast<int>(random() % 2'400)
            );
        for (int i = 0; i < kBusyAnswers; ++i)
            questions_.emplace(kFirstHour + seconds{5}, kBusyChat);
        channel_.make_slow(kSlowChat, seconds{20});
        // As the limit of one person of WhatsApp.
        channel_.refuse_next(
            kRefusedChat, {.delay = kRefusedFor, .scope = adapters::Scope::Conversation}
        );
        run();
    }

    void run() {
        const Time limit = kFirstHour + std::chrono::hours{1};
        for (Time now = kFirstHour; now < limit; now += kTick) {
            for (; !questions_.empty() && questions_.begin()->first <= now;
                 questions_.erase(questions_.begin()))
                channel_.add({next_id_++, questions_.begin()->second, Urgency::Answer, now});
            channel_.step(now);
            if (questions_.empty() && channel_.at_rest()) return;
        }
        FAIL() << "the channel does not come to rest";
    }

    std::vector<SentAt> sent_if(const std::function<bool(const SentAt&)>& condition) const {
        std::vector<SentAt> found;
        std::copy_if(
            channel_.sent().begin(), channel_.sent().end(), std::back_inserter(found), condition
        );
        return found;
    }

    static bool is_notice(const SentAt& one) { return one.message.urgency != Urgency::Answer; }

    SimulatedChannel channel_{GetParam().account, GetParam().chat, 16, 42};
    std::multimap<Time, int> questions_;
    int next_id_ = 0;
};

TEST_P(PacingSimulation, NoLimitIsBrokenAndNothingIsLost) {
    EXPECT_EQ(limit_breaks(channel_.sent(), GetParam().limits), 0);

    std::map<int, int> accepted;
    for (const SentAt& one : channel_.sent()) accepted[one.message.id] += one.accepted ? 1 : 0;
    EXPECT_EQ(accepted.size(), static_cast<std::size_t>(kNotices + kAnswers + kBusyAnswers));
    EXPECT_TRUE(std::all_of(accepted.begin(), accepted.end(), [](const auto& one) {
        return one.second == 1;
    }));
}

TEST_P(PacingSimulation, NoticesTakeTheirShareAndNoMore) {
    const auto notices =
        sent_if([](const SentAt& one) { return one.claimed_for != Urgency::Answer; });
    // Any ten seconds: ten times the rate, and what the bucket held.
    const auto most = static_cast<std::size_t>(
        10 * GetParam().notices_per_second + GetParam().account.notice_burst + 1
    );
    for (std::size_t i = 0; i + most < notices.size(); ++i)
        ASSERT_GE(notices[i + most].at - notices[i].at, seconds{10}) << i;
    ASSERT_GT(notices.size(), static_cast<std::size_t>(kNotices) * 8 / 10);
    const auto ideal = std::chrono::duration<double>(kNotices / GetParam().notices_per_second);
    EXPECT_LE(notices.back().at - kFirstHour, ideal * 1.1) << "the room is used";
}

TEST_P(PacingSimulation, AnswersGoBeforeNotices) {
    int late = 0;
    for (const SentAt& one : channel_.sent()) {
        const bool counts = one.message.urgency == Urgency::Answer &&
                            one.message.chat != kBusyChat && one.message.chat != kSlowChat;
        // 300 ms: a notice to the same person may be on its way; a second more for an own rest.
        if (counts && one.at - one.message.created > milliseconds{1'300}) ++late;
    }
    EXPECT_LE(late, kAnswers / 100) << "of them, those to people who had just got a burst";
}

TEST_P(PacingSimulation, LegalNoticesGoFirstAndDigestsBeforeTheRest) {
    std::map<Urgency, std::pair<Time, Time>> span;  // first and last start
    for (const SentAt& one : channel_.sent()) {
        const int chat = one.message.chat;
        if (chat == kSlowChat || chat == kBusyChat || chat == kRefusedChat) continue;
        auto& [first, last] = span.try_emplace(one.claimed_for, one.at, one.at).first->second;
        last = one.at;
    }
    // A second: the last ones may be waiting for the one before in the same chat.
    EXPECT_LE(span[Urgency::Legal].second, span[Urgency::Digest].first + seconds{1});
    EXPECT_LE(span[Urgency::Digest].second, span[Urgency::Notice].first + seconds{1});
    EXPECT_GT(span[Urgency::Notice].first - kFirstHour, seconds{60}) << "there was a backlog";
}

TEST_P(PacingSimulation, ARetryHintIsHonoured) {
    const auto sent = sent_if([](const SentAt& one) { return one.message.chat == kRefusedChat; });
    ASSERT_GE(sent.size(), 3U);
    EXPECT_FALSE(sent[0].accepted);
    EXPECT_GE(sent[1].at - sent[0].at, kRefusedFor);
    EXPECT_EQ(sent[1].message.id, sent[0].message.id) << "the same message, not the next one";
}

TEST_P(PacingSimulation, ASlowOrBusyChatHoldsUpOnlyItself) {
    const auto slow = sent_if([](const SentAt& one) { return one.message.chat == kSlowChat; });
    ASSERT_GE(slow.size(), 2U);
    EXPECT_GE(slow[1].at - slow[0].at, seconds{20}) << "one in flight";

    const auto busy =
        sent_if([](const SentAt& one) { return one.message.chat == kBusyChat && !is_notice(one); });
    ASSERT_EQ(busy.size(), static_cast<std::size_t>(kBusyAnswers));
    const bool in_order =
        std::is_sorted(busy.begin(), busy.end(), [](const auto& a, const auto& b) {
            return a.message.id < b.message.id;
        });
    EXPECT_TRUE(in_order) << "in the order of the outbox";
    EXPECT_GE(
        busy.back().at - busy.front().at,
        (kBusyAnswers - GetParam().chat.burst - 2) * GetParam().chat.interval
    );
}

INSTANTIATE_TEST_SUITE_P(
    Platforms,
    PacingSimulation,
    ::testing::ValuesIn(kCases),
    [](const auto& test) { return std::string(test.param.name); }
);

// The judge is not blind: what sends as it likes is found.
TEST(PacingJudge, SeesWhatBreaksALimit) {
    std::vector<SentAt> sent;
    for (int i = 0; i < 31; ++i) sent.push_back({{i, i}, kFirstHour + milliseconds{30 * i}});
    const PlatformLimits limits{.per_second = 30, .chat_burst = 3, .chat_interval = seconds{1}};
    EXPECT_EQ(limit_breaks(sent, limits), 1);
    sent.pop_back();
    EXPECT_EQ(limit_breaks(sent, limits), 0);
    sent.clear();
    for (int i = 0; i < 4; ++i) sent.push_back({{i, 1}, kFirstHour + milliseconds{300 * i}});
    EXPECT_EQ(limit_breaks(sent, limits), 1);
    sent.back().at = kFirstHour + seconds{1};
    EXPECT_EQ(limit_breaks(sent, limits), 0);
}

// Two hundred notices and as many answers, and three chats whose first message is refused like
// this.
class PacingSimulationRest : public ::testing::TestWithParam<Case> {
protected:
    static constexpr seconds kWait{10};

    SimulatedChannel& refused_with(const adapters::RetryAfter& refusal) {
        for (int i = 0; i < 400; ++i) {
            channel_.add({i, i % 200, i < 200 ? Urgency::Notice : Urgency::Answer, kFirstHour});
        }
        for (const int chat : {60, 61, 62}) channel_.refuse_next(chat, refusal);
        Time now = kFirstHour;
        for (; now < kFirstHour + seconds{300} && !channel_.at_rest(); now += kTick) {
            channel_.step(now);
        }
        EXPECT_TRUE(channel_.at_rest());
        return channel_;
    }

    // Sends that begin after the program has learned of the last refusal and before the wait ends.
    static long sent_too_early(const SimulatedChannel& channel) {
        return std::ranges::count_if(channel.sent(), [&](const SentAt& one) {
            return one.at > channel.refused_at() && one.at < channel.refused_at() + kWait;
        });
    }

    SimulatedChannel channel_{GetParam().account, GetParam().chat, 16, 1};
};

// PLATFORMS.md section 5: Telegram's 429, and WhatsApp's 130429, 80007, 131048, 131057.
TEST_P(PacingSimulationRest, AWaitForTheAccountHoldsAllChats) {
    const auto& channel = refused_with({.delay = kWait, .scope = adapters::Scope::Account});

    EXPECT_EQ(sent_too_early(channel), 0);
    EXPECT_EQ(limit_breaks(channel.sent(), GetParam().limits), 0);
}

// PLATFORMS.md section 6.2: WhatsApp's 131056.
TEST_P(PacingSimulationRest, AWaitForAChatHoldsNoOther) {
    const auto& channel = refused_with({.delay = kWait, .scope = adapters::Scope::Conversation});

    EXPECT_GT(sent_too_early(channel), 100);
    for (const int chat : {60, 61, 62}) {
        std::vector<Time> times;
        for (const SentAt& one : channel.sent()) {
            if (one.message.chat == chat) times.push_back(one.at);
        }
        ASSERT_EQ(times.size(), 3U);
        EXPECT_GE(times[1] - times[0], kWait);
    }
}

// RELIABILITY.md rule 24: a 503 with Retry-After from three chats.
TEST_P(PacingSimulationRest, AWaitOfThreeChatsThatNamesNobodyHoldsAll) {
    const auto& channel =
        refused_with({.delay = kWait, .scope = adapters::Scope::Conversation, .maybe_sent = true});

    EXPECT_EQ(sent_too_early(channel), 0);
}

INSTANTIATE_TEST_SUITE_P(
    Platforms,
    PacingSimulationRest,
    ::testing::ValuesIn(kCases),
    [](const auto& test) { return std::string(test.param.name); }
);

}  // namespace
}  // namespace bot_test
