// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/digest.h"

#include <gmock/gmock.h>

#include "tagged_code.h"

namespace assay::scan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kIncluded =
    "#pragma once\n// AI-generated: x\ninline int h() { return 1; }\nint declared();\n";
constexpr const char* kUnit =
    "#include \"h.h\"\n// AI-generated: x\nint f() { return h(); }\nint declared() { return 2; }\n";

TaggedSource sourceOf(const std::string& name, const std::string& text) {
  const source::SourceText source(name, text);
  return {name, test::pathOf(name), source, false, test::readSimpleTags(source)};
}

class Digest : public testing::Test {
 protected:
  static std::vector<FileFacts> facts() {
    return test::collect({.text = kUnit, .others = {{"h.h", kIncluded}}});
  }
  [[nodiscard]] TargetResult digestFor(std::vector<std::size_t> views, std::vector<FileFacts> facts) const {
    return digest({{command_}, std::move(views), {}}, command_, std::move(facts), sources_);
  }

  std::vector<TaggedSource> sources_ = {sourceOf("code.cc", kUnit), sourceOf("h.h", kIncluded)};
  CompileCommand command_{std::string(test::kRoot), test::pathOf("code.cc"), {"c++"}, false};
};

TEST_F(Digest, OnlyTheViewsThatWereAskedForAreKept) {
  TargetResult result = digestFor({0}, facts());
  ASSERT_THAT(result.views, SizeIs(1));
  EXPECT_EQ(result.views[0].path, "code.cc");
  ASSERT_THAT(result.views[0].entries, SizeIs(1));
  EXPECT_EQ(result.views[0].entries[0].name, "f");
  EXPECT_TRUE(result.views[0].clean);
  EXPECT_EQ(result.command.file, command_.file);
  result = digestFor({0, 1}, facts());
  EXPECT_THAT(result.views, SizeIs(2));
}

TEST_F(Digest, AFileThatWasNotEnteredHasNoView) {
  EXPECT_THAT(digestFor({1}, test::collect({.text = "int x;\n"})).views, IsEmpty());
}

TEST_F(Digest, WhatGuessedFlagsShowIsInferred) {
  command_.guessed = true;
  EXPECT_EQ(digestFor({0}, facts()).views.at(0).entries.at(0).precision, model::Precision::Inferred);
  command_.guessed = false;
  EXPECT_EQ(digestFor({0}, facts()).views.at(0).entries.at(0).precision, model::Precision::Exact);
}

TEST_F(Digest, OneTextThatIsSeveralFunctionsIsOneEntry) {
  std::vector<FileFacts> found = facts();
  for (FileFacts& file : found)
    if (file.path == "code.cc") {
      FoundFunction twin = file.functions.front();
      twin.entry.name = "a_twin";
      ++twin.entry.id;
      file.functions.push_back(twin);
    }
  const TargetResult result = digestFor({0}, found);
  ASSERT_THAT(result.views.at(0).entries, SizeIs(1));
  EXPECT_EQ(result.views[0].entries[0].name, "a_twin");
  EXPECT_THAT(result.views[0].entries[0].also, ElementsAre("f"));
}

TEST_F(Digest, AnErrorMakesAViewUnclean) {
  std::vector<FileFacts> found = facts();
  for (FileFacts& file : found) file.sawErrors = file.path == "h.h";
  const TargetResult result = digestFor({0, 1}, found);
  ASSERT_THAT(result.views, SizeIs(2));
  for (const FileView& view : result.views) EXPECT_EQ(view.clean, view.path != "h.h");
}

// A definition counts when the target's own tags asked for its body: another target's tags must not add to
// it.
TEST_F(Digest, DefinitionsAreThoseThatTheTargetAskedFor) {
  FileFacts file;
  file.file = "/elsewhere.cc";
  file.wanted = false;
  for (const char* name : {"mine", "stranger", "skipped", "declaration"}) {
    FoundFunction& function = file.functions.emplace_back();
    function.entry.name = name;
    function.isDefinition = true;
    function.askedBy = {test::pathOf(function.entry.name == "stranger" ? "h.h" : "code.cc")};
  }
  file.functions[2].bodySkipped = true;
  file.functions[3].isDefinition = false;
  const auto names = [](const TargetResult& result) {
    std::vector<std::string> all;
    for (const model::AnnotatedFunction& entry : result.definitions) all.push_back(entry.name);
    return all;
  };
  EXPECT_THAT(names(digestFor({0}, {file})), ElementsAre("mine"));
  EXPECT_THAT(names(digest({{command_}, {}, {1}}, command_, {file}, sources_)), ElementsAre("stranger"));
}

}  // namespace
}  // namespace assay::scan
