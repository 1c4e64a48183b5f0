// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "manifest/read_lists.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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
  for (const auto& piece : cut.pieces) text += piece.text;
  return text + "...\n";
}

TEST(CutText, ThePiecesAreTheTextAndKnowTheirLines) {
  const std::string text = writeManifest(longManifest());
  for (const std::size_t count : {1, 2, 3, 7}) {
    const auto cut = cutText(text, count);
    ASSERT_TRUE(cut.has_value());
    EXPECT_EQ(cut->pieces.size(), count);
    EXPECT_EQ(joined(*cut), text);
    for (const auto& piece : cut->pieces) {
      EXPECT_TRUE(piece.text.starts_with("  - id: "));
      const std::string_view before(text.data(), piece.text.data());
      EXPECT_EQ(piece.line, 1 + std::ranges::count(before, '\n'));
    }
  }
}

TEST(CutText, MorePiecesThanEntriesAreNotMade) {
  const auto cut = cutText("assay: 1\nfunctions:\n  - id: 0x1\n    tag: generated\n...\n", 8);
  ASSERT_TRUE(cut.has_value());
  EXPECT_EQ(cut->pieces.size(), 1u);
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
