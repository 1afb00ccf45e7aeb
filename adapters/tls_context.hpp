#pragma once

#include <boost/asio/ssl/context.hpp>
#include <memory>

// For the .cpp files of adapters alone: no other header includes Boost.Asio.
namespace adapters {

// The settings of outgoing TLS: the system's authorities, TLS 1.2 and 1.3, forward-secret suites
// with authenticated encryption, no renegotiation (RELIABILITY.md section 5.1, "Eavesdropping").
// All clients share one, because the store of authorities takes megabytes; it lives as long as one
// of them. May be called from many threads. Throws boost::system::system_error if there is no
// store.
std::shared_ptr<boost::asio::ssl::context> shared_tls_context();

}  // namespace adapters
