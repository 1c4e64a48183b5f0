// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emit/report/writers.h"
#include "support/sample_manifest.h"
#include "support/strings.h"

namespace assay::emit::report {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::vector<std::string> linesOfCsv(const std::string& text) {
  std::vector<std::string> lines;
  for (const std::string_view line : split(text, '\n')) lines.emplace_back(line);
  return lines;
}

TEST(CsvReport, HasARowForEveryEntry) {
  const auto lines = linesOfCsv(writeCsvReport(test::sampleManifest(), {}));
  ASSERT_EQ(lines.size(), 8u);  // header, six entries, nothing behind the last line break
  EXPECT_THAT(lines[0], StartsWith("\"id\",\"name\",\"signature\","));
  for (std::size_t i = 0; i < 7; ++i) {
    EXPECT_TRUE(lines[i].ends_with('\r'));
    EXPECT_EQ(std::ranges::count(lines[i], ','), 25) << lines[i];
  }
  EXPECT_THAT(lines[1], HasSubstr("\"db/store.cc\",11,20,10,\"db/store.cc:10\","));
  EXPECT_THAT(lines[1], HasSubstr("\"GPT-4\",\"openai/gpt-4\",\"\",\"2024-01-15\",\"make it fast\""));
  EXPECT_THAT(lines[5], HasSubstr("\"human\""));
}

TEST(CsvReport, WhatIsNotThereIsNoNumberAndNoWord) {
  const auto lines = linesOfCsv(writeCsvReport(test::sampleManifest(), {}));
  EXPECT_THAT(lines[6], StartsWith("\"0x0000000000000007\",\"\",\"\",\"\",\"\",\"util/erase.cc\",,,0,"));
}

TEST(CsvReport, PairsOfATagStandOneALine) {
  model::Manifest manifest;
  manifest.functions = {test::tagged("f", "a.cc", 2, 3)};
  manifest.functions[0].tag.extra = {{"risk", "low"}, {"=x", "y"}};
  EXPECT_THAT(writeCsvReport(manifest, {}), HasSubstr("\"risk: low\n'=x: y\""));
}

}  // namespace
}  // namespace assay::emit::report
