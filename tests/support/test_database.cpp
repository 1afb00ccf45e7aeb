#include <cstdlib>
#include <pqxx/pqxx>
#include <random>
#include <stdexcept>

#include "tests/support/postgres.hpp"

namespace support {

namespace {

std::string random_name() {
    std::random_device random;
    constexpr char kDigits[] = "0123456789abcdef";
    std::string name = "skpbot_test_";
    for (int i = 0; i < 12; ++i) name += kDigits[random() % 16];
    return name;
}

}  // namespace

std::string shared_cluster_url() {
    if (const char* named = std::getenv("SKPBOT_TEST_DATABASE_URL"); named != nullptr && *named)
        return named;
    static const PostgresCluster cluster;
    return cluster.url();
}

TestDatabase::TestDatabase(std::string cluster_url)
    : cluster_url_(std::move(cluster_url)),
      name_(random_name()),
      url_(with_database(cluster_url_, name_)) {
    query(cluster_url_, "CREATE DATABASE " + name_);
}

TestDatabase::~TestDatabase() {
    try {
        query(cluster_url_, "DROP DATABASE IF EXISTS " + name_ + " WITH (FORCE)");
    } catch (const std::exception&) {
        // The cluster is thrown away anyway.
        return;
    }
}

std::string with_database(const std::string& url, const std::string& database) {
    const auto host = url.find("://");
    if (host == std::string::npos) throw std::runtime_error("not a PostgreSQL URI");
    const auto slash = url.find('/', host + 3);
    const auto question = url.find('?', host + 3);
    const std::string options = question == std::string::npos ? "" : url.substr(question);
    const auto head_end = slash < question ? slash : question;
    return url.substr(0, head_end) + "/" + database + options;
}

std::vector<Row> query(const std::string& url, const std::string& sql) {
    pqxx::connection connection(url);
    pqxx::nontransaction work(connection);
    const pqxx::result result = work.exec(sql);
    std::vector<Row> rows;
    rows.reserve(static_cast<std::size_t>(result.size()));
    for (const auto& line : result) {
        Row row;
        for (const auto& field : line) {
            if (field.is_null())
                row.emplace_back(std::nullopt);
            else
                row.emplace_back(std::string(field.c_str(), field.size()));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string query_text(const std::string& url, const std::string& sql) {
    const auto rows = query(url, sql);
    if (rows.empty() || rows[0].empty() || !rows[0][0])
        throw std::runtime_error("no value from: " + sql);
    return *rows[0][0];
}

long query_number(const std::string& url, const std::string& sql) {
    return std::stol(query_text(url, sql));
}

}  // namespace support
