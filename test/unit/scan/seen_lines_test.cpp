// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/seen_lines.h"

#include <gmock/gmock.h>

#include <memory>

namespace assay::scan {
namespace {

using testing::ElementsAre;

class SeenLines : public testing::Test {
 protected:
  SeenLines() {
    for (const char* name : {"h.h", "other.h", "twice.h", "asked.h"})
      sources_.push_back({name, std::string("/r/") + name, source::SourceText(name, ""), false, {}});
    seen_.files = {"/r/a.cc", "/r/asked.h", "/r/h.h", "/r/twice.h"};
    seen_.missing = {"/r/gone.h"};
    seen_.onlyAsked = {"/r/asked.h"};
    seen_.skipped = std::make_shared<const SkippedByFile>(
        SkippedByFile{{"/r/a.cc", {}}, {"/r/h.h", {{2, 5}, {7, 9}}}, {"/r/other.h", {}}});
  }
  [[nodiscard]] std::optional<ShownLines> ask(const std::vector<HiddenLine>& sought) const {
    return seenLines(seen_, sought, sources_);
  }

  std::vector<TaggedSource> sources_;
  TargetResult seen_;
};

TEST_F(SeenLines, ALineIsShownThatNoIfSkips) {
  ASSERT_TRUE(ask({{0, 3}, {0, 8}}).has_value());
  EXPECT_FALSE(ask({{0, 3}, {0, 8}})->any);
  EXPECT_TRUE(ask({{0, 3}, {0, 6}})->any);
  EXPECT_TRUE(ask({{0, 5}})->any) << "a directive's own line";
  EXPECT_TRUE(ask({{0, 1}})->any);
}

TEST_F(SeenLines, TheUnitsFilesAreThoseOfItsParse) {
  const auto shown = ask({{0, 3}});
  ASSERT_TRUE(shown.has_value());
  EXPECT_EQ(shown->files, seen_.files);
  EXPECT_THAT(shown->missing, ElementsAre("/r/gone.h"));
  EXPECT_THAT(shown->onlyAsked, ElementsAre("/r/asked.h"));
}

TEST_F(SeenLines, AFileThatTheUnitDoesNotEnterShowsNothing) {
  EXPECT_FALSE(ask({{1, 1}})->any) << "another of the parse entered it";
  EXPECT_FALSE(ask({{3, 1}})->any) << "found by __has_include";
}

TEST_F(SeenLines, AFileThatWasEnteredMoreThanOnceIsLeftOpen) {
  EXPECT_FALSE(ask({{2, 1}}).has_value());
  EXPECT_FALSE(ask({{0, 3}, {2, 1}}).has_value());
}

TEST_F(SeenLines, AParseThatToldNothingLeavesAllOpen) {
  seen_.skipped = nullptr;
  EXPECT_FALSE(ask({{0, 3}}).has_value());
}

}  // namespace
}  // namespace assay::scan
