// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/review_subject.h"

#include <gtest/gtest.h>

namespace assay::tool {
namespace {

TEST(ReviewSubject, IsTheSameFromHistoryAndManifest) {
  const history::FunctionVersion version{{7, 1}, "f", "GPT-4", "openai", "2026-10-01", "write f", "a.cc", 3};
  model::AnnotatedFunction function;
  function.id = 7;
  function.name = "f";
  function.file = "a.cc";
  function.lines = {3, 9};
  function.tag.model = "GPT-4";
  function.tag.normalizedModel = "openai/gpt-4";
  function.tag.date = "2026-10-01";
  function.tag.prompt = "write f";
  const insight::Subject one = subjectOf(version), other = subjectOf(function);
  EXPECT_EQ(one.promptHash.size(), 16u);
  EXPECT_EQ(one.promptHash, other.promptHash);
  EXPECT_EQ(std::tie(one.id, one.name, one.model, one.vendor, one.file, one.line, one.date, one.prompt),
            std::tie(other.id, other.name, other.model, other.vendor, other.file, other.line, other.date,
                     other.prompt));
}

TEST(ReviewSubject, HidesASecretInAPrompt) {
  const std::string token = "ghp_" + std::string("a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8");
  EXPECT_EQ(subjectOf(history::FunctionVersion{.prompt = "use " + token}).prompt, "(redacted)");
  EXPECT_EQ(subjectOf(history::FunctionVersion{.prompt = "use no token"}).prompt, "use no token");
}

TEST(ReviewSubject, IsAsOldAsItsTag) {
  constexpr std::int64_t kNoon = 20'790 * std::int64_t{86400} + 43'200;  // of 2026-12-03
  EXPECT_EQ(ageInDays("2026-12-03", kNoon), 0u);
  EXPECT_EQ(ageInDays("2026-12-02T23:59:59Z", kNoon), 1u);
  EXPECT_EQ(ageInDays("2025-12-03", kNoon), 365u);
  for (const char* none : {"", "2026-12-04", "2026-02-30", "soon"})
    EXPECT_FALSE(ageInDays(none, kNoon)) << none;
}

}  // namespace
}  // namespace assay::tool
