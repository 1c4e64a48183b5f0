// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "fuzz/manifest_properties.h"
#include "manifest/manifest.h"
#include "random_manifest.h"
#include "support/file.h"

namespace assay::manifest {
namespace {

using ::testing::HasSubstr;

Error refused(const std::string& text) {
  Diagnostics diagnostics;
  auto manifest = readManifest(text, "m.yaml", diagnostics);
  EXPECT_FALSE(manifest.has_value()) << text;
  return manifest ? Error{} : manifest.error();
}

TEST(ReadManifest, GivesBackWhatWasWritten) {
  Diagnostics diagnostics;
  auto manifest = readManifest(writeManifest(test::fullManifest()), "m.yaml", diagnostics);
  ASSERT_TRUE(manifest.has_value()) << manifest.error().message;
  EXPECT_EQ(*manifest, test::fullManifest());
  EXPECT_TRUE(diagnostics.all().empty());
}

TEST(ReadManifest, GivesBackArbitraryManifests) {
  for (unsigned seed = 0; seed < 500; ++seed) {
    model::Manifest original = test::RandomManifest(seed).make();
    sortManifest(original);
    const std::string text = writeManifest(original);
    Diagnostics diagnostics;
    auto manifest = readManifest(text, "m.yaml", diagnostics);
    ASSERT_TRUE(manifest.has_value()) << "seed " << seed << ": " << manifest.error().message << '\n' << text;
    ASSERT_EQ(*manifest, original) << "seed " << seed << '\n' << text;
    ASSERT_EQ(writeManifest(*manifest), text) << "seed " << seed;
  }
}

TEST(ReadManifest, ATruncatedFileIsNeverTakenForAWholeOne) {
  const std::string text = writeManifest(test::fullManifest());
  for (std::size_t length = 0; length + 1 < text.size(); ++length) {
    const Error error = refused(text.substr(0, length));
    ASSERT_EQ(error.where.file, "m.yaml");
    ASSERT_EQ(error.code, ErrorCode::Input);
    ASSERT_GE(error.where.line, 1u) << error.message;
  }
}

TEST(ReadManifest, ACorruptedFileIsReadOrRefusedWithItsLine) {
  const std::string text = writeManifest(test::fullManifest());
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const char byte : {'\0', '\xFF', ':', '\n', ' ', '[', '"', '9'}) {
      std::string corrupted = text;
      corrupted[at] = byte;
      Diagnostics diagnostics;
      auto manifest = readManifest(corrupted, "m.yaml", diagnostics);
      if (manifest) continue;
      ASSERT_GE(manifest.error().where.line, 1u) << at << ": " << manifest.error().message;
      ASSERT_NE(manifest.error().message, "");
    }
  }
}

TEST(ReadManifest, SaysWhenTheFileIsSomethingElse) {
  EXPECT_THAT(refused("- a\n...\n").message, HasSubstr("no assay manifest"));
  EXPECT_THAT(refused("a: 1\n...\n").message, HasSubstr("`assay` is missing"));
  EXPECT_THAT(refused("").message, HasSubstr("no assay manifest"));
}

TEST(ReadManifest, AnIncompatibleVersionIsRefused) {
  const Error error = refused("assay: 9\nfunctions: {not: what it was}\n...\n");
  EXPECT_THAT(error.message, HasSubstr("format 9"));
  EXPECT_EQ(error.where.line, 1u);
  EXPECT_THAT(error.hint, HasSubstr("newer assay"));
  EXPECT_THAT(refused("assay: 9\ncompatible: 2\n...\n").message, HasSubstr("format 9"));
  EXPECT_THAT(refused("assay: one\n...\n").message, HasSubstr("whole number"));
  EXPECT_THAT(refused("assay: -1\n...\n").message, "`assay` must be a number from 0 on");
  refused("assay: 0\n...\n");
}

