#pragma once

#include <boost/json/object.hpp>

#include "adapters/fields.hpp"
#include "adapters/platform.hpp"

// For the .cpp files of adapters/whatsapp alone: no other header includes Boost.JSON.
namespace adapters::whatsapp {

// What a message of a private chat holds (PLATFORMS.md section 3, column "WhatsApp"). A kind that
// we do not take or that nobody knows is Unsupported: a person wrote it and gets a hint.
Content content_of(const json::object& message, Fields& fields);

}  // namespace adapters::whatsapp
