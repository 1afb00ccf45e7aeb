#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <optional>
#include <string>

#include "adapters/api_error.hpp"
#include "adapters/fields.hpp"
#include "adapters/platform.hpp"
#include "adapters/telegram/answer.hpp"

// For the .cpp files of adapters/telegram alone: no other header includes Boost.JSON.
namespace adapters::telegram {

// What getFile tells (https://core.telegram.org/bots/api#file).
struct FilePlace {
    std::string path;  // behind "/file/bot<token>/"; good for an hour
    std::optional<std::int64_t> size_bytes;
};
FilePlace read_file_place(const boost::json::object& file, Fields& fields);

// Why getFile gave nothing: Telegram has the file no more, gives no file above 20 MB, or cannot
// answer now. A bad token is nothing that the person can help: later.
FetchFailure fetch_failure_of(const ApiError& error);

// The file_id of the document or of the largest photo in a sent message; empty if there is none.
std::string file_id_of(const ApiAnswer& answer);

}  // namespace adapters::telegram
