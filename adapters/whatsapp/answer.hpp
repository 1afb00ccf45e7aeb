#pragma once

#include <boost/json/object.hpp>
#include <string_view>

#include "adapters/api_error.hpp"
#include "adapters/http_client.hpp"
#include "domain/hasil.hpp"

// For the .cpp files of adapters/whatsapp alone: no other header includes Boost.JSON.
namespace adapters::whatsapp {

// The object that a call of the Graph API gave back; an error if it gave none. Of the platform's
// own error only code and subcode are kept: its texts can repeat what was sent.
domain::Result<boost::json::object, ApiError> object_of(const HttpResult& result);

}  // namespace adapters::whatsapp
