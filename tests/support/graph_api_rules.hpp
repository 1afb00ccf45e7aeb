#pragma once

#include <boost/json/object.hpp>

#include "tests/support/graph_api_error.hpp"

namespace support {

// Why the Cloud API would refuse the body of POST /{phone_id}/messages, whoever it is for. Limits:
// PLATFORMS.md section 4.2 with its sources; lengths in UTF-16 units. Fields that the API knows but
// the program must not send (`link`, `preview_url` true) are refused too.
GraphRefusal why_message_refused(const boost::json::object& body);

// The same of the parts of it: an "interactive" and a "template", the latter without what the
// template itself decides.
GraphRefusal why_interactive_refused(const boost::json::object& content);
GraphRefusal why_template_message_refused(const boost::json::object& content);

// Why POST /{waba_id}/message_templates would refuse the definition.
GraphRefusal why_template_refused(const boost::json::object& definition);

// An id or text of 1 to `limit` units; `param` is how the API calls it.
GraphRefusal why_text_refused(
    const boost::json::object& object,
    std::string_view key,
    std::size_t limit,
    std::string_view param
);

// {id, caption, filename} of an image or document.
GraphRefusal why_media_refused(const boost::json::object& media, std::string_view type);

}  // namespace support
