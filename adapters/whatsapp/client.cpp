#include "adapters/whatsapp/client.hpp"

#include <boost/json/object.hpp>
#include <stdexcept>
#include <utility>

#include "adapters/fields.hpp"
#include "adapters/whatsapp/answer.hpp"
#include "adapters/whatsapp/encode_parts.hpp"
#include "adapters/whatsapp/outcome.hpp"

namespace adapters {
namespace {

constexpr std::string_view kJsonBody = "application/json";

ApiError refusal(std::string description) {
    return ApiError{0, std::move(description)};
}

const std::string& checked(const std::string& text, const char* what) {
    if (!is_safe_token(text)) {
        throw std::invalid_argument("whatsapp " + std::string(what) + ": bad character or empty");
    }
    return text;
}

HttpOptions with_token(HttpOptions options, const std::string& token) {
    options.bearer = checked(token, "token");
    return options;
}

// As object_of() writes them: "code 100", and "code 100.33" with a subcode.
bool names_code(const ApiError& error, std::string_view code) {
    const std::string named = "code " + std::string(code);
    return error.description == named || error.description.starts_with(named + ".");
}

// What no repetition helps: our own refusal of the file, a bad parameter, media that Meta cannot
// take (131053).
bool is_our_fault(const ApiError& error) {
    return error.description == "file empty or too large" ||
           error.description == "bad media type" || names_code(error, "100") ||
           names_code(error, "131053");
}

// A connection of its own for each download: they are rare, and the host is another.
HttpOptions for_downloads(HttpOptions options, const whatsapp::MediaOptions& media) {
    options.answer_bytes = media.most_bytes;
    options.call_deadline = media.call_deadline;
    return options;
}

}  // namespace

WhatsAppClient::WhatsAppClient(
    whatsapp::Access access, std::string_view api, HttpOptions options, whatsapp::MediaOptions media
)
    : phone_number_id_(checked(access.phone_number_id, "phone number id")),
      business_account_id_(std::move(access.business_account_id)),
      media_(std::move(media)),
      download_options_(for_downloads(with_token(options, access.token), media_)),
      http_(api, with_token(options, access.token)) {
    if (!business_account_id_.empty()) checked(business_account_id_, "business account id");
}

SendOutcome WhatsAppClient::send_encoded(const Outgoing& message) {
    auto body = whatsapp::encode(message);
    if (!body) {
        if (body.error() == whatsapp::EncodeError::ClosedWindow) return WindowClosed{};
        return Rejected{std::string(name_of(body.error()))};
    }
    const auto answer =
        http_.post("/" + phone_number_id_ + "/messages", kJsonBody, std::move(*body), whatsapp::kCall);
    return whatsapp::outcome_of(answer, message.failures);
}

SendOutcome WhatsAppClient::send(const Outgoing& message) {
    if (!message.attachment || !message.attachment->reference.empty()) {
        return send_uploaded(message);
    }
    const auto id = upload(message.attachment->mime, message.attachment->content);
    if (!id) {
        // Nothing has been sent: an upload alone reaches nobody.
        if (is_our_fault(id.error())) return Rejected{"upload"};
        return RetryAfter{};
    }
    Outgoing with_id = message;
    with_id.attachment->reference = *id;
    with_id.attachment->content.clear();
    SendOutcome outcome = send_uploaded(with_id);
    if (auto* sent = std::get_if<Sent>(&outcome)) sent->file_reference = *id;
    return outcome;
}

// A file that the platform knows no more is a bad parameter to it.
std::optional<FetchFailure> WhatsAppClient::fetch(
    std::string_view reference,
    std::int64_t most_bytes,
    const std::function<bool(std::string_view)>& take
) {
    const auto media = media_info(reference);
    if (!media) {
        const bool gone = names_code(media.error(), "100") || media.error().code == 404;
        return gone ? FetchFailure::Gone : FetchFailure::TryLater;
    }
    if (media->size_bytes.value_or(0) > most_bytes) return FetchFailure::TooLarge;
    const auto content = download(*media);
    if (!content) return FetchFailure::TryLater;
    if (!take(*content)) return FetchFailure::TooLarge;
    return std::nullopt;
}

SendOutcome WhatsAppClient::send_uploaded(const Outgoing& message) {
    SendOutcome outcome = send_encoded(message);
    const bool closed = std::holds_alternative<WindowClosed>(outcome);
    if (!closed || !message.notice || message.window == Window::Closed) return outcome;
    Outgoing notice = message;
    notice.window = Window::Closed;
    return send_encoded(notice);
}

void WhatsAppClient::answer_press(std::string_view) {}

void WhatsAppClient::show_seen(std::string_view message_id) {
    mark_read(message_id, whatsapp::Typing::Shown);
}

bool WhatsAppClient::probe() {
    return whatsapp::object_of(http_.get("/" + phone_number_id_ + "?fields=id")).has_value();
}

void WhatsAppClient::mark_read(std::string_view message_id, whatsapp::Typing typing) {
    if (!whatsapp::is_id(message_id)) return;
    http_.post(
        "/" + phone_number_id_ + "/messages",
        kJsonBody,
        whatsapp::encode_read(message_id, typing),
        whatsapp::kCall
    );
}

domain::Result<whatsapp::MediaInfo, ApiError> WhatsAppClient::media_info(std::string_view media_id
) {
    if (!is_safe_token(media_id)) return domain::Failure{refusal("bad media id")};
    const auto path = "/" + std::string(media_id) + "?phone_number_id=" + phone_number_id_;
    const auto answer = whatsapp::object_of(http_.get(path));
    if (!answer) return domain::Failure{answer.error()};
    Fields fields;
    whatsapp::MediaInfo media{
        fields.text_id(*answer, "url"),
        fields.text(*answer, "mime_type"),
        fields.text_id(*answer, "sha256"),
        fields.integer(*answer, "file_size")};
    if (media.url.empty()) fields.odd("url", "missing");
    if (!fields.problem().empty()) return domain::Failure{refusal(fields.problem())};
    return media;
}

domain::Result<std::string, ApiError> WhatsAppClient::download(const whatsapp::MediaInfo& media) {
    const auto address = whatsapp::media_address(media.url, media_.bases);
    if (!address) return domain::Failure{refusal("address of another host")};
    const bool too_large =
        media.size_bytes && std::cmp_greater(*media.size_bytes, media_.most_bytes);
    if (too_large) return domain::Failure{refusal("file too large")};

    HttpClient host(address->base, download_options_);
    auto result = host.get(address->path);
    if (const auto error = error_without_answer(result)) return domain::Failure{*error};
    auto& answer = std::get<HttpAnswered>(result);
    if (answer.status != 200) return domain::Failure{ApiError{answer.status, "no file"}};
    if (!whatsapp::agrees_with(media.sha256, sha256(answer.body))) {
        return domain::Failure{refusal("hash of another file")};
    }
    return std::move(answer.body);
}

domain::Result<std::string, ApiError> WhatsAppClient::upload(
    std::string_view mime, std::string_view file
) {
    if (file.empty() || file.size() > media_.most_bytes) {
        return domain::Failure{refusal("file empty or too large")};
    }
    auto body = whatsapp::upload_body(mime, file);
    if (!body) return domain::Failure{refusal("bad media type")};
    const auto answer = whatsapp::object_of(http_.post(
        "/" + phone_number_id_ + "/media",
        body->content_type,
        std::move(body->bytes),
        media_.call_deadline
    ));
    if (!answer) return domain::Failure{answer.error()};
    Fields fields;
    std::string id = fields.opaque_id(*answer, "id");
    if (id.empty()) return domain::Failure{refusal("no id of the file")};
    return id;
}

// Reads one page; gives back the cursor of the next one, empty if it is the last.
domain::Result<std::string, ApiError> WhatsAppClient::templates_page(
    const std::string& path, std::vector<whatsapp::TemplateState>& found
) {
    const auto answer = whatsapp::object_of(http_.get(path));
    if (!answer) return domain::Failure{answer.error()};
    Fields fields;
    for (const auto* one : fields.objects(*answer, "data")) {
        found.push_back(
            {fields.text(*one, "name"),
             fields.text(*one, "language"),
             fields.text(*one, "status"),
             fields.text(*one, "category")}
        );
    }
    std::string cursor;
    const auto* paging = fields.object(*answer, "paging");
    if (paging != nullptr && has(*paging, "next")) {
        const auto* cursors = fields.object(*paging, "cursors");
        if (cursors != nullptr) cursor = fields.text_id(*cursors, "after");
    }
    if (!fields.problem().empty()) return domain::Failure{refusal(fields.problem())};
    return cursor;
}

domain::Result<std::vector<whatsapp::TemplateState>, ApiError> WhatsAppClient::templates() {
    if (business_account_id_.empty()) {
        return domain::Failure{refusal("no business account id")};
    }
    constexpr int kMostPages = 20;
    const std::string first = "/" + business_account_id_ + "/message_templates?limit=50";
    std::vector<whatsapp::TemplateState> found;
    std::string path = first;
    for (int page = 0; page < kMostPages; ++page) {
        const auto cursor = templates_page(path, found);
        if (!cursor) return domain::Failure{cursor.error()};
        if (cursor->empty()) return found;
        path = first + "&after=" + *cursor;
        if (!is_safe_path(path)) return domain::Failure{refusal("bad cursor")};
    }
    return domain::Failure{refusal("too many pages")};
}

std::optional<ApiError> WhatsAppClient::create_template(const whatsapp::Template& one) {
    if (business_account_id_.empty()) return refusal("no business account id");
    const auto answer = whatsapp::object_of(http_.post(
        "/" + business_account_id_ + "/message_templates", kJsonBody, one.definition, whatsapp::kCall
    ));
    return answer ? std::nullopt : std::optional(answer.error());
}

}  // namespace adapters
