// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/review_start.h"

#include <gtest/gtest.h>

#include <fstream>

#include "support/hash.h"
#include "support/temporary_folder.h"

namespace assay::tool {
namespace {

constexpr std::string_view kText =
    "int flat(int n) { return n; }\n"
    "int deep(const V& items) {\n"
    "  for (auto a : items)\n"
    "    for (auto b : items) use(a, b);\n"
    "}\n"
    "int again(int n) { return again(n - 1); }\n";

model::AnnotatedFunction at(std::uint64_t id, std::string name, source::Position begin,
                            source::Position end) {
  model::AnnotatedFunction function;
  function.id = id;
  function.name = std::move(name);
  function.file = "a.cc";
  function.lines = {begin.line, end.line};
  function.bodyBegin = begin;
  function.bodyEnd = end;
  return function;
}

model::Manifest scanned() {
  model::Manifest manifest;
  manifest.files = {{"a.cc", contentHash(kText), {}}};
  manifest.functions = {at(1, "flat", {1, 17}, {1, 29}), at(2, "n::deep", {2, 27}, {5, 1}),
                        at(3, "again", {6, 18}, {6, 41}), at(4, "called", {6, 18}, {6, 41})};
  manifest.functions[1].inputs = {{"items", "items.size()", ""}};
  return manifest;
}

TEST(WhereToStart, IsWhereSignsAreMost) {
  const test::TemporaryFolder folder;
  std::ofstream(folder.path() / "a.cc") << kText;
  const auto start = whereToStart(scanned(), folder.path(), {1, 2, 3});
  ASSERT_EQ(start.rows.size(), 2u) << "nothing is seen in `flat`, and `called` is not asked for";
  EXPECT_EQ(start.rows[0].subject.name, "n::deep");
  ASSERT_EQ(start.rows[0].signs.size(), 2u);
  EXPECT_EQ(start.rows[0].signs[0].code, "nested-loops");
  EXPECT_EQ(start.rows[0].signs[0].line, 4u);
  EXPECT_EQ(start.rows[0].signs[1].text, "its input has a size: items.size()");
  EXPECT_EQ(start.rows[1].signs.at(0).code, "recursion");
  EXPECT_EQ(start.unread, 0u);
}

TEST(WhereToStart, IsInTheManifestWithoutTheFiles) {
  const test::TemporaryFolder folder;
  model::Manifest manifest = scanned();
  using enum source::CostSign;
  manifest.functions[0].costs = {{SearchInLoop, 9, 1}, {OutsideInput, 7, 0}};
  manifest.functions[1].costs = {{NestedLoops, 4, 3}, {OneCaller, 8, 0}};
  const auto start = whereToStart(manifest, folder.path(), {1, 2, 3});
  EXPECT_EQ(start.unread, 0u);
  ASSERT_EQ(start.rows.size(), 2u) << "nothing is recorded of `again`, so nothing was seen";
  EXPECT_EQ(start.rows[0].subject.name, "n::deep");
  ASSERT_EQ(start.rows[0].signs.size(), 3u);
  EXPECT_EQ(start.rows[0].signs[0].text, "loops in each other, 3 deep");
  EXPECT_EQ(start.rows[0].signs[1].code, "one-caller");
  EXPECT_EQ(start.rows[0].signs[1].line, 8u);
  EXPECT_EQ(start.rows[1].signs.at(1).text, "it reads input from outside");
}

TEST(WhereToStart, IsNotToldOfTextThatChanged) {
  const test::TemporaryFolder folder;
  EXPECT_EQ(whereToStart(scanned(), folder.path(), {2}).unread, 1u) << "there is no file";
  std::ofstream(folder.path() / "a.cc") << "// new\n" << kText;
  const auto start = whereToStart(scanned(), folder.path(), {2, 3});
  EXPECT_TRUE(start.rows.empty());
  EXPECT_EQ(start.unread, 2u);
}

}  // namespace
}  // namespace assay::tool
