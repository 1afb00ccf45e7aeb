#include "bot/cli/whatsapp.hpp"

#include <fmt/format.h>

#include <map>

#include "adapters/whatsapp/client.hpp"
#include "adapters/whatsapp/templates.hpp"
#include "bot/cli/exit_codes.hpp"
#include "bot/cli/platform_failure.hpp"

namespace bot {
namespace {

using adapters::ApiError;
using adapters::whatsapp::CheckedTemplates;
using adapters::whatsapp::Template;
using adapters::whatsapp::TemplateState;

adapters::WhatsAppClient client_for(const WhatsappConfig& config) {
    return {{config.token, config.phone_id, config.business_id}, config.api};
}

bool tell_problems(const CheckedTemplates& checked, std::ostream& err) {
    for (const std::string& problem : checked.problems) err << problem << '\n';
    return !checked.problems.empty();
}

// By name, those in our language.
domain::Result<std::map<std::string, TemplateState>, ApiError> states(
    adapters::WhatsAppClient& client
) {
    const auto listed = client.templates();
    if (!listed) return domain::Failure{listed.error()};
    std::map<std::string, TemplateState> by_name;
    for (const TemplateState& state : *listed) {
        if (state.language == "id") by_name[state.name] = state;
    }
    return by_name;
}

int check(
    const Config& config, const CheckedTemplates& checked, std::ostream& out, std::ostream& err
) {
    const bool wrong = tell_problems(checked, err);
    if (!config.whatsapp.is_on() || config.whatsapp.business_id.empty()) {
        out << fmt::format(
            "templates: {}, {} problems\n", checked.templates.size(), checked.problems.size()
        );
        return wrong ? kExitFailed : kExitDone;
    }
    auto client = client_for(config.whatsapp);
    const auto known = states(client);
    if (!known) return tell_failure(err, "message_templates", known.error());
    bool all_good = !wrong;
    for (const Template& one : checked.templates) {
        const auto state = known->find(one.name);
        const std::string status = state == known->end() ? "MISSING" : state->second.status;
        const std::string category = state == known->end() ? "" : state->second.category;
        out << fmt::format("{:<24} {} {}\n", one.name, status, category);
        all_good = all_good && status == "APPROVED" && category == "UTILITY";
    }
    return all_good ? kExitDone : kExitFailed;
}

int push(
    const Config& config, const CheckedTemplates& checked, std::ostream& out, std::ostream& err
) {
    if (!config.whatsapp.is_on() || config.whatsapp.business_id.empty()) {
        err << "skpbot: whatsapp_token, whatsapp_business_id and the others of WhatsApp are "
               "required\n";
        return kExitUsage;
    }
    if (tell_problems(checked, err)) return kExitFailed;
    auto client = client_for(config.whatsapp);
    const auto known = states(client);
    if (!known) return tell_failure(err, "message_templates", known.error());
    for (const Template& one : checked.templates) {
        if (known->contains(one.name)) {
            out << fmt::format("{:<24} {}\n", one.name, known->at(one.name).status);
            continue;
        }
        if (const auto error = client.create_template(one))
            return tell_failure(err, one.name, *error);
        out << fmt::format("{:<24} handed in\n", one.name);
    }
    return kExitDone;
}

}  // namespace

int run_whatsapp(
    const Config& config, const WhatsappOptions& options, std::ostream& out, std::ostream& err
) {
    const auto checked = adapters::whatsapp::check_templates(options.folder);
    return options.action == TemplatesAction::Check ? check(config, checked, out, err)
                                                    : push(config, checked, out, err);
}

}  // namespace bot
