#include "tests/service/whatsapp_day.hpp"

namespace support {

Environment WhatsAppDay::environment_for(const FakeGraphApi& graph) {
    Environment environment = BotWorld::unpaced();
    environment.merge(whatsapp_environment(graph));
    return environment;
}

void WhatsAppDay::SetUp() {
    // The stand-in counts messages per person and second; here the words matter.
    graph_.set_pair_limit(1000, std::chrono::milliseconds{1});
    graph_.set_throughput(1000);
    for (const char* name :
         {"realisasi_diajukan",
          "realisasi_disetujui",
          "realisasi_dikembalikan",
          "alamat_baru",
          "batas_penilaian"}) {
        graph_.add_template(read_text(
            SKPBOT_SOURCE_DIR "/adapters/whatsapp/templates/" + std::string(name) + ".json"
        ));
    }
}

void WhatsAppDay::TearDown() {
    EXPECT_EQ(graph_.refused().size(), refusals_) << "messages that the Cloud API refuses";
    if (HasFailure()) std::puts(world_.service().log_end().c_str());
}

void WhatsAppDay::bind_both() {
    siti_.says("halo");
    siti_.says(kSitiNip);
    ratna_.says("halo");
    ratna_.says(kRatnaNip);
}

void WhatsAppDay::close_window(const WhatsAppPhone& phone) {
    query(
        world_.database_url(),
        "UPDATE conversation SET window_until = now() - interval '1 minute' WHERE number = '" +
            phone.person().number + "' RETURNING 1"
    );
}

}  // namespace support
