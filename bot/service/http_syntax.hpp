#pragma once

#include <string_view>

namespace bot {

// The alphabet of an HTTP/1.1 head, read as narrowly as RFC 9110 and RFC 9112 allow. All functions
// are pure and never throw.

// Letters are compared without case in ASCII only, whatever the locale.
bool equals_ignoring_case(std::string_view left, std::string_view right);

// Like equals_ignoring_case, and an underscore counts as a hyphen: some gateways treat
// "Content_Length" as "Content-Length".
bool equals_as_gateway(std::string_view left, std::string_view right);

// Without blanks and tabs at both ends.
std::string_view trim_blanks(std::string_view text);

// One or more letters, digits or !#$%&'*+-.^_`|~ .
bool is_token(std::string_view text);

// No control character but a tab, no DEL. May be empty.
bool is_field_value(std::string_view text);

// One or more of 0-9.
bool is_digits(std::string_view text);

// Starts with "/", has no "%", no empty, "." or ".." segment (one "/" at the end is fine), and only
// characters that need no escape in a path.
bool is_plain_path(std::string_view path);

// Only characters of a query, each "%" with two hex digits. May be empty.
bool is_query(std::string_view query);

// A name, an IPv4 address or a bracketed IPv6 address, with ":port" (1 to 65535) or without.
bool is_host(std::string_view host);

// The host without its ":port".
std::string_view without_port(std::string_view host);

}  // namespace bot
