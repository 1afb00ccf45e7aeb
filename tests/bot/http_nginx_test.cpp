#include <fmt/format.h>
#include <gtest/gtest.h>

#include <sstream>

#include "tests/bot/http_hostile_requests.hpp"
#include "tests/bot/http_raw_client.hpp"
#include "tests/bot/http_test_server.hpp"
#include "tests/support/command.hpp"
#include "tests/support/wait.hpp"

// E4 of RELIABILITY.md section 4 behind a proxy: nginx and the program never see a different number
// of requests in the same bytes.
namespace bot_test {

namespace {

constexpr char kNginx[] = "/usr/sbin/nginx";
constexpr std::chrono::seconds kNginxPatience{10};

// A log line of each request: method, path, and the status of our answer or "-".
std::string configuration(const std::string& folder, std::uint16_t listen, std::uint16_t upstream) {
    return fmt::format(
        R"(daemon off; master_process off; worker_processes 1;
pid {0}/pid; error_log {0}/error.log;
events {{ worker_connections 64; }}
http {{
    log_format seen '$request_method $uri $upstream_status';
    access_log {0}/access.log seen;
    client_body_temp_path {0}/body; proxy_temp_path {0}/proxy; fastcgi_temp_path {0}/fastcgi;
    uwsgi_temp_path {0}/uwsgi; scgi_temp_path {0}/scgi;
    upstream bot {{ server 127.0.0.1:{2}; keepalive 4; }}
    server {{
        listen 127.0.0.1:{1};
        location / {{
            proxy_pass http://bot;
            proxy_http_version 1.1;
            proxy_set_header Host $http_host;
            proxy_set_header Connection "";
            proxy_ignore_client_abort on;
        }}
    }}
}}
)",
        folder,
        listen,
        upstream
    );
}

class Nginx {
public:
    explicit Nginx(std::uint16_t upstream) : port_(support::free_port()) {
        const std::string file = folder_.path() + "/nginx.conf";
        support::write_text(file, configuration(folder_.path(), port_, upstream));
        child_.emplace(support::Command{
            .argv = {kNginx, "-p", folder_.path(), "-c", file, "-e", folder_.path() + "/error.log"},
            .output_file = folder_.path() + "/output.log"});
        const bool up = support::wait_until(
            [this] {
                return ask(port_,
                           "GET /healthz HTTP/1.1\r\nHost: bot.example\r\n"
                           "Connection: close\r\n\r\n")
                           .status == 200;
            },
            kNginxPatience
        );
        if (!up) throw std::runtime_error("nginx does not run: " + log("output") + log("error"));
    }

    [[nodiscard]] std::uint16_t port() const { return port_; }

    // How many requests that begin so nginx has handed over and got an answer of ours for.
    [[nodiscard]] int handed_over(const std::string& beginning) const {
        std::istringstream lines(log("access"));
        int count = 0;
        for (std::string line; std::getline(lines, line);) {
            if (line.starts_with(beginning) && !line.ends_with(" -")) ++count;
        }
        return count;
    }

private:
    [[nodiscard]] std::string log(const std::string& name) const {
        return support::read_text(folder_.path() + "/" + name + ".log");
    }

    support::TemporaryFolder folder_;
    std::uint16_t port_;
    std::optional<support::Child> child_;
};

TEST(HttpBehindNginx, BothSidesSeeTheSameRequests) {
    TestServer server(quick_options());
    const Nginx nginx(server.port());

    for (const HostileRequest& request : hostile_requests()) {
        RawClient client(nginx.port());
        client.send(request.bytes + "GET /smuggled HTTP/1.1\r\nHost: bot.example\r\n\r\n");
        client.finish();
        client.read_to_end();
    }

    EXPECT_TRUE(support::wait_until(
        [&] { return server.smuggled() == nginx.handed_over("GET /smuggled "); }, kNginxPatience
    )) << server.smuggled()
       << " served, " << nginx.handed_over("GET /smuggled ") << " handed over";
    EXPECT_GT(nginx.handed_over("POST "), 10) << "nginx kept nearly all to itself";
    EXPECT_EQ(server.taken(), nginx.handed_over("POST /webhook/telegram 200"));
    EXPECT_EQ(ask(nginx.port(), post_to("/webhook/telegram", "hello")).status, 200);
    EXPECT_EQ(server.last_body(), "hello");
}

}  // namespace

}  // namespace bot_test
