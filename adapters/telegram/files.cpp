#include "adapters/telegram/files.hpp"

#include <boost/json/array.hpp>

namespace adapters::telegram {

FilePlace read_file_place(const boost::json::object& file, Fields& fields) {
    return {fields.text_id(file, "file_path"), fields.integer(file, "file_size")};
}

FetchFailure fetch_failure_of(const ApiError& error) {
    if (error.code != 400) return FetchFailure::TryLater;
    if (error.description.starts_with("file is too big")) return FetchFailure::TooLarge;
    const bool gone = error.description.starts_with("wrong file") ||
                      error.description.starts_with("invalid file");
    return gone ? FetchFailure::Gone : FetchFailure::TryLater;
}

std::string file_id_of(const ApiAnswer& answer) {
    const auto* message = answer.result.if_object();
    if (message == nullptr) return "";
    Fields fields;
    if (const auto* document = fields.object(*message, "document")) {
        return fields.text_id(*document, "file_id");
    }
    // Telegram lists the sizes of a photo from the smallest to the largest.
    const auto* sizes = fields.array(*message, "photo");
    const auto* largest = sizes != nullptr && !sizes->empty() ? sizes->back().if_object() : nullptr;
    return largest != nullptr ? fields.text_id(*largest, "file_id") : "";
}

}  // namespace adapters::telegram
