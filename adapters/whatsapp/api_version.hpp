#pragma once

#include <optional>
#include <string_view>

#include "domain/kalender/waktu.hpp"

namespace adapters::whatsapp {

// The last day of the Graph API version that the base address names ("…/v23.0"); nothing for one
// that is not in the table. Source: PLATFORMS.md section 10, by
// https://developers.facebook.com/docs/graph-api/changelog/versions.
std::optional<domain::Tanggal> last_day_of_version(std::string_view api);

}  // namespace adapters::whatsapp
