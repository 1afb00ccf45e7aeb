#include "adapters/evidence/folder_store.hpp"

#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <stdexcept>
#include <system_error>

#include "adapters/hmac.hpp"

namespace adapters {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPartPrefix = ".part-";
constexpr std::chrono::hours kLeftoverAge{1};
constexpr mode_t kOwnerOnly = S_IRUSR | S_IWUSR;

[[noreturn]] void fail(const char* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

bool is_hash(std::string_view text) {
    return text.size() == 2 * std::tuple_size_v<Sha256> &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return fd_; }

private:
    int fd_;
};

void sync_folder(const std::string& folder) {
    const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.get() < 0 || ::fsync(descriptor.get()) != 0) fail("evidence folder");
}

// The bytes of an open file as a view, without a copy.
class Mapping {
public:
    Mapping(int fd, std::size_t bytes) : bytes_(bytes) {
        address_ = ::mmap(nullptr, bytes, PROT_READ, MAP_PRIVATE, fd, 0);
        if (address_ == MAP_FAILED) fail("evidence mapping");
    }
    ~Mapping() { ::munmap(address_, bytes_); }
    Mapping(const Mapping&) = delete;
    Mapping& operator=(const Mapping&) = delete;
    [[nodiscard]] std::string_view view() const {
        return {static_cast<const char*>(address_), bytes_};
    }

private:
    void* address_;
    std::size_t bytes_;
};

// A SHA-256 that grows with the stream.
class Hasher {
public:
    Hasher() : context_(EVP_MD_CTX_new()) {
        if (context_ == nullptr || EVP_DigestInit_ex(context_, EVP_sha256(), nullptr) != 1) {
            EVP_MD_CTX_free(context_);
            throw std::runtime_error("sha256");
        }
    }
    ~Hasher() { EVP_MD_CTX_free(context_); }
    Hasher(const Hasher&) = delete;
    Hasher& operator=(const Hasher&) = delete;

    void add(std::string_view bytes) {
        if (EVP_DigestUpdate(context_, bytes.data(), bytes.size()) != 1) {
            throw std::runtime_error("sha256");
        }
    }
    std::string finish() {
        Sha256 digest{};
        if (EVP_DigestFinal_ex(context_, digest.data(), nullptr) != 1) {
            throw std::runtime_error("sha256");
        }
        return hex(digest);
    }

private:
    EVP_MD_CTX* context_;
};

class FolderInput final : public EvidenceInput {
public:
    FolderInput(const std::string& folder, std::int64_t most_bytes)
        : folder_(folder),
          most_bytes_(most_bytes),
          part_(folder + "/" + std::string(kPartPrefix) + hex(random_bytes(16))),
          file_(::open(part_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, kOwnerOnly)) {
        if (file_.get() < 0) fail("evidence file");
    }

    ~FolderInput() override { ::unlink(part_.c_str()); }

    bool add(std::string_view bytes) override {
        too_large_ |= bytes_ + static_cast<std::int64_t>(bytes.size()) > most_bytes_;
        if (too_large_) return false;
        hasher_.add(bytes);
        bytes_ += static_cast<std::int64_t>(bytes.size());
        while (!bytes.empty()) {
            const ssize_t written = ::write(file_.get(), bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) fail("evidence write");
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        return true;
    }

    domain::Result<StoredFile, EvidenceRefusal> finish() override {
        if (too_large_) return domain::Failure{EvidenceRefusal::TooLarge};
        if (bytes_ == 0) return domain::Failure{EvidenceRefusal::Empty};
        const auto type = detect();
        if (!type) return domain::Failure{EvidenceRefusal::Type};
        StoredFile stored{hasher_.finish(), bytes_, *type};
        if (::fsync(file_.get()) != 0) fail("evidence sync");
        // The same content again replaces itself: a rename is one step.
        const std::string name = folder_ + "/" + stored.sha256;
        if (::rename(part_.c_str(), name.c_str()) != 0) fail("evidence rename");
        sync_folder(folder_);
        return stored;
    }

private:
    std::optional<FileType> detect() const {
        const Mapping mapping(file_.get(), static_cast<std::size_t>(bytes_));
        return detect_file_type(mapping.view());
    }

    const std::string& folder_;
    std::int64_t most_bytes_;
    std::string part_;
    Descriptor file_;
    Hasher hasher_;
    std::int64_t bytes_ = 0;
    bool too_large_ = false;
};

}  // namespace

FolderEvidenceStore::FolderEvidenceStore(std::string folder, std::int64_t most_bytes)
    : folder_(std::move(folder)), most_bytes_(most_bytes) {}

void FolderEvidenceStore::open_folder() {
    if (fs::create_directories(folder_)) fs::permissions(folder_, fs::perms::owner_all);
    std::call_once(opened_, [this] { remove_leftovers(); });
}

void FolderEvidenceStore::remove_leftovers() const {
    const auto now = fs::file_time_type::clock::now();
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder_)) {
        if (!entry.path().filename().string().starts_with(kPartPrefix)) continue;
        const auto written = entry.last_write_time(ignored);
        if (!ignored && now - written > kLeftoverAge) fs::remove(entry.path(), ignored);
    }
}

std::unique_ptr<EvidenceInput> FolderEvidenceStore::begin() {
    open_folder();
    return std::make_unique<FolderInput>(folder_, most_bytes_);
}

std::optional<std::string> FolderEvidenceStore::read(std::string_view sha256) const {
    if (!is_hash(sha256)) return std::nullopt;
    const std::string name = folder_ + "/" + std::string(sha256);
    const Descriptor file(::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (file.get() < 0 && errno == ENOENT) return std::nullopt;
    if (file.get() < 0) fail("evidence read");
    std::string content;
    std::array<char, 65'536> buffer{};
    while (true) {
        const ssize_t count = ::read(file.get(), buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail("evidence read");
        if (count == 0) return content;
        content.append(buffer.data(), static_cast<std::size_t>(count));
    }
}

}  // namespace adapters
