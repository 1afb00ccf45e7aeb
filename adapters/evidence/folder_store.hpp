#pragma once

#include <mutex>
#include <string>

#include "adapters/evidence/evidence.hpp"

namespace adapters {

// The store as a folder: one file per content, named by its hash, for the owner alone. A file is
// written under a temporary name in the same folder, brought to disk, renamed, and the folder is
// brought to disk: under its own name a file is always whole. What a killed program left half
// written is removed at the first file, once it is an hour old.
class FolderEvidenceStore final : public EvidenceStore {
public:
    // Touches nothing yet: the folder is made with the first file.
    FolderEvidenceStore(std::string folder, std::int64_t most_bytes);

    std::unique_ptr<EvidenceInput> begin() override;
    [[nodiscard]] std::optional<std::string> read(std::string_view sha256) const override;

private:
    void open_folder();
    void remove_leftovers() const;

    std::string folder_;
    std::int64_t most_bytes_;
    std::once_flag opened_;
};

}  // namespace adapters
