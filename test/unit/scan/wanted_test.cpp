// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/wanted.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tagged_code.h"

namespace assay::scan {
namespace {

/// Whether the bodies of functions that begin at the text `place` are wanted.
bool wants(const std::string& code, const std::string& place) {
  const source::SourceText text("a.cc", code);
  const std::size_t offset = code.find(place);
  for (const source::Span span : wantedBodies(text, test::readSimpleTags(text)))
    if (span.contains(offset)) return true;
  return false;
}

TEST(Wanted, NothingWithoutTags) {
  EXPECT_TRUE(wantedBodies(source::SourceText("a", "int f() {}"), {}).empty());
  EXPECT_TRUE(replacedBy({}).empty());
}

TEST(Wanted, TheFunctionBelowAndNotTheOnesFurtherDown) {
  const std::string code = "int a() { }\nint b() { }\n// AI-generated: x\nint c() { }\nint d() { }\n";
  EXPECT_FALSE(wants(code, "int a"));
  EXPECT_TRUE(wants(code, "int c"));
  EXPECT_FALSE(wants(code, "int d"));
}

TEST(Wanted, TheFunctionAroundAndTheOneBefore) {
  EXPECT_TRUE(wants("int a() {\n // AI-generated: x\n f(); }", "int a"));
  EXPECT_TRUE(wants("int a() { f(); } // AI-generated: x\n", "int a"));
}

TEST(Wanted, MembersOneByOneButTheWholeClassWhenTheTagIsAtIt) {
  const std::string member =
      "class A {\n int a() { }\n int b() { }\n // AI-generated: x\n int c() { }\n int d() { } };";
  EXPECT_FALSE(wants(member, "int a"));
  EXPECT_TRUE(wants(member, "int c"));
  EXPECT_FALSE(wants(member, "int d"));
  EXPECT_TRUE(wants("// AI-generated: x\nclass A {\n int a() { }\n };", "int a"));
  EXPECT_TRUE(wants("class A { // AI-generated: x\n int a() { }\n };", "int a"));
}

TEST(Wanted, AClassThatEndsBeforeOnlyWhenTheTagStandsBehindItsBrace) {
  EXPECT_FALSE(wants("class A {\n int a() { }\n};\n// AI-generated: x\nint b() { }", "int a"));
  EXPECT_TRUE(wants("class A {\n int a() { }\n};\n// AI-generated: x\nint b() { }", "int b"));
  EXPECT_TRUE(wants("class A {\n int a() { }\n}; // AI-generated: x\nint b() { }", "int a"));
}

TEST(Wanted, EverythingForAFileAndWhereBracesDoNotMatch) {
  EXPECT_TRUE(wants("// AI-generated[file]: x\nint z;\nint a() { }", "int a"));
  EXPECT_TRUE(wants("// AI-generated: x\n#include <a>\nint z;\nint a() { }", "int a"));
  EXPECT_TRUE(wants("// AI-generated: x\nint z;\nint a() { }\nint b() { }\n{", "int b"));
}

TEST(Wanted, WhatARegionTouches) {
  const std::string code = "int a() { }\nint b() { }\nint c() { }\n";
  const source::SourceText text("a.cc", code);
  tag::TagReading reading;
  reading.tags.emplace_back().reach = tag::Reach::RegionBegin;
  reading.tags.back().region = {code.find("b()"), code.find("int c") - 1};
  const auto spans = wantedBodies(text, reading);
  ASSERT_EQ(spans.size(), 1U);
  EXPECT_TRUE(spans[0].contains(code.find("int b")));
  EXPECT_FALSE(spans[0].contains(code.find("int c")));
}

/// Whether a tag of the code is likely to mean the function at the text `place`.
bool means(const std::string& code, const std::string& place) {
  const source::SourceText text("a.cc", code);
  const std::size_t offset = code.find(place);
  return std::ranges::any_of(meantBodies(text, test::readSimpleTags(text)),
                             [&](source::Span span) { return span.contains(offset); });
}

TEST(Wanted, WhatIsMeantIsNotWhatStandsNearby) {
  const std::string code = "int a() { }\n// AI-generated: x\nint b() { }\nint c() { }\n";
  EXPECT_FALSE(means(code, "int a"));
  EXPECT_TRUE(means(code, "int b"));
  EXPECT_FALSE(means(code, "int c"));
  EXPECT_TRUE(means("int a() { f(); } // AI-generated: x\nint b() { }\n", "int a"));
  const std::string inside = "int a() {\n // AI-generated: x\n f(); }\nint b() { }\n";
  EXPECT_TRUE(means(inside, "int a"));
  EXPECT_FALSE(means(inside, "int b"));
  EXPECT_TRUE(means("// AI-generated: x\nclass A {\n int a() { }\n };", "int a"));
  EXPECT_TRUE(means("// AI-generated[file]: x\nint z;\nint a() { }", "int a"));
}

TEST(Wanted, EverythingWhereAFunctionIsReplaced) {
  const std::string code = "int a() { }\nint b() { }\n// AI-generated: x, replaces: a, experiment: shadow";
  EXPECT_TRUE(wants(code + "\nint c() { }\nint d() { }\n", "int a"));
  EXPECT_TRUE(wants(code + "\nint c() { }\nint d() { }\n", "int d"));
  EXPECT_TRUE(wants("int a() { }\nint b() { }\n// AI-generated: x, replaces: a\nint c() { }", "int a"));
  EXPECT_FALSE(wants("int a() { }\nint b() { }\n// AI-generated: x, rollout: 1%\nint c() { }", "int a"));
}

}  // namespace
}  // namespace assay::scan
