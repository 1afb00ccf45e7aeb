#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace adapters::telegram {

// One update of a getUpdates answer, not yet understood.
struct PolledUpdate {
    std::optional<std::int64_t> update_id;  // none if it cannot even be found
    std::string body;                       // its bytes, as a webhook would have brought them
};

// Cuts the answer into its updates without reading them, so that one odd entry does not lose the
// others (PLATFORMS.md section 2.4). Nothing if it is no `{"ok": true, "result": [...]}`. Never
// throws on any bytes; the depth of an entry costs nothing.
std::optional<std::vector<PolledUpdate>> split_updates(std::string_view answer);

// The offset that confirms these and asks for what comes behind: the highest update_id + 1, or
// `offset` as it was if none has a higher one.
std::int64_t next_offset(std::int64_t offset, const std::vector<PolledUpdate>& updates);

}  // namespace adapters::telegram
