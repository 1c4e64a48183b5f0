// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "document/yaml_scalar.h"

#include <gtest/gtest.h>

#include <limits>

namespace assay::document {
namespace {

std::string quoted(std::string_view string) {
  std::string text = "a: ";
  appendQuoted(text, string);
  return text.substr(3);
}

std::string textOf(const Value& scalar, Layout layout = Layout::Block) {
  std::string text;
  appendScalar(text, scalar, layout);
  return text;
}

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
  for (const char* text :
       {"a:", "a: b", "a #b", "a\tb", "a\u0085", "a\u2028", "a ", "...", "é: x", "é #x", "é:"})
    EXPECT_FALSE(isPlainString(text, Layout::Block)) << text;
  for (const char* text : {"a:b", "a,b", "a#b", "a ", "a\u2028"})
    EXPECT_FALSE(isPlainString(text, Layout::Flow)) << text;
}

TEST(YamlScalar, EscapesWhatCannotBeSeen) {
  EXPECT_EQ(quoted("a\"\\\n\t\r\x1B"), R"("a\"\\\n\t\r\x1B")");
  EXPECT_EQ(quoted("\xE2\x80\xAE"), R"("\u202E")");
  EXPECT_EQ(quoted("\xF3\xA0\x81\x81"), R"("\U000E0041")");
  EXPECT_EQ(quoted("é"), "\"é\"");
  EXPECT_EQ(quoted("a\u00e9\u202e\u4e2d\u007f"), "\"a\u00e9\\u202E\u4e2d\\x7F\"");
  EXPECT_EQ(textOf("\xFF"), "!!binary \"/w==\"");
}

TEST(YamlScalar, NumbersStayNumbersForEveryReader) {
  EXPECT_EQ(textOf(1.0), "1.0");
  EXPECT_EQ(textOf(1e300), "1.0e+300");
  EXPECT_EQ(textOf(std::numeric_limits<std::uint64_t>::max()), "18446744073709551615");
  EXPECT_EQ(textOf(std::numeric_limits<double>::infinity()), ".inf");
  EXPECT_EQ(textOf(Value()), "null");
}

}  // namespace
}  // namespace assay::document
