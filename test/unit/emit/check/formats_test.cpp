// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "emit/check/check.h"
#include "support/file.h"

namespace assay::emit::check {
namespace {

TEST(CheckFormats, AreFoundByNameAndDocumented) {
  const std::string page = readFile(ASSAY_SOURCE_FOLDER "/docs/reference/check.md").value();
  for (const Format& format : formats()) {
    EXPECT_EQ(findFormat(format.name), &format);
    EXPECT_NE(page.find("| `" + std::string(format.name) + "` |"), std::string::npos) << format.name;
  }
  EXPECT_EQ(findFormat("pdf"), nullptr);
}

TEST(CheckFormats, FingerprintsAreOnesOwnAndStayWhenCodeMoves) {
  std::vector<policy::Finding> findings(3);
  findings[0].id = findings[1].id = 7;
  findings[2].id = 8;
  const policy::RuleSet rules;
  const Result result{.findings = findings, .rules = rules};
  const auto before = fingerprintsOf(result);
  EXPECT_EQ(std::set<std::string>(before.begin(), before.end()).size(), 3u);
  for (policy::Finding& finding : findings) finding.where = {"elsewhere.cc", 99, 0};
  EXPECT_EQ(fingerprintsOf(result), before);
}

}  // namespace
}  // namespace assay::emit::check
