// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "manifest/read_lists.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "fuzz/manifest_properties.h"
#include "manifest/manifest.h"
#include "random_manifest.h"

namespace assay::manifest {
namespace {

using ::testing::HasSubstr;

// Long enough to be read in pieces, with ids that differ.
model::Manifest longManifest() {
  model::Manifest manifest = test::fullManifest();
  manifest.unknownKeys.clear();
  const auto functions = manifest.functions;
  while (manifest.functions.size() < 6000)
    for (model::AnnotatedFunction function : functions) {
      function.id = 1000 + manifest.functions.size();
      manifest.functions.push_back(std::move(function));
    }
  sortManifest(manifest);
  return manifest;
}

std::string replaced(std::string text, std::size_t from, std::string_view what, std::string_view by) {
  const std::size_t at = text.find(what, from);
  EXPECT_NE(at, std::string::npos) << what;
  return text.replace(at, what.size(), by);
}

std::string joined(const CutText& cut) {
  std::string text(cut.head);
  text.append(cut.files.text).append(cut.files.text.empty() ? "" : "functions:\n");
  for (const auto& piece : cut.functions) text += piece.text;
  return text + "...\n";
}

TEST(CutText, ThePiecesAreTheTextAndKnowTheirLines) {
  const std::string text = writeManifest(longManifest());
  for (const std::size_t count : {1, 2, 3, 7}) {
    const auto cut = cutText(text, count);
    ASSERT_TRUE(cut.has_value());
    EXPECT_EQ(cut->functions.size(), count);
    EXPECT_EQ(joined(*cut), text);
    EXPECT_TRUE(cut->head.ends_with("\nfiles:\n"));
    EXPECT_EQ(cut->files.line, 1 + std::ranges::count(cut->head, '\n'));
    for (const auto& piece : cut->functions) {
      EXPECT_TRUE(piece.text.starts_with("  - id: "));
      const std::string_view before(text.data(), piece.text.data());
      EXPECT_EQ(piece.line, 1 + std::ranges::count(before, '\n'));
    }
  }
}

TEST(CutText, MorePiecesThanEntriesAreNotMade) {
  const auto cut = cutText("assay: 1\nfunctions:\n  - id: 0x1\n    tag: generated\n...\n", 8);
  ASSERT_TRUE(cut.has_value());
  EXPECT_EQ(cut->functions.size(), 1u);
  EXPECT_TRUE(cut->files.text.empty());
}

TEST(CutText, OtherLayoutsStayWhole) {
  EXPECT_FALSE(cutText("assay: 1\nfunctions: []\n...\n", 2));
  EXPECT_FALSE(cutText("assay: 1\nfunctions:\n- id: 0x1\n...\n", 2));
  EXPECT_FALSE(cutText("assay: 1\nfunctions:\n  - id: 0x1\n", 2));
  EXPECT_FALSE(cutText("", 2));
}

TEST(ReadLists, ALongManifestComesBackAsItWas) {
  const model::Manifest manifest = longManifest();
  Diagnostics diagnostics;
  const auto read = readManifest(writeManifest(manifest), "m.yaml", diagnostics);
  ASSERT_TRUE(read.has_value()) << read.error().message;
  EXPECT_EQ(*read, manifest);
  EXPECT_TRUE(diagnostics.all().empty());
}

TEST(ReadLists, AnErrorFarDownNamesItsLine) {
  const std::string text = writeManifest(longManifest());
  const std::size_t middle = text.find("\n  - id: ", text.size() / 4 * 3) + 1;
  const auto line = static_cast<unsigned>(1 + std::ranges::count(text.substr(0, middle), '\n'));
  Diagnostics diagnostics;
  const auto read = readManifest(replaced(text, middle, "id: ", "id: what"), "m.yaml", diagnostics);
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().where.line, line);
}

TEST(ReadLists, AWarningFarDownNamesItsLine) {
  const std::string text = writeManifest(longManifest());
  const std::size_t middle = text.find("\n  - id: ", text.size() / 4 * 3) + 1;
  const std::string repeated = replaced(text, middle, text.substr(middle, text.find('\n', middle) - middle),
                                        "  - id: 0x00000000000007d0");
  Diagnostics diagnostics;
  ASSERT_TRUE(readManifest(repeated, "m.yaml", diagnostics).has_value());
  ASSERT_EQ(diagnostics.all().size(), 1u);
  EXPECT_EQ(diagnostics.all()[0].where.line, 1 + std::ranges::count(text.substr(0, middle), '\n'));
  EXPECT_THAT(diagnostics.all()[0].message, HasSubstr("a second time"));
}

// Arbitrary manifests, and the same with a few bytes of theirs changed, moved or gone.
TEST(ReadLists, WhateverTheTextLibyamlAloneWouldReadTheSame) {
  constexpr std::string_view kBytes = "a1:-#\"' \n\t[]{},|>&*!?%\\\r\x01\xFF";
  for (unsigned seed = 0; seed < 300; ++seed) {
    std::mt19937 random(seed);
    const std::string text = writeManifest(test::RandomManifest(seed).make());
    ASSERT_TRUE(fuzz::listsHold(text)) << text;
    for (int i = 0; i < 30; ++i) {
      std::string changed = text;
      for (std::size_t count = 1 + random() % 3; count > 0; --count)
        changed.replace(random() % changed.size(), random() % 4, random() % 2,
                        kBytes[random() % kBytes.size()]);
      ASSERT_TRUE(fuzz::listsHold(changed)) << "seed " << seed << '\n' << changed;
    }
  }
}

// A list has its level, too, whether the map that it is a member of was read with it or not.
TEST(ReadLists, WhatIsNestedTooDeeplyIsRefusedInPiecesAndWhole) {
  for (const std::size_t deep : {120U, 124U, 125U, 126U, 127U, 128U}) {
    const std::string text =
        "assay: 1\nfunctions:\n  - id: \"0x1\"\n    tag: human\n    x: " + std::string(deep, '[') +
        std::string(deep, ']') + "\n...\n";
    EXPECT_TRUE(fuzz::listsHold(text)) << deep;
    EXPECT_EQ(readLists(text, "t").has_value(), deep <= 125) << deep;
  }
}

// The head is only one when it ends in the list's own key.
TEST(ReadLists, OtherMapsOfTheSameKeysAreReadAsTheyStand) {
  const std::string entry = "  - id: \"0x1\"\n    tag: human\n";
  for (const std::string& head :
       {std::string("functions: []\nfiles:\n  - path: a\n"),
        std::string("files:\n  - path: a\nfiles:\n  - path: b\n"),
        std::string("x: |\n  y\nfiles:\n  - path: a\n"), std::string("x: 'y\nfiles:\n  - path: a\n'\n"),
        std::string("--- |\nfiles:\n"), std::string("{\nfiles:\n"), std::string("? x\nfiles:\n"),
        std::string("x: &y\nfiles:\n  - path: a\n"), std::string("files:\n  - hash: a\n"),
        std::string("files:\n  - path: a\n...\n"), std::string("files:\n# none\n"), std::string("files:\n")})
    EXPECT_TRUE(fuzz::listsHold("assay: 1\n" + head + "functions:\n" + entry + "...\n")) << head;
}

// What only the whole text shows is found however the text is read.
TEST(ReadLists, ASecondDocumentInTheMiddleIsRefused) {
  const std::string text = writeManifest(longManifest());
  const std::size_t middle = text.find("\n  - id: ", text.size() / 2) + 1;
  for (const char* mark : {"...\n", "---\n", "functions:\n", "other:\n"}) {
    std::string broken = text;
    broken.insert(middle, mark);
    Diagnostics diagnostics;
    const auto read = readManifest(broken, "m.yaml", diagnostics);
    if (std::string_view(mark) == "other:\n") {
      ASSERT_TRUE(read.has_value());
      EXPECT_EQ(read->unknownKeys.size(), 1u);
      continue;
    }
    ASSERT_FALSE(read.has_value()) << mark;
    EXPECT_GE(read.error().where.line, std::ranges::count(text.substr(0, middle), '\n')) << mark;
  }
}

}  // namespace
}  // namespace assay::manifest
