// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "document/yaml_scalar.h"

#include <gtest/gtest.h>

#include <limits>

namespace assay::document {
namespace {

TEST(YamlScalar, ResolvesTheCoreSchema) {
  for (const char* null : {"", "~", "null", "Null", "NULL"}) EXPECT_TRUE(resolvePlain(null).isNull()) << null;
  EXPECT_EQ(resolvePlain("true"), Value(true));
  EXPECT_EQ(resolvePlain("FALSE"), Value(false));
  EXPECT_EQ(resolvePlain("-12"), Value(-12));
  EXPECT_EQ(resolvePlain("+12"), Value(12));
  EXPECT_EQ(resolvePlain("0x1F"), Value(31));
  EXPECT_EQ(resolvePlain("0o17"), Value(15));
  EXPECT_EQ(resolvePlain("18446744073709551615"), Value(std::numeric_limits<std::uint64_t>::max()));
  EXPECT_EQ(resolvePlain("1.5e3"), Value(1500.0));
  EXPECT_EQ(resolvePlain("-.5"), Value(-0.5));
  EXPECT_EQ(resolvePlain("18446744073709551616"), Value(18446744073709551616.0));
  EXPECT_EQ(resolvePlain("-.inf"), Value(-std::numeric_limits<double>::infinity()));
}

TEST(YamlScalar, EverythingElseIsAString) {
  for (const char* text : {"yes",
                           "no",
                           "on",
                           "nULL",
                           "1-2",
                           "1.2.3",
                           "0x",
                           "0xG",
                           "0o8",
                           "-",
                           "+",
                           ".",
                           "..",
                           "1e",
                           "e1",
                           "12:30",
                           "2024-01-15",
                           "1_000",
                           "+-1",
                           "--1",
                           "0b1",
                           ".e3",
                           "1195:40-1260:1"})
    EXPECT_EQ(resolvePlain(text), Value(text)) << text;
}

TEST(YamlScalar, QuotesWhatAnyReaderWouldTakeForSomethingElse) {
  for (const char* text :
       {"",      " x",   "x ",       "yes",        "No",  "y",   "null", "~",    "1.0",  "0x1f", "017",
        "1_000", "0b11", "12:30:45", "2024-01-15", "1e5", ".5",  ".inf", "<<",   "=",    "- x",  "-",
        "# x",   "a: b", "a #b",     "a:",         "*x",  "&x",  "!x",   "%x",   "@x",   "`x",   "'x",
        "\"x",   "[x",   "{x",       "|",          ">",   "? x", "...",  "a\nb", "a\tb", "a\x01"})
    EXPECT_FALSE(isPlainString(text, Layout::Block)) << text;
}

TEST(YamlScalar, LeavesOrdinaryTextAlone) {
  for (const char* text :
       {"db/db_impl.cc", "leveldb::DBImpl::Write", "Status (const WriteOptions &, WriteBatch *)", "GPT-4",
        "1193-1260", "1195:40-1260:1", "include/db.h:40", "ns::operator[]", "/etc/x", "a#b", "12 (block)",
        "übung", "中文", "9f86d081884c7d65"})
    EXPECT_TRUE(isPlainString(text, Layout::Block)) << text;
  EXPECT_FALSE(isPlainString("ns::operator[]", Layout::Flow));
  EXPECT_TRUE(isPlainString("template", Layout::Flow));
}

TEST(YamlScalar, EscapesWhatCannotBeSeen) {
  EXPECT_EQ(quoted("a\"\\\n\t\r\x1B"), R"("a\"\\\n\t\r\x1B")");
  EXPECT_EQ(quoted("\xE2\x80\xAE"), R"("\u202E")");
  EXPECT_EQ(quoted("\xF3\xA0\x81\x81"), R"("\U000E0041")");
  EXPECT_EQ(quoted("é"), "\"é\"");
  EXPECT_EQ(stringText("\xFF", Layout::Block), "!!binary \"/w==\"");
}

TEST(YamlScalar, NumbersStayNumbersForEveryReader) {
  EXPECT_EQ(scalarText(1.0, Layout::Block), "1.0");
  EXPECT_EQ(scalarText(1e300, Layout::Block), "1.0e+300");
  EXPECT_EQ(scalarText(std::numeric_limits<std::uint64_t>::max(), Layout::Block), "18446744073709551615");
  EXPECT_EQ(scalarText(std::numeric_limits<double>::infinity(), Layout::Block), ".inf");
  EXPECT_EQ(scalarText(Value(), Layout::Block), "null");
}

}  // namespace
}  // namespace assay::document
