// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/review/since_last.h"

#include <gmock/gmock.h>

#include "sample_document.h"

namespace assay::emit::review {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// slow (1) was slower already, failing (2) was slow, steady (4) was not trusted, 77 is called no more.
Document withLast() {
  Document document = test::sampleDocument();
  EarlierReview last{{test::kEnd - 2 * test::kWeek, test::kEnd - test::kWeek}};
  last.functions[1] = {"slow", "worse", {"slower"}};
  last.functions[2] = {"failing", "worse", {"slower"}};
  last.functions[4] = {"steady", "unknown"};
  last.functions[77] = {"old\x1b", "fragile", {"from-the-future"}};
  last.functions[78] = {"harmless", "trusted"};
  document.sinceLast = true;
  document.last = std::move(last);
  return document;
}

const ChangedFunction& changedIn(const std::vector<ChangedFunction>& all, std::uint64_t id) {
  for (const ChangedFunction& one : all)
    if (one.id == id) return one;
  return all.front();
}

TEST(SinceLast, HasWhatCameAndWhatWent) {
  const Document document = withLast();
  const auto all = changedSinceLast(document);
  const ChangedFunction& failing = changedIn(all, 2);
  EXPECT_THAT(failing.came, ::testing::Contains("more-errors"));
  EXPECT_THAT(failing.went, ElementsAre("slower"));
  EXPECT_THAT(changeText(failing), HasSubstr("new: fails more often"));
  EXPECT_THAT(changeText(failing), HasSubstr("; no longer: slower"));
  EXPECT_EQ(changeText(changedIn(all, 4)), "can be trusted now");
  EXPECT_EQ(all.back().id, 77u);
  EXPECT_EQ(changeText(all.back()), "no longer: from-the-future; not called since");
}

TEST(SinceLast, CountsWhatStayed) {
  Document document = withLast();
  std::set<std::string> codes;
  for (const insight::Finding& finding : test::reviewOf(document, "slow\x1b").findings)
    codes.insert(finding.kind == insight::FindingKind::SlowerTail   ? "slower-tail"
                 : finding.kind == insight::FindingKind::SlowerHalf ? "slower-median"
                                                                    : "slower");
  document.last->functions[1].codes = codes;
  EXPECT_EQ(unchangedFindings(document), 1u);
  for (const ChangedFunction& one : changedSinceLast(document)) EXPECT_NE(one.id, 1u);
}

TEST(SinceLast, IsNothingWithoutALastReview) {
  Document document = test::sampleDocument();
  EXPECT_THAT(changedSinceLast(document), IsEmpty());
  EXPECT_EQ(unchangedFindings(document), 0u);
  document.sinceLast = true;
  EXPECT_THAT(writeText(document), HasSubstr("There is no earlier review yet"));
}

TEST(SinceLast, IsASectionOfItsOwn) {
  const std::string text = writeText(withLast());
  EXPECT_THAT(text,
              HasSubstr("\nWhat changed since the last review (of the 7 d until 2026-11-26 00:00 UTC; "));
  EXPECT_THAT(text, HasSubstr("\n  old\\x1B: no longer: from-the-future; not called since\n"));
  EXPECT_THAT(writeJson(withLast()), ::testing::ContainsRegex("\"went\": \\[[ \n]*\"from-the-future\""));
}

}  // namespace
}  // namespace assay::emit::review
