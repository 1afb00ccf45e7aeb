#include "tests/support/graph_api_state.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "tests/support/graph_api_rules.hpp"
#include "tests/support/graph_ledger.hpp"
#include "tests/support/json_fields.hpp"

namespace support {

namespace {

namespace json = boost::json;

constexpr std::chrono::hours kWindow{24};
constexpr std::chrono::hours kUploadLife{30 * 24};
constexpr std::chrono::minutes kAddressLife{5};

std::int64_t seconds_of(GraphTime time) {
    return std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
}

GraphReply success() {
    return {.body = R"({"success":true})"};
}

}  // namespace

GraphReply refusal(const GraphError& error) {
    return {.status = error.status, .body = body_of(error), .code = error.code};
}

GraphApiState::GraphApiState(GraphAccount whose) : account(std::move(whose)) {}

GraphTime GraphApiState::now_locked() const {
    return std::chrono::system_clock::now() + clock_offset;
}

GraphTime GraphApiState::now() const {
    const std::scoped_lock lock(mutex);
    return now_locked();
}

std::string GraphApiState::new_message_id() {
    return "wamid.HBgNNjI4MTI1NTUwMDAwMBUCABEY" + std::to_string(1000000 + next_message_++) +
           "AA==";
}

std::string GraphApiState::person_of(const json::object& body) const {
    std::string to = text_or_empty(body, body.contains("to") ? "to" : "recipient");
    if (to.starts_with('+')) to.erase(0, 1);
    const auto known = numbers_.find(to);
    return known == numbers_.end() ? to : known->second;
}

bool GraphApiState::take_pair_token(const std::string& person) {
    const GraphTime now = now_locked();
    const auto burst = static_cast<double>(pair_burst);
    Bucket& bucket = pairs_.try_emplace(person, Bucket{burst, now}).first->second;
    const std::chrono::duration<double> passed = now - bucket.filled;
    bucket.tokens =
        std::min(burst, bucket.tokens + passed / std::chrono::duration<double>(pair_interval));
    bucket.filled = now;
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
}

bool GraphApiState::take_throughput() {
    const GraphTime now = now_locked();
    while (!lately_.empty() && lately_.front() + std::chrono::seconds{1} <= now)
        lately_.pop_front();
    if (lately_.size() >= throughput) return false;
    lately_.push_back(now);
    return true;
}

bool GraphApiState::has_unusable_media(const json::object& body) const {
    const std::string type = text_or_empty(body, "type");
    const json::object* holder = &body;
    std::string part = type;
    if (type == "interactive") {
        holder = object_of(body.at("interactive").as_object(), "header");
        if (holder == nullptr) return false;
        part = text_or_empty(*holder, "type");
    }
    if (part != "image" && part != "document") return false;
    const GraphMedia* file =
        media.find(text_or_empty(holder->at(part).as_object(), "id"), now_locked());
    return file == nullptr || (part == "image" && !file->mime.starts_with("image/"));
}

GraphRefusal GraphApiState::why_not_now(const json::object& body, const std::string& person) {
    if (!take_throughput()) return error_of_code(130429);
    if (not_on_whatsapp.contains(person)) return error_of_code(131026);
    if (has_unusable_media(body)) return error_of_code(131053);
    const bool is_template = text_of(body, "type") == "template";
    const auto wrote = wrote_.find(person);
    const bool open = wrote != wrote_.end() && now_locked() - wrote->second < kWindow;
    if (!open && !is_template) return error_of_code(131047);
    if (!take_pair_token(person)) return error_of_code(131056);
    return std::nullopt;
}

GraphReply GraphApiState::mark_read(const json::object& body) {
    const std::string id = text_or_empty(body, "message_id");
    if (!incoming_.contains(id)) return refusal(bad_value("message_id is not a message to us"));
    read.push_back(id);
    return success();
}

GraphReply GraphApiState::send(const std::string& text, bool deliver) {
    const std::scoped_lock lock(mutex);
    const auto body = parse_object(text);
    if (!body) return refusal({.code = 100, .message = "Invalid parameter: not a JSON object"});
    if (const auto error = why_message_refused(*body)) return refusal(*error);
    if (body->contains("status")) return mark_read(*body);

    SentWhatsApp message = ledger_entry(*body);
    if (message.kind == "template") {
        auto rendered = templates.render(body->at("template").as_object());
        if (rendered.refusal) return refusal(*rendered.refusal);
        message.text = std::move(rendered.text);
        message.buttons = std::move(rendered.buttons);
    }
    message.to = person_of(*body);
    if (const auto error = why_not_now(*body, message.to)) return refusal(*error);
    message.at = now_locked();
    message.message_id = new_message_id();
    json::object contact{
        {"input", text_or_empty(*body, body->contains("to") ? "to" : "recipient")}};
    if (body->contains("to")) contact["wa_id"] = message.to;
    GraphReply reply{
        .body = json::serialize(json::object{
            {"messaging_product", "whatsapp"},
            {"contacts", json::array{std::move(contact)}},
            {"messages",
             json::array{json::object{{"id", message.message_id}, {"message_status", "accepted"}}}}}
        )};
    if (deliver) {
        ledger.push_back(std::move(message));
        reply.delivered = static_cast<std::int64_t>(ledger.size());
    }
    return reply;
}

GraphReply GraphApiState::upload(const std::string& content_type, const std::string& body) {
    const std::scoped_lock lock(mutex);
    const auto parts = form_parts(content_type, body);
    if (!parts) return refusal({.code = 100, .message = "Invalid parameter: not multipart"});
    if (const auto error = why_upload_refused(*parts)) return refusal(*error);
    const std::string id = media.add(
        {.mime = parts->at("type").bytes,
         .bytes = parts->at("file").bytes,
         .until = now_locked() + kUploadLife}
    );
    return {.body = R"({"id":")" + id + "\"}"};
}

