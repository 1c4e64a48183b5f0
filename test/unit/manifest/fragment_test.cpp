// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "manifest/fragment.h"

#include <gmock/gmock.h>

#include "manifest/manifest.h"
#include "random_manifest.h"

namespace assay::manifest {
namespace {

using model::Fragment;
using testing::HasSubstr;

Fragment randomFragment(unsigned seed) {
  test::RandomManifest random(seed);
  Fragment fragment;
  fragment.shard = {1 + seed % 3, 3};
  fragment.tool = "assay 1.2.3 (LLVM 22.1.8)";
  fragment.tree = "0123456789abcdef0123456789abcdef";
  fragment.options = "fedcba9876543210fedcba9876543210";
  if (seed % 2 == 0) fragment.paths = {"src", "a: b"};
  if (seed % 5 == 0) fragment.unread = {"x/", "y.cc"};
  if (seed % 3 == 0) fragment.signalHandlers = {"onInt", "onTerm"};
  fragment.complete = seed % 5 != 0;
  model::Manifest own = random.make();
  fragment.totals = own.totals;
  fragment.files = own.files;
  fragment.entries = own.functions;
  model::Manifest other = random.make();
  fragment.definitionFiles = other.files;
  fragment.definitions = other.functions;
  return fragment;
}

Expected<Fragment> readPart(std::string_view text) {
  Diagnostics said;
  return readFragment(text, "part.yaml", said);
}

std::string errorOf(std::string_view text) {
  const auto result = readPart(text);
  return result ? "" : result.error().message;
}

std::string with(std::string text, std::string_view old, std::string_view replacement) {
  const std::size_t at = text.find(old);
  EXPECT_NE(at, std::string::npos) << old;
  return text.replace(at, old.size(), replacement);
}

TEST(Fragment, IsReadAsItWasWritten) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const Fragment fragment = randomFragment(seed);
    const auto again = readPart(writeFragment(fragment));
    ASSERT_TRUE(again) << again.error().message << "\n" << writeFragment(fragment);
    EXPECT_EQ(*again, fragment) << writeFragment(fragment);
  }
}

TEST(Fragment, AnEmptyPartHasAForm) {
  Fragment fragment;
  fragment.shard = {2, 3};
  EXPECT_EQ(
      writeFragment(fragment),
      "# One part of a scan, written by `assay scan --shard`. Put all parts together with `assay merge`.\n"
      "assay-fragment: 1\n"
      "shard: 2/3\n"
      "tool: \"\"\n"
      "tree: \"\"\n"
      "options: \"\"\n"
      "totals:\n"
      "  files: 0\n"
      "  lines: 0\n"
      "  functions: 0\n"
      "  function-lines: 0\n"
      "files: []\n"
      "definition-files: []\n"
      "entries: []\n"
      "definitions: []\n"
      "...\n");
  EXPECT_EQ(readPart(writeFragment(fragment)).value(), fragment);
}

TEST(Fragment, OtherVersionsAreRefused) {
  const std::string text = writeFragment(randomFragment(1));
  EXPECT_EQ(errorOf(with(text, "assay-fragment: 1", "assay-fragment: 2")),
            "the part is of format 2; this program reads format 1");
  EXPECT_THAT(errorOf(with(text, "assay-fragment: 1", "assay-fragment: x")), HasSubstr("must be"));
}

TEST(Fragment, AManifestIsNoPartAndAPartNoManifest) {
  Diagnostics said;
  EXPECT_EQ(errorOf(writeManifest({})), "this is a whole manifest, not a part of a scan");
  const auto result = readManifest(writeFragment(randomFragment(1)), "part.yaml", said);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().message, "this is one part of a scan");
  EXPECT_EQ(result.error().hint, "put the parts together with `assay merge`");
}

TEST(Fragment, WhatIsDamagedIsRefused) {
  const std::string text = writeFragment(randomFragment(0));
  EXPECT_THAT(errorOf(with(text, "\n...\n", "\n")), HasSubstr("cut short"));
  EXPECT_THAT(errorOf(with(text, "shard: 1/3", "shard: 4/3")), HasSubstr("`shard`"));
  EXPECT_THAT(errorOf(with(text, "tool: ", "tools: ")), HasSubstr("no `tool`"));
  EXPECT_THAT(errorOf(with(text, "tool: ", "risk: high\ntool: ")), HasSubstr("`risk` is no key"));
  EXPECT_THAT(errorOf(with(text, "complete: false", "complete: 7")), HasSubstr("`complete`"));
  EXPECT_EQ(errorOf("- 1\n"), "this is no part of a scan");
  EXPECT_EQ(errorOf("a: 1\n"), "this is no part of a scan");
  EXPECT_FALSE(readPart("{"));
  EXPECT_FALSE(readPart(""));
}

}  // namespace
}  // namespace assay::manifest
