// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "manifest/check_parts.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace assay::manifest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

std::vector<Part> partsOf(unsigned count) {
  std::vector<Part> parts;
  for (unsigned index = 1; index <= count; ++index) {
    Part& part = parts.emplace_back();
    part.file = std::to_string(index) + ".yaml";
    part.fragment.shard = {index, count};
  }
  return parts;
}

std::vector<std::string> idsOf(const std::vector<Part>& parts) {
  Diagnostics said;
  checkParts(parts, said);
  std::vector<std::string> ids;
  for (const Diagnostic& one : said.all()) ids.push_back(one.id);
  return ids;
}

std::string firstMessageOf(const std::vector<Part>& parts) {
  Diagnostics said;
  checkParts(parts, said);
  return said.all().empty() ? "" : said.all().front().message;
}

model::AnnotatedFunction entryAt(unsigned line) {
  model::AnnotatedFunction entry;
  entry.id = 1;
  entry.file = "a.h";
  entry.lines = {line, line};
  return entry;
}

TEST(CheckParts, AllPartsOfOneScanAreFine) {
  for (const unsigned count : {1U, 2U, 50U}) {
    std::vector<Part> parts = partsOf(count);
    std::ranges::reverse(parts);
    EXPECT_THAT(idsOf(parts), IsEmpty());
  }
}

TEST(CheckParts, MissingOnesAreNamed) {
  std::vector<Part> parts = partsOf(3);
  parts.erase(parts.begin() + 1);
  EXPECT_THAT(idsOf(parts), ElementsAre("assay-merge-001"));
  EXPECT_EQ(firstMessageOf(parts), "part 2 of 3 is missing");
  parts = partsOf(30);
  parts.resize(3);
  EXPECT_EQ(firstMessageOf(parts), "parts 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 and 17 more of 30 are missing");
}

TEST(CheckParts, OneThatIsThereTwiceIsFound) {
  std::vector<Part> parts = partsOf(2);
  parts.push_back(parts.front());
  parts.back().file = "copy.yaml";
  EXPECT_THAT(idsOf(parts), ElementsAre("assay-merge-002"));
  EXPECT_EQ(firstMessageOf(parts), "1.yaml and copy.yaml are both part 1 of 2");
}

TEST(CheckParts, OfDifferentDivisionsNothingElseIsSaidOfNumbers) {
  std::vector<Part> parts = partsOf(2);
  parts[1].fragment.shard = {2, 3};
  EXPECT_THAT(idsOf(parts), ElementsAre("assay-merge-003"));
  EXPECT_EQ(firstMessageOf(parts), "1.yaml is one of 2 parts, 2.yaml is one of 3");
}

TEST(CheckParts, TreeOptionsAndProgramAreTheSame) {
  std::vector<Part> parts = partsOf(3);
  parts[2].fragment.tree = "other";
  parts[2].fragment.options = "other";
  parts[1].fragment.tool = "other";
  EXPECT_THAT(idsOf(parts), UnorderedElementsAre("assay-merge-004", "assay-merge-005", "assay-merge-006"));
}

TEST(CheckParts, AnIdHasOnePlaceInAFile) {
  std::vector<Part> parts = partsOf(2);
  parts[0].fragment.entries = {entryAt(3)};
  parts[1].fragment.entries = {entryAt(3)};
  EXPECT_THAT(idsOf(parts), IsEmpty());
  parts[1].fragment.entries = {entryAt(9)};
  EXPECT_THAT(idsOf(parts), ElementsAre("assay-merge-007"));
}

TEST(CheckParts, TwoBodiesThatOnePartFoundAreToldApartLater) {
  std::vector<Part> parts = partsOf(1);
  parts[0].fragment.entries = {entryAt(3), entryAt(9)};
  EXPECT_THAT(idsOf(parts), IsEmpty());
}

TEST(CheckParts, AnIncompletePartIsAWarning) {
  std::vector<Part> parts = partsOf(2);
  parts[1].fragment.complete = false;
  Diagnostics said;
  checkParts(parts, said);
  EXPECT_THAT(idsOf(parts), ElementsAre("assay-merge-008"));
  EXPECT_FALSE(said.hasErrors());
}

}  // namespace
}  // namespace assay::manifest
