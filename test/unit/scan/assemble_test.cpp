// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/assemble.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace assay::scan {
namespace {

using model::AnnotatedFunction;
using model::Fragment;

AnnotatedFunction partEntry(std::string file, unsigned line, std::uint64_t id) {
  AnnotatedFunction entry;
  entry.file = std::move(file);
  entry.lines = {line, line + 2};
  entry.bodyBegin = {line, 10};
  entry.id = id;
  entry.name = "f" + std::to_string(id);
  entry.tagLine = line - 1;
  return entry;
}

AnnotatedFunction partDeclaration(std::string file, unsigned line, std::uint64_t id) {
  AnnotatedFunction entry = partEntry(std::move(file), line, id);
  entry.bodyBegin = {};
  entry.traits.add(model::Trait::NoBody);
  return entry;
}

std::vector<std::string> pathsOf(const model::Manifest& manifest) {
  std::vector<std::string> paths;
  for (const model::TaggedFile& file : manifest.files) paths.push_back(file.path);
  return paths;
}

TEST(Assemble, AddsUpTheTotals) {
  std::vector<Fragment> parts(3);
  for (Fragment& part : parts) part.totals = {1, 20, 3, 40};
  Diagnostics said;
  EXPECT_EQ(assemble(std::move(parts), said).totals, (model::TreeTotals{3, 60, 9, 120}));
}

TEST(Assemble, HandlersAreThoseOfAllParts) {
  std::vector<Fragment> parts(2);
  parts[0].entries = {partEntry("a.cc", 5, 1)};
  parts[0].entries[0].signature = "void (int)";
  parts[1].signalHandlers = {"f1"};
  Diagnostics said;
  EXPECT_TRUE(assemble(std::move(parts), said).functions.at(0).traits.has(model::Trait::SignalHandler));
}

TEST(Assemble, KeepsOfTheReturnsWhatTagOrPolicyAsksFor) {
  const auto kept = [](const std::string& ofTag, const std::string& policy) {
    std::vector<Fragment> parts(1);
    parts[0].entries = {partEntry("a.cc", 5, 1)};
    AnnotatedFunction& entry = parts[0].entries[0];
    if (!ofTag.empty()) entry.tag.extra = {{"errors", ofTag}};
    entry.errorPolicy = policy;
    entry.points = {{model::PointKind::Nullopt, {6, 1}, {6, 9}},
                    {model::PointKind::Negative, {7, 1}, {7, 9}},
                    {model::PointKind::False, {8, 1}, {8, 9}}};
    Diagnostics said;
    const AnnotatedFunction result = assemble(std::move(parts), said).functions.at(0);
    return std::pair(result.points.size(), result.errorPolicy);
  };
  EXPECT_EQ(kept("", ""), std::pair(std::size_t{1}, std::string()));
  EXPECT_EQ(kept("", "Negative"), std::pair(std::size_t{2}, std::string("Negative")));
  EXPECT_EQ(kept("", "none"), std::pair(std::size_t{1}, std::string("none")));
  EXPECT_EQ(kept("false", "negative"), std::pair(std::size_t{3}, std::string())) << "the tag wins";
}

TEST(Assemble, ADeclarationMeetsItsDefinitionInAnotherPart) {
  Fragment header;
  header.files = {{"a.h", "1", {}}};
  header.entries = {partDeclaration("a.h", 5, 1)};
  header.definitions = {partEntry("a.cc", 20, 1), partEntry("b.cc", 30, 2)};
  header.definitionFiles = {{"a.cc", "2", {}}, {"b.cc", "3", {}}};
  Diagnostics said;
  const model::Manifest manifest = assemble({header, Fragment{}}, said);
  ASSERT_EQ(manifest.functions.size(), 1U);
  EXPECT_EQ(manifest.functions[0].file, "a.cc");
  EXPECT_EQ(manifest.functions[0].tagFile, "a.h");
  EXPECT_THAT(pathsOf(manifest), testing::ElementsAre("a.cc", "a.h")) << "b.cc has nothing to do with a tag";
}

std::vector<model::Input> chosenFor(std::vector<std::pair<std::string, std::string>> keys) {
  Fragment part;
  part.entries = {partEntry("a.cc", 5, 1)};
  part.entries[0].inputs = {{"text", "text.size()", ""}, {"all", "all.size()", ""}, {"n", "n", ""}};
  part.entries[0].tag.extra = std::move(keys);
  Diagnostics said;
  return assemble({part}, said).functions.at(0).inputs;
}

TEST(Assemble, TheTagChoosesTheInput) {
  using testing::ElementsAre;
  EXPECT_THAT(chosenFor({}), ElementsAre(model::Input{"text", "text.size()", ""}));
  EXPECT_THAT(chosenFor({{"size", "all"}}), ElementsAre(model::Input{"all", "all.size()", ""}));
  EXPECT_THAT(chosenFor({{"size", "n"}}), ElementsAre(model::Input{"n", "n", ""}));
  EXPECT_THAT(chosenFor({{"size", "all.size()"}}), ElementsAre(model::Input{"all", "all.size()", ""}));
  EXPECT_THAT(chosenFor({{"size", "None"}}), testing::IsEmpty());
  EXPECT_THAT(chosenFor({{"size", "none"}}), testing::IsEmpty());
  EXPECT_THAT(chosenFor({{"size", "other"}}), testing::IsEmpty());
}

TEST(Assemble, KeepsTheTypeBesideTheSize) {
  const auto chosen = [](const std::vector<std::pair<std::string, std::string>>& asked) {
    std::vector<Fragment> parts(1);
    parts[0].entries = {partEntry("a.cc", 5, 1)};
    parts[0].entries[0].inputs = {
        {"text", "text.size()", ""}, {"a", "", "", "a.index()"}, {"b", "", "", "typeid(b)"}};
    parts[0].entries[0].tag.extra = asked;
    Diagnostics said;
    return assemble(std::move(parts), said).functions.at(0).inputs;
  };
  EXPECT_THAT(chosen({}), testing::ElementsAre(model::Input{"text", "text.size()", "", "a.index()"}));
  EXPECT_THAT(chosen({{"type", "b"}}),
              testing::ElementsAre(model::Input{"text", "text.size()", "", "typeid(b)"}));
  EXPECT_THAT(chosen({{"type", "None"}}), testing::ElementsAre(model::Input{"text", "text.size()", ""}));
  EXPECT_THAT(chosen({{"type", "refactoring"}}),
              testing::ElementsAre(model::Input{"text", "text.size()", "", "a.index()"}))
      << "other people's words";
  EXPECT_THAT(chosen({{"size", "none"}}), testing::ElementsAre(model::Input{"", "", "", "a.index()"}));
  EXPECT_THAT(chosen({{"size", "none"}, {"type", "none"}}), testing::IsEmpty());
}

TEST(Assemble, ANumberAloneIsNoInput) {
  Fragment part;
  part.entries = {partEntry("a.cc", 5, 1)};
  part.entries[0].inputs = {{"n", "n", ""}};
  Diagnostics said;
  EXPECT_THAT(assemble({part}, said).functions.at(0).inputs, testing::IsEmpty());
}

TEST(Assemble, TheOrderOfThePartsDoesNotCount) {
  std::vector<Fragment> parts(3);
  parts[0].entries = {partEntry("a.cc", 3, 1), partEntry("a.cc", 13, 2)};
  parts[1].entries = {partEntry("b.cc", 3, 1), partDeclaration("b.h", 3, 3)};
  parts[1].definitions = {partEntry("c.cc", 7, 3), partEntry("d.cc", 7, 3)};
  parts[2].entries = {partEntry("c.cc", 30, 1)};
  parts[2].definitions = {partEntry("c.cc", 7, 3)};
  parts[2].definitions[0].traits.add(model::Trait::Noexcept);
  for (Fragment& part : parts) part.files = {{part.entries[0].file, "x", {}}};
  Diagnostics said;
  const model::Manifest manifest = assemble(parts, said);
  EXPECT_EQ(manifest.functions.size(), 6U);
  std::vector<std::size_t> order = {0, 1, 2};
  do {
    Diagnostics again;
    EXPECT_EQ(assemble({parts[order[0]], parts[order[1]], parts[order[2]]}, again), manifest);
    EXPECT_EQ(again.all().size(), said.all().size());
  } while (std::ranges::next_permutation(order).found);
}

}  // namespace
}  // namespace assay::scan
