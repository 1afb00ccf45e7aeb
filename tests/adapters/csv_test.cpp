#include "adapters/csv.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace adapters {
namespace {

using namespace std::string_literals;
using Fields = std::vector<std::string>;

struct CsvCase {
    std::string name;
    std::string bytes;
    std::vector<Fields> records;
};

class GoodCsv : public testing::TestWithParam<CsvCase> {};

TEST_P(GoodCsv, IsRead) {
    const auto table = read_csv(GetParam().bytes);

    EXPECT_TRUE(table.complaints.empty());
    EXPECT_EQ(table.header.fields, (Fields{"a", "b"}));
    std::vector<Fields> records;
    for (const auto& record : table.records) records.push_back(record.fields);
    EXPECT_EQ(records, GetParam().records);
}

INSTANTIATE_TEST_SUITE_P(
    Csv,
    GoodCsv,
    testing::Values(
        CsvCase{"Lf", "a,b\n1,2\n", {{"1", "2"}}},
        CsvCase{"CrLf", "a,b\r\n1,2\r\n", {{"1", "2"}}},
        CsvCase{"NoLastLineEnd", "a,b\n1,2", {{"1", "2"}}},
        CsvCase{"HeaderOnly", "a,b", {}},
        CsvCase{"ByteOrderMark", "\xEF\xBB\xBF"s + "a,b\n1,2\n", {{"1", "2"}}},
        CsvCase{"ByteOrderMarkBeforeQuote", "\xEF\xBB\xBF"s + "\"a\",b\n", {}},
        CsvCase{"EmptyFields", "a,b\n,\n", {{"", ""}}},
        CsvCase{"EmptyLines", "a,b\n\n1,2\n\r\n\n", {{"1", "2"}}},
        CsvCase{"Quoted", "a,b\n\"1\",\"2\"\n", {{"1", "2"}}},
        CsvCase{"CommaInQuotes", "a,b\n\"1,5\",2\n", {{"1,5", "2"}}},
        CsvCase{"QuoteInQuotes", "a,b\n\"say \"\"ya\"\"\",\"\"\"\"\n", {{"say \"ya\"", "\""}}},
        CsvCase{"LineEndsInQuotes", "a,b\r\n\"1\r\n2\n3\",4\r\n", {{"1\r\n2\n3", "4"}}},
        CsvCase{"EmptyQuotes", "a,b\n\"\",\"\"\n", {{"", ""}}},
        CsvCase{"BlanksStay", "a,b\n 1 ,\t2\n", {{" 1 ", "\t2"}}},
        CsvCase{"LoneCarriageReturnStays", "a,b\n1\r1,2\n", {{"1\r1", "2"}}},
        CsvCase{"Utf8", "a,b\nRaḥmah,— 👍\n", {{"Raḥmah", "— 👍"}}}
    ),
    [](const auto& test) { return test.param.name; }
);

struct Mistake {
    std::string name;
    std::string bytes;
    int line;
    CsvError error;
    std::size_t good_records;
};

class BadCsv : public testing::TestWithParam<Mistake> {};

TEST_P(BadCsv, IsComplainedOfAndTheRestIsRead) {
    const auto table = read_csv(GetParam().bytes);

    ASSERT_EQ(table.complaints.size(), 1U);
    EXPECT_EQ(table.complaints[0].line, GetParam().line);
    EXPECT_EQ(table.complaints[0].error, GetParam().error);
    EXPECT_EQ(table.records.size(), GetParam().good_records);
}

INSTANTIATE_TEST_SUITE_P(
    Csv,
    BadCsv,
    testing::Values(
        Mistake{"TooFew", "a,b\n1\n1,2\n", 2, CsvError::FieldCount, 1},
        Mistake{"TooMany", "a,b\n1,2\n1,2,3\n", 3, CsvError::FieldCount, 1},
        Mistake{"QuoteNeverEnds", "a,b\n1,2\n1,\"2\n3,4\n", 3, CsvError::UnbalancedQuote, 1},
        Mistake{"QuoteAtTheEnd", "a,b\n1,\"", 2, CsvError::UnbalancedQuote, 0},
        Mistake{"QuoteInsideAField", "a,b\n1,2\"\n1,2\n", 2, CsvError::StrayQuote, 1},
        Mistake{"TextBehindAQuote", "a,b\n\"1\"x,2\n1,2\n", 2, CsvError::StrayQuote, 1},
        Mistake{"BlankBehindAQuote", "a,b\n\"1\" ,2\n", 2, CsvError::StrayQuote, 0},
        Mistake{"LoneContinuation", "a,b\n1,\x80\n1,2\n", 2, CsvError::BadUtf8, 1},
        Mistake{"CutOff", "a,b\n1,\xE2\x82\n1,2\n", 2, CsvError::BadUtf8, 1},
        Mistake{"TooLongForm", "a,b\n1,\xC0\xAF\n1,2\n", 2, CsvError::BadUtf8, 1},
        Mistake{"Surrogate", "a,b\n1,\xED\xA0\x80\n1,2\n", 2, CsvError::BadUtf8, 1},
        Mistake{"AboveUnicode", "a,b\n1,\xF4\x90\x80\x80\n1,2\n", 2, CsvError::BadUtf8, 1},
        Mistake{"Nul", "a,b\n1,\0\n1,2\n"s, 2, CsvError::Nul, 1},
        Mistake{"LinesInQuotesCount", "a,b\n\"1\n1\",2\n\n1\n", 5, CsvError::FieldCount, 1}
    ),
    [](const auto& test) { return test.param.name; }
);

TEST(Csv, AnEmptyFileHasNoHeader) {
    EXPECT_TRUE(read_csv("").header.fields.empty());
    EXPECT_TRUE(read_csv("\xEF\xBB\xBF").header.fields.empty());
    EXPECT_TRUE(read_csv("\n\r\n").header.fields.empty());
}

TEST(Csv, ReadsNothingBehindABadHeader) {
    const auto table = read_csv("a,b\"\n1,2\n3,4\n");

    EXPECT_TRUE(table.header.fields.empty());
    EXPECT_TRUE(table.records.empty());
    ASSERT_EQ(table.complaints.size(), 1U);
    EXPECT_EQ(table.complaints[0].error, CsvError::StrayQuote);
}

TEST(Csv, SaysHowManyFieldsThereAre) {
    EXPECT_EQ(read_csv("a,b\n1,2,3\n").complaints.at(0).fields, 3U);
}

TEST(Csv, WritesQuotesOnlyWhereNeeded) {
    CsvWriter writer;

    writer.value("plain").value("a,b").value("say \"ya\"").value("two\nlines").end_record();

    EXPECT_EQ(writer.take(), "plain,\"a,b\",\"say \"\"ya\"\"\",\"two\nlines\"\n");
    EXPECT_EQ(writer.take(), "");
}

TEST(Csv, DisarmsWhatASpreadsheetWouldCompute) {
    for (const std::string text :
         {"=1+1",
          "+1",
          "-1",
          "@SUM(A1)",
          "\tx",
          "\rx",
          "＝1",
          "＋1",
          "－1",
          "＠x",
          "'=1",
          "''+1"}) {
        EXPECT_EQ(guarded(text), "'" + text);
        EXPECT_EQ(unguarded(guarded(text)), text);
    }
}

TEST(Csv, LeavesOtherTextAlone) {
    for (const std::string text : {"", "laporan", "'", "'tis", "1-2", "a=b", " =1"}) {
        EXPECT_EQ(guarded(text), text);
        EXPECT_EQ(unguarded(text), text);
    }
}

TEST(Csv, DoesNotGuardOurOwnValues) {
    CsvWriter writer;

    writer.value("+6281255500001").text("+6281255500001").end_record();

    EXPECT_EQ(writer.take(), "+6281255500001,'+6281255500001\n");
}

std::string any_cell() {
    return *rc::gen::container<std::string>(
        rc::gen::element('a', '"', ',', '\n', '\r', '\'', '=', '+', ' ', '-')
    );
}

RC_GTEST_PROP(CsvLaws, WhatIsWrittenIsReadBack, ()) {
    const auto rows = *rc::gen::container<std::vector<Fields>>(
        rc::gen::container<Fields>(3, rc::gen::exec(any_cell))
    );
    CsvWriter writer;
    writer.value("a").value("b").value("c").end_record();
    for (const auto& row : rows) {
        for (const auto& cell : row) writer.text(cell);
        writer.end_record();
    }

    const auto table = read_csv(writer.take());

    RC_ASSERT(table.complaints.empty());
    RC_ASSERT(table.records.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = 0; j < rows[i].size(); ++j) {
            RC_ASSERT(unguarded(table.records[i].fields[j]) == rows[i][j]);
        }
    }
}

RC_GTEST_PROP(CsvLaws, AnyBytesAreAnswered, (const std::string& bytes)) {
    const auto table = read_csv(bytes);

    for (const auto& record : table.records) {
        RC_ASSERT(record.fields.size() == table.header.fields.size());
    }
}

RC_GTEST_PROP(CsvLaws, AnyMixOfItsOwnSignsIsAnswered, ()) {
    const auto bytes = any_cell() + any_cell() + any_cell();

    const auto table = read_csv(bytes);

    for (const auto& record : table.records) {
        RC_ASSERT(record.fields.size() == table.header.fields.size());
    }
}

}  // namespace
}  // namespace adapters
