#include "adapters/whatsapp/templates.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>

namespace adapters::whatsapp {
namespace {

const std::filesystem::path kFolder =
    std::filesystem::path(SKPBOT_SOURCE_DIR) / "adapters" / "whatsapp" / "templates";

Template good() {
    Template one;
    one.name = "skp_diajukan";
    one.language = "id";
    one.category = "UTILITY";
    one.body = "Ada {{1}} SKP yang menunggu keputusan Anda.";
    one.buttons = {"Lihat SKP"};
    one.examples = {"3"};
    return one;
}

TEST(WhatsAppTemplates, AreOneForEachNoticeWithoutAProblem) {
    const CheckedTemplates checked = check_templates(kFolder);

    EXPECT_EQ(checked.problems, std::vector<std::string>{});
    EXPECT_EQ(checked.templates.size(), 24U);
    EXPECT_EQ(checked.templates.size(), notice_names().size());
}

TEST(WhatsAppTemplates, HaveProblemsNamed) {
    using Change = std::function<void(Template&)>;
    const std::pair<std::string, Change> cases[] = {
        {"name: a-z", [](Template& it) { it.name = "Skp"; }},
        {"name: a-z", [](Template& it) { it.name = ""; }},
        {"name: a-z", [](Template& it) { it.name = std::string(513, 'a'); }},
        {"language", [](Template& it) { it.language = "en"; }},
        {"category", [](Template& it) { it.category = "MARKETING"; }},
        {"body is empty", [](Template& it) { it.body = " "; }},
        {"body above", [](Template& it) { it.body.insert(3, std::string(1024, 'a')); }},
        {"tabs or runs", [](Template& it) { it.body.insert(3, "    "); }},
        {"tabs or runs", [](Template& it) { it.body.insert(3, "\n\n\n"); }},
        {"tabs or runs", [](Template& it) { it.body.insert(3, "\t"); }},
        {"format marks", [](Template& it) { it.body.insert(3, "*x*"); }},
        {"not numbered", [](Template& it) { it.body = "Ada {{2}} hal yang menunggu Anda."; }},
        {"not numbered", [](Template& it) { it.body = "Ada {{1}} dan {{1}} yang menunggu Anda."; }},
        {"not numbered", [](Template& it) { it.body = "Ada {1} hal yang menunggu Anda."; }},
        {"not numbered", [](Template& it) { it.body = "Ada {{nama}} yang menunggu Anda."; }},
        {"one example", [](Template& it) { it.examples.clear(); }},
        {"example is empty", [](Template& it) { it.examples = {""}; }},
        {"begins with", [](Template& it) { it.body = "{{1}} hal yang menunggu Anda."; }},
        {"ends with", [](Template& it) { it.body = "Yang menunggu keputusan Anda: {{1}}"; }},
        {"side by side",
         [](Template& it) {
             it.body = "Ada beberapa hal {{1}} {{2}} yang menunggu keputusan Anda.";
         }},
        {"too few words", [](Template& it) { it.body = "Ada {{1}} hal."; }},
        {"footer", [](Template& it) { it.footer = std::string(61, 'a'); }},
        {"footer", [](Template& it) { it.footer = "a\nb"; }},
        {"no quick reply", [](Template& it) { it.buttons.clear(); }},
        {"above 10", [](Template& it) { it.buttons.assign(11, "a"); }},
        {"two buttons",
         [](Template& it) {
             it.buttons = {"a", "a"};
         }},
        {"button empty", [](Template& it) { it.buttons = {""}; }},
        {"button empty", [](Template& it) { it.buttons = {std::string(26, 'a')}; }},
        {"button empty", [](Template& it) { it.buttons = {"a{{1}}"}; }}};
    ASSERT_TRUE(problems_of(good()).empty());
    for (const auto& [problem, change] : cases) {
        Template one = good();
        change(one);
        bool named = false;
        for (const auto& found : problems_of(one)) {
            named = named || found.find(problem) != std::string::npos;
        }
        EXPECT_TRUE(named) << problem;
    }
}

TEST(WhatsAppTemplates, CountsVariables) {
    EXPECT_EQ(variable_count("a"), 0U);
    EXPECT_EQ(variable_count("a {{1}} b {{2}} c"), 2U);
    EXPECT_EQ(variable_count("a {{2}} b {{1}}"), std::nullopt);
    EXPECT_EQ(variable_count("a {{1}"), std::nullopt);
    EXPECT_EQ(variable_count("a }}"), std::nullopt);
}

TEST(WhatsAppTemplates, AreNotReadFromOtherForms) {
    const std::string texts[] = {
        "",
        "[]",
        R"({"name":5})",
        R"({"components":{}})",
        R"({"components":[{"type":"HEADER","text":"x"}]})",
        R"({"components":[{"type":"BUTTONS","buttons":[{"type":"URL","text":"x"}]}]})",
        R"({"components":[{"type":"BODY","text":"x","example":{"body_text":[[5]]}}]})"};
    for (const auto& text : texts) EXPECT_FALSE(parse_template(text)) << text;
}

TEST(WhatsAppTemplates, ReportFilesThatAreNoTemplateOfANotice) {
    std::string pattern = (std::filesystem::temp_directory_path() / "skpbot_templates_XXXXXX");
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    const std::filesystem::path folder = pattern;
    std::ofstream(folder / "rusak.json") << "{";
    std::ofstream(folder / "lain.json")
        << R"({"name":"halo","language":"id","category":"UTILITY"})";
    std::ofstream(folder / "catatan.txt") << "bukan template";

    const CheckedTemplates checked = check_templates(folder);
    std::filesystem::remove_all(folder);

    const auto has_problem = [&](const std::string& problem) {
        return std::find(checked.problems.begin(), checked.problems.end(), problem) !=
               checked.problems.end();
    };
    EXPECT_TRUE(has_problem("rusak.json: not readable as a template"));
    EXPECT_TRUE(has_problem("lain.json: name differs"));
    EXPECT_TRUE(has_problem("lain.json: no notice"));
    EXPECT_TRUE(has_problem("skp_diajukan: template missing"));
    EXPECT_EQ(checked.templates.size(), 1U);
    EXPECT_EQ(check_templates(folder).problems.size(), notice_names().size());
}

}  // namespace
}  // namespace adapters::whatsapp
