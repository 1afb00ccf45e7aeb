#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "adapters/whatsapp/template.hpp"

namespace adapters::whatsapp {

// The notices of CONVERSATION.md section 6, in its order: each needs a template of its name.
const std::vector<std::string>& notice_names();

// What a folder of template files holds. `problems` are sentences for the operator, each with the
// name of the file or notice in front.
struct CheckedTemplates {
    std::vector<Template> templates;  // in order of name; those with problems too
    std::vector<std::string> problems;
};

// Reads and checks every *.json of the folder: its form, problems_of, that the file is named like
// the template, and that there is one for each notice and none besides. A folder that cannot be
// read is a problem too. Never throws for what lies there.
CheckedTemplates check_templates(const std::filesystem::path& folder);

}  // namespace adapters::whatsapp
