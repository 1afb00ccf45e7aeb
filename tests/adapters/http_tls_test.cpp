#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>

#include "adapters/http_client.hpp"
#include "tests/adapters/scripted_server.hpp"

namespace adapters {
namespace {

namespace asio = boost::asio;

template <class T, void (*Free)(T*)>
struct Freer {
    void operator()(T* object) const { Free(object); }
};
using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY, EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freer<X509, X509_free>>;

template <class Write>
std::string to_pem(Write write) {
    BIO* memory = BIO_new(BIO_s_mem());
    write(memory);
    char* start = nullptr;
    const long length = BIO_get_mem_data(memory, &start);
    std::string text(start, static_cast<std::size_t>(length));
    BIO_free(memory);
    return text;
}

// A key and a certificate that it signed itself, good for that host for an hour.
struct Identity {
    std::string key;
    std::string certificate;
};

Identity identity_of(const std::string& host) {
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -60);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3'600);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME* name = X509_get_subject_name(certificate.get());
    const auto* text = reinterpret_cast<const unsigned char*>("skpbot test");
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, text, -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    const std::string names = "DNS:" + host;
    X509_EXTENSION* extension =
        X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, names.c_str());
    X509_add_ext(certificate.get(), extension, -1);
    X509_EXTENSION_free(extension);
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    return {
        to_pem([&](BIO* memory) {
            PEM_write_bio_PrivateKey(memory, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
        }),
        to_pem([&](BIO* memory) { PEM_write_bio_X509(memory, certificate.get()); })};
}

// A server that answers everything over TLS with the identity.
class HttpsTest : public testing::Test {
protected:
    void serve_as(const std::string& host) {
        identity_ = identity_of(host);
        server_.emplace([this](tests::Peer& peer) { answer_all(peer); });
    }

    // The system's store of authorities is this one file until the test ends.
    void trust(const std::string& certificate) {
        file_ = std::filesystem::path(testing::TempDir()) /
                ("skpbot_authority_" + std::to_string(server_->port()) + ".pem");
        std::ofstream(file_) << certificate;
        setenv("SSL_CERT_FILE", file_.c_str(), 1);
        setenv("SSL_CERT_DIR", "/nonexistent", 1);
    }

    void TearDown() override {
        unsetenv("SSL_CERT_FILE");
        unsetenv("SSL_CERT_DIR");
        std::filesystem::remove(file_);
    }

    HttpResult call(int times = 1) {
        HttpOptions options;
        options.call_deadline = std::chrono::milliseconds{5'000};
        HttpClient client("https://localhost:" + std::to_string(server_->port()), options);
        for (int i = 1; i < times; ++i) client.post_json("/x", "{}");
        return client.post_json("/x", "{}");
    }

    static HttpBarrier barrier_of(const HttpResult& result) {
        const auto* not_sent = std::get_if<HttpNotSent>(&result);
        EXPECT_NE(not_sent, nullptr);
        return not_sent != nullptr ? not_sent->barrier : HttpBarrier{};
    }

    Identity identity_;
    std::optional<tests::ScriptedServer> server_;
    int highest_version_ = TLS1_3_VERSION;

private:
    void answer_all(tests::Peer& peer) {
        asio::ssl::context context(asio::ssl::context::tls_server);
        context.use_certificate(asio::buffer(identity_.certificate), asio::ssl::context::pem);
        context.use_private_key(asio::buffer(identity_.key), asio::ssl::context::pem);
        SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_VERSION);
        SSL_CTX_set_max_proto_version(context.native_handle(), highest_version_);
        asio::ssl::stream<asio::ip::tcp::socket&> stream(peer.socket(), context);
        boost::system::error_code error;
        stream.handshake(asio::ssl::stream_base::server, error);
        boost::beast::flat_buffer buffer;
        while (!error) {
            if (!tests::read_request(stream, buffer)) return;
            constexpr std::string_view kAnswer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
            asio::write(stream, asio::buffer(kAnswer), error);
        }
    }

    std::filesystem::path file_;
};

TEST_F(HttpsTest, IsAnsweredIfTheCertificateIsTrustedAndNamesTheHost) {
    serve_as("localhost");
    trust(identity_.certificate);

    const HttpResult result = call(/*times=*/3);

    EXPECT_TRUE(std::holds_alternative<HttpAnswered>(result));
    EXPECT_EQ(server_->connections(), 1);
}

TEST_F(HttpsTest, SpeaksTls12) {
    highest_version_ = TLS1_2_VERSION;
    serve_as("localhost");
    trust(identity_.certificate);

    EXPECT_TRUE(std::holds_alternative<HttpAnswered>(call()));
}

TEST_F(HttpsTest, SendsNothingOverAnOlderVersion) {
    highest_version_ = TLS1_1_VERSION;
    serve_as("localhost");
    trust(identity_.certificate);

    EXPECT_EQ(barrier_of(call()), HttpBarrier::Tls);
}

TEST_F(HttpsTest, SendsNothingIfTheCertificateNamesAnotherHost) {
    serve_as("api.telegram.org");
    trust(identity_.certificate);

    EXPECT_EQ(barrier_of(call()), HttpBarrier::Tls);
}

TEST_F(HttpsTest, SendsNothingIfNobodyVouchesForTheCertificate) {
    serve_as("localhost");
    trust(identity_of("localhost").certificate);

    EXPECT_EQ(barrier_of(call()), HttpBarrier::Tls);
}

}  // namespace
}  // namespace adapters