TEST(ReadManifest, ANewerCompatibleVersionIsReadWithAWarningAndNothingIsLost) {
  const std::string text =
      "assay: 9\ncompatible: 1\nfuture: {a: [1, x]}\nfiles:\n  - path: a.cc\n    size: 12\n"
      "functions:\n  - id: \"0x1\"\n    tag: generated\n    file: a.cc\n    risk: {level: 3, why: 'a: "
      "b'}\n...\n";
  Diagnostics diagnostics;
  auto manifest = readManifest(text, "m.yaml", diagnostics);
  ASSERT_TRUE(manifest.has_value()) << manifest.error().message;
  ASSERT_EQ(diagnostics.all().size(), 1u);
  EXPECT_EQ(diagnostics.all()[0].id, "assay-manifest-001");
  const std::string rewritten = writeManifest(*manifest);
  EXPECT_THAT(rewritten, HasSubstr("\nfuture: {a: [1, x]}\n"));
  EXPECT_THAT(rewritten, HasSubstr("\n    size: 12\n"));
  EXPECT_THAT(rewritten, HasSubstr("\n    risk: {level: 3, why: \"a: b\"}\n"));
  EXPECT_EQ(writeManifest(readManifest(rewritten, "m", diagnostics).value()), rewritten);
}

TEST(ReadManifest, TheVersionComesFirstWhereverItStands) {
  const std::string entry = "functions:\n  - tag: no such word\n    traits: [x]\n";
  EXPECT_THAT(refused(entry + "assay: 9\n...\n").message, HasSubstr("format 9"));
  EXPECT_THAT(refused(entry + "assay: 1\n").message, HasSubstr("cut short"));
  EXPECT_THAT(refused(entry + "assay: 1\nassay: 1\n...\n").message, HasSubstr("second time"));
  EXPECT_THAT(refused(entry + "assay: 1\n...\n").message, HasSubstr("no such word"));
  EXPECT_THAT(refused("functions: {a: 1}\nassay: 1\n...\n").message, HasSubstr("must be a list"));
}

TEST(ReadManifest, WhatIsRefusedWarnsOfNothing) {
  Diagnostics diagnostics;
  const std::string text =
      "assay: 1\nfunctions:\n  - id: \"0x1\"\n    tag: generated\n    traits: [no-such]\nfiles: 3\n...\n";
  EXPECT_FALSE(readManifest(text, "m.yaml", diagnostics).has_value());
  EXPECT_TRUE(diagnostics.all().empty());
}

TEST(ReadManifest, ADuplicateIdIsAWarningAtItsPlace) {
  Diagnostics diagnostics;
  const std::string text =
      "assay: 1\nfunctions:\n  - id: \"0x1\"\n    name: f\n    tag: generated\n  - id: \"0x1\"\n    tag: "
      "generated\n...\n";
  auto manifest = readManifest(text, "m.yaml", diagnostics);
  ASSERT_TRUE(manifest.has_value());
  EXPECT_EQ(manifest->functions.size(), 2u);
  ASSERT_EQ(diagnostics.all().size(), 1u);
  EXPECT_EQ(diagnostics.all()[0].id, "assay-manifest-002");
  EXPECT_EQ(diagnostics.all()[0].where.line, 6u);
  EXPECT_THAT(diagnostics.all()[0].message, HasSubstr("`f` at line 3"));
}

// Whole, and without each of their lines: what is left is often a manifest with something missing in it.
TEST(ReadManifest, TheFuzzersSeedsHoldWholeAndWithoutALine) {
  std::size_t seeds = 0;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(ASSAY_TEST_FOLDER) /
                                                               "fuzz/corpus/manifest")) {
    const std::string text = readFile(entry.path()).value_or("");
    ASSERT_NE(text, "");
    EXPECT_TRUE(fuzz::manifestHolds(text)) << entry.path().filename();
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t next = std::min(text.find('\n', at), text.size() - 1) + 1;
      EXPECT_TRUE(fuzz::manifestHolds(text.substr(0, at) + text.substr(next)))
          << entry.path().filename() << " without " << text.substr(at, next - at);
      at = next;
    }
    ++seeds;
  }
  EXPECT_GE(seeds, 3u);
}

}  // namespace
}  // namespace assay::manifest
