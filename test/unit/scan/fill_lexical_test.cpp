// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/fill_lexical.h"

#include <gtest/gtest.h>

namespace assay::scan {
namespace {

using model::Precision;
using model::State;

TaggedSource sourceOf(const std::string& text) {
  TaggedSource source{"a.cc", "/r/a.cc", source::SourceText("a.cc", text), false, {}};
  Diagnostics said;
  source.reading = tag::readTags(source.text, {}, said);
  return source;
}

model::AnnotatedFunction without(State state, unsigned line) {
  model::AnnotatedFunction entry;
  entry.file = "a.cc";
  entry.tagLine = line;
  entry.state = state;
  return entry;
}

constexpr const char* kFunction = "// AI-generated: GPT-4\nint f(int x) { return x; }\n";

TEST(FillFromTokens, AnInactiveTagGetsItsNameAndStaysInactive) {
  std::vector entries{without(State::Inactive, 1)};
  fillFromTokens(sourceOf(kFunction), false, entries);
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries[0].name, "f");
  EXPECT_EQ(entries[0].state, State::Inactive);
  EXPECT_EQ(entries[0].precision, Precision::Lexical);
  EXPECT_EQ(entries[0].tag.model, "GPT-4");
}

TEST(FillFromTokens, AnUnattachedTagIsFilledInOnlyWhereErrorsHidTheCode) {
  std::vector clean{without(State::Unattached, 1)};
  fillFromTokens(sourceOf(kFunction), false, clean);
  EXPECT_EQ(clean.at(0).state, State::Unattached);
  EXPECT_EQ(clean.at(0).name, "");
  std::vector broken{without(State::Unattached, 1)};
  fillFromTokens(sourceOf(kFunction), true, broken);
  EXPECT_EQ(broken.at(0).state, State::Uncompiled);
  EXPECT_EQ(broken.at(0).name, "f");
}

TEST(FillFromTokens, ATagThatTheTokensCannotPlaceEitherIsKept) {
  std::vector entries{without(State::Inactive, 1)};
  fillFromTokens(sourceOf("// AI-generated: GPT-4\nint variable;\n"), false, entries);
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries[0].state, State::Inactive);
  EXPECT_EQ(entries[0].name, "");
}

TEST(FillFromTokens, EntriesWithAFunctionAreLeftAlone) {
  std::vector entries{without(State::Inactive, 1)};
  entries[0].name = "g";
  const auto before = entries;
  fillFromTokens(sourceOf(kFunction), true, entries);
  EXPECT_EQ(entries, before);
}

}  // namespace
}  // namespace assay::scan
