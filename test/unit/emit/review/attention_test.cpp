// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/review/attention.h"

#include <gmock/gmock.h>

#include "sample_document.h"

namespace assay::emit::review {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(AttentionRows, HaveEvidencePlaceTagAndNextStep) {
  const Document document = test::sampleDocument();
  const auto rows = attentionRows(document);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].subject, "failing (GPT-4) a.cc:3");
  EXPECT_THAT(rows[0].harm, ::testing::ContainsRegex("^[0-9]+ calls that fail; confidence above 99.9 %$"));
  EXPECT_THAT(rows[0].steps,
              ::testing::Contains(StartsWith("ask again, with the inputs that fail: size 512 to ")));
  EXPECT_THAT(rows[0].steps, ::testing::Contains("add a test with inputs of size 512"));
  EXPECT_EQ(rows[1].subject, "slow\\x1B (GPT-4) a.cc:3");
  EXPECT_THAT(rows[1].evidence, StartsWith("slower at the same sizes: "));
  EXPECT_THAT(rows[1].steps[0],
              StartsWith("compare the new body of 2026-12-02 00:00 UTC with the one before: "
                         "assay review --version latest --explain 0x0000000000000001"));
}

TEST(AttentionRows, SayWhatTheTagSays) {
  insight::Subject subject{.name = "f", .model = "GPT-4"};
  EXPECT_EQ(tagText({}), "");
  EXPECT_EQ(tagText(subject), "GPT-4");
  subject.date = "2026-10-01";
  subject.prompt = "sort\n\x1b[1m";
  EXPECT_EQ(tagText(subject), "GPT-4, 2026-10-01, prompt \"sort \\x1B[1m\"");
  subject.prompt = std::string(500, 'x');
  EXPECT_LT(tagText(subject).size(), 120u);
}

TEST(AttentionRows, NameFunctionsAsAShellTakesThem) {
  EXPECT_EQ(argumentFor({.id = 1, .name = "a::~b"}), "a::~b");
  EXPECT_EQ(argumentFor({.id = 1, .name = "a;reboot"}), "0x0000000000000001");
  EXPECT_EQ(argumentFor({.id = 1}), "0x0000000000000001");
}

TEST(AttentionRows, AlwaysHaveAStep) {
  Document document;
  document.functions.resize(1);
  insight::FunctionReview& review = document.functions[0];
  review.standing = insight::Standing::Worse;
  review.findings = {{insight::FindingKind::Slower, 0.01}};
  EXPECT_THAT(attentionRows(document)[0].steps, ElementsAre(HasSubstr("look at what changed")));
  EXPECT_THAT(attentionRows(document)[0].harm, StartsWith("nothing yet; "));
  review.subject = {.name = "f", .rollout = true};
  EXPECT_THAT(attentionRows(document)[0].steps, ElementsAre(HasSubstr("assay experiment set f 0%")));
}

TEST(AttentionRows, HaveACodeForEachStep) {
  for (int step = 0; step <= static_cast<int>(insight::Step::SayWhichErrors); ++step)
    EXPECT_FALSE(codeOf(static_cast<insight::Step>(step)).empty()) << step;
}

}  // namespace
}  // namespace assay::emit::review
