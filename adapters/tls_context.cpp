#include "adapters/tls_context.hpp"

#include <openssl/ssl.h>

#include <mutex>
#include <stdexcept>

namespace adapters {
namespace ssl = boost::asio::ssl;

namespace {

std::shared_ptr<ssl::context> make_context() {
    auto context = std::make_shared<ssl::context>(ssl::context::tls_client);
    context->set_default_verify_paths();
    context->set_verify_mode(ssl::verify_peer);
    SSL_CTX* handle = context->native_handle();
    SSL_CTX_set_options(handle, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
    if (SSL_CTX_set_min_proto_version(handle, TLS1_2_VERSION) != 1 ||
        SSL_CTX_set_cipher_list(handle, "ECDHE+AESGCM:ECDHE+CHACHA20") != 1) {
        throw std::runtime_error("TLS settings refused");
    }
    return context;
}

}  // namespace

std::shared_ptr<ssl::context> shared_tls_context() {
    static std::mutex mutex;
    static std::weak_ptr<ssl::context> shared;
    const std::lock_guard lock(mutex);
    auto context = shared.lock();
    if (!context) shared = context = make_context();
    return context;
}

}  // namespace adapters
