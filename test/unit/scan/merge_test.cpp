// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/merge.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace assay::scan {
namespace {

using model::AnnotatedFunction;
using testing::IsEmpty;
using testing::SizeIs;

AnnotatedFunction taggedAt(std::string file, unsigned line, std::uint64_t id, std::string model = "m") {
  AnnotatedFunction entry;
  entry.file = std::move(file);
  entry.lines = {line, line + 2};
  entry.bodyBegin = {line, 10};
  entry.bodyEnd = {line + 2, 1};
  entry.id = id;
  entry.name = "f" + std::to_string(id);
  entry.tagLine = line - 1;
  entry.tag.model = std::move(model);
  return entry;
}

AnnotatedFunction declarationAt(std::string file, unsigned line, std::uint64_t id, std::string model = "m") {
  AnnotatedFunction entry = taggedAt(std::move(file), line, id, std::move(model));
  entry.bodyBegin = entry.bodyEnd = {};
  entry.traits.add(model::Trait::NoBody);
  return entry;
}

AnnotatedFunction definitionAt(std::string file, unsigned line, std::uint64_t id) {
  AnnotatedFunction found = taggedAt(std::move(file), line, id, "");
  found.tagLine = 0;
  return found;
}

struct Merged {
  std::vector<AnnotatedFunction> entries;
  Diagnostics diagnostics;
};

Merged merge(std::vector<AnnotatedFunction> entries, const std::vector<AnnotatedFunction>& definitions = {}) {
  Merged merged;
  std::vector<AnnotatedFunction> reversed(entries.rbegin(), entries.rend());
  merged.entries = mergeEntries(std::move(entries), definitions, merged.diagnostics);
  Diagnostics other;
  EXPECT_EQ(mergeEntries(std::move(reversed), definitions, other), merged.entries)
      << "the order of the input counts";
  return merged;
}

TEST(Merge, ATagWithReachMeansActiveAndInactiveFunctions) {
  AnnotatedFunction active = taggedAt("a.cc", 5, 1);
  AnnotatedFunction inactive = taggedAt("a.cc", 9, 2);
  inactive.state = model::State::Inactive;
  for (AnnotatedFunction* entry : {&active, &inactive}) {
    entry->scope = model::Scope::File;
    entry->tagLine = 1;
  }
  AnnotatedFunction unattached = inactive;
  unattached.name.clear();
  unattached.id = 3;
  unattached.state = model::State::Unattached;
  EXPECT_THAT(merge({active, inactive, unattached}).entries, SizeIs(2)) << "the tag does belong to something";
}

TEST(Merge, WhatSeveralUnitsSawIsOneEntry) {
  const Merged merged = merge({taggedAt("h.h", 5, 1), taggedAt("h.h", 5, 1), taggedAt("a.cc", 9, 2)});
  ASSERT_THAT(merged.entries, SizeIs(2));
  EXPECT_EQ(merged.entries[0].file, "a.cc");
  EXPECT_THAT(merged.diagnostics.all(), IsEmpty());
}

TEST(Merge, TheBetterViewStays) {
  AnnotatedFunction inferred = taggedAt("h.h", 5, 1);
  inferred.precision = model::Precision::Inferred;
  EXPECT_EQ(merge({inferred, taggedAt("h.h", 5, 1)}).entries.at(0).precision, model::Precision::Exact);
}

TEST(Merge, ActiveInOneUnitIsActive) {
  AnnotatedFunction inactive = taggedAt("h.h", 5, 77);
  inactive.state = model::State::Inactive;
  AnnotatedFunction unattached = declarationAt("h.h", 5, 78);
  unattached.state = model::State::Unattached;
  unattached.name.clear();
  unattached.lines = {};
  const Merged merged = merge({inactive, taggedAt("h.h", 5, 1), unattached});
  ASSERT_THAT(merged.entries, SizeIs(1));
  EXPECT_EQ(merged.entries[0].state, model::State::Active);
}

TEST(Merge, ATaggedDeclarationGoesToItsUntaggedDefinition) {
  const Merged merged =
      merge({declarationAt("h.h", 5, 1)}, {definitionAt("a.cc", 20, 1), definitionAt("a.cc", 30, 2)});
  ASSERT_THAT(merged.entries, SizeIs(1));
  const AnnotatedFunction& entry = merged.entries[0];
  EXPECT_EQ(entry.file, "a.cc");
  EXPECT_EQ(entry.bodyBegin.line, 20U);
  EXPECT_EQ(entry.tagFile, "h.h");
  EXPECT_EQ(entry.tagLine, 4U);
  EXPECT_EQ(entry.tag.model, "m");
  EXPECT_FALSE(entry.traits.has(model::Trait::NoBody));
}

TEST(Merge, ADeclarationWithoutDefinitionStays) {
  const Merged merged = merge({declarationAt("h.h", 5, 1)}, {definitionAt("a.cc", 20, 2)});
  ASSERT_THAT(merged.entries, SizeIs(1));
  EXPECT_EQ(merged.entries[0].file, "h.h");
  EXPECT_TRUE(merged.entries[0].traits.has(model::Trait::NoBody));
}

TEST(Merge, OfTwoTagsTheDefinitionsWins) {
  const Merged agree = merge({declarationAt("h.h", 5, 1), taggedAt("a.cc", 20, 1)});
  ASSERT_THAT(agree.entries, SizeIs(1));
  EXPECT_EQ(agree.entries[0].file, "a.cc");
  EXPECT_TRUE(agree.entries[0].tagFile.empty());
  EXPECT_THAT(agree.diagnostics.all(), IsEmpty());

  const Merged conflict = merge({declarationAt("h.h", 5, 1, "old"), taggedAt("a.cc", 20, 1, "new")});
  ASSERT_THAT(conflict.entries, SizeIs(1));
  EXPECT_EQ(conflict.entries[0].tag.model, "new");
  ASSERT_THAT(conflict.entries[0].history, SizeIs(1));
  EXPECT_EQ(conflict.entries[0].history[0].model, "old");
  ASSERT_THAT(conflict.diagnostics.all(), SizeIs(1));
  EXPECT_EQ(conflict.diagnostics.all()[0].id, "assay-scan-106");
  EXPECT_EQ(conflict.diagnostics.all()[0].where, (Location{"a.cc", 19, 0}));
  EXPECT_THAT(conflict.diagnostics.all()[0].message, testing::HasSubstr("h.h:4"));
}

TEST(Merge, ADeclarationsOwnTagWinsOverAWideOneAtTheDefinition) {
  AnnotatedFunction wide = taggedAt("a.cc", 20, 1, "file");
  wide.scope = model::Scope::File;
  wide.tagLine = 1;
  const Merged merged = merge({declarationAt("h.h", 5, 1, "own"), wide});
  ASSERT_THAT(merged.entries, SizeIs(1));
  EXPECT_EQ(merged.entries[0].tag.model, "own");
  EXPECT_EQ(merged.entries[0].scope, model::Scope::Function);
  EXPECT_EQ(merged.entries[0].tagFile, "h.h");
  EXPECT_EQ(merged.entries[0].file, "a.cc");
  EXPECT_THAT(merged.diagnostics.all(), IsEmpty());
}

TEST(Merge, TwoBodiesUnderOneIdAreToldApart) {
  const Merged merged = merge({taggedAt("a.cc", 5, 1), taggedAt("a.cc", 15, 1), taggedAt("b.cc", 5, 1)});
  ASSERT_THAT(merged.entries, SizeIs(3));
  EXPECT_EQ(merged.entries[0].id, 1U);
  EXPECT_NE(merged.entries[1].id, 1U);
  EXPECT_NE(merged.entries[2].id, 1U);
  EXPECT_NE(merged.entries[1].id, merged.entries[2].id);
  ASSERT_THAT(merged.diagnostics.all(), SizeIs(2));
  EXPECT_EQ(merged.diagnostics.all()[0].id, "assay-scan-107");
}

}  // namespace
}  // namespace assay::scan
