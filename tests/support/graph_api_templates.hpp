#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/graph_api_error.hpp"
#include "tests/support/ledger.hpp"

namespace support {

// The templates of the business account. Not for several threads at once.
class GraphTemplateStore {
public:
    // Why the definition is refused; nothing: it is there now, in this state.
    GraphRefusal add(const boost::json::object& definition, const std::string& status);
    void set_status(const std::string& name, const std::string& status);

    // A page as GET /{waba_id}/message_templates gives it: `after` is the cursor of the page
    // before, empty for the first one. `next` is the address of the page after it.
    [[nodiscard]] std::string page(
        std::size_t limit, const std::string& after, const std::string& address
    ) const;

    // What a person sees of the template message.
    struct Rendered {
        GraphRefusal refusal{};
        std::string text{};
        std::vector<ApiButton> buttons{};
    };
    // Refused: unknown in that language or not approved (132001), paused or disabled (132015,
    // 132016), another number of parameters (132000), a button that the template does not have.
    [[nodiscard]] Rendered render(const boost::json::object& content) const;

private:
    struct Entry {
        std::string name, language, category, status, body;
        std::vector<std::string> buttons;
    };
    [[nodiscard]] const Entry* find(std::string_view name, std::string_view language) const;

    std::vector<Entry> templates_;
};

}  // namespace support