GraphReply GraphApiState::media_info(const std::string& id, const std::string& base) {
    const std::scoped_lock lock(mutex);
    const GraphMedia* file = media.find(id, now_locked());
    if (file == nullptr) return refusal(no_such_object(id));
    const auto expires = std::to_string(seconds_of(now_locked() + kAddressLife));
    return {
        .body = json::serialize(json::object{
            {"messaging_product", "whatsapp"},
            {"url",
             base + "/whatsapp_business/attachments/?mid=" + id + "&ext=" + expires +
                 "&hash=ATcontoh"},
            {"mime_type", file->mime},
            {"sha256", hex_sha256(file->bytes)},
            {"file_size", file->bytes.size()},
            {"id", id}})};
}

GraphReply GraphApiState::media_file(const std::string& id, std::int64_t expires) {
    const std::scoped_lock lock(mutex);
    const GraphMedia* file = media.find(id, now_locked());
    if (file == nullptr || expires < seconds_of(now_locked())) return {.status = 404};
    return {.body = file->bytes, .content_type = file->mime};
}

GraphReply GraphApiState::create_template(const std::string& body) {
    const std::scoped_lock lock(mutex);
    const auto definition = parse_object(body);
    if (!definition) return refusal({.code = 100, .message = "Invalid parameter"});
    if (const auto error = templates.add(*definition, "PENDING")) return refusal(*error);
    return {
        .body = json::serialize(json::object{
            {"id", "900001"},
            {"status", "PENDING"},
            {"category", text_or_empty(*definition, "category")}})};
}

Fault GraphApiState::take_fault() {
    const std::scoped_lock lock(mutex);
    if (!script.empty()) {
        const Fault fault = script.front();
        script.pop_front();
        return fault;
    }
    if (random_share <= 0 || std::uniform_real_distribution<>(0, 1)(random) >= random_share)
        return {};
    return random_fault(random);
}

void GraphApiState::mark_answered(std::int64_t delivered) {
    if (delivered == 0) return;
    const std::scoped_lock lock(mutex);
    ledger[static_cast<std::size_t>(delivered - 1)].answered = true;
}

void GraphApiState::log_call(ApiCall call) {
    const std::scoped_lock lock(mutex);
    calls.push_back(std::move(call));
}

WhatsAppStamp GraphApiState::stamp(const WhatsAppPerson& person) {
    const std::scoped_lock lock(mutex);
    if (!person.number.empty() && !person.user_id.empty()) numbers_[person.user_id] = person.number;
    wrote_[person.number.empty() ? person.user_id : person.number] = now_locked();
    WhatsAppStamp stamp{new_message_id(), seconds_of(now_locked())};
    incoming_.insert(stamp.message_id);
    return stamp;
}

}  // namespace support
