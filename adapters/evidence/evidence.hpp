#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/evidence/file_type.hpp"
#include "domain/hasil.hpp"

namespace adapters {

// A file that lies in the store, durable.
struct StoredFile {
    std::string sha256;  // 64 hexadecimal digits: its name in the store
    std::int64_t bytes = 0;
    FileType type = FileType::Pdf;
};

// Why a file is not taken. TooLarge stops it while it streams in.
enum class EvidenceRefusal { Empty, TooLarge, Type };

// One file on its way into the store. Destroyed without finish(), nothing of it stays. For one
// thread. Throws std::system_error if the disk fails.
class EvidenceInput {
public:
    virtual ~EvidenceInput() = default;

    // False as soon as there is more than the store takes: then nothing more needs to come.
    virtual bool add(std::string_view bytes) = 0;

    // The file is durable under its hash when this returns; a content that is there already is kept
    // once. Once, at the end.
    virtual domain::Result<StoredFile, EvidenceRefusal> finish() = 0;
};

// Where evidence files lie, by the SHA-256 of their content: a folder, later also a service that
// speaks S3. Files are never opened, rendered or converted (RELIABILITY.md section 5.1). May be
// shared between threads, and by several instances of the program.
class EvidenceStore {
public:
    virtual ~EvidenceStore() = default;

    // Throws std::system_error if nothing can be written.
    virtual std::unique_ptr<EvidenceInput> begin() = 0;

    // The whole content; nothing if there is no such file, or if `sha256` is no hash.
    [[nodiscard]] virtual std::optional<std::string> read(std::string_view sha256) const = 0;
};

}  // namespace adapters
