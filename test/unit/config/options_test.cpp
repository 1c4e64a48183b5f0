// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "config/settings.h"
#include "support/file.h"
#include "support/strings.h"

namespace assay::config {
namespace {

TEST(Options, RowsAreOrderedAndComplete) {
  EXPECT_TRUE(std::ranges::is_sorted(options(), {}, &Option::key));
  std::set<std::string_view> keys;
  for (const Option& row : options()) {
    EXPECT_TRUE(keys.insert(row.key).second) << row.key;
    EXPECT_TRUE(row.flags.ends_with(fmt::format("--{}", row.key))) << row.key;
    EXPECT_NE(row.help, "") << row.key;
    EXPECT_NE(row.verbs, "") << row.key;
    EXPECT_EQ(row.valueName.empty(), row.type == OptionType::Flag) << row.key;
  }
}

TEST(Options, EachVerbHasItsOwn) {
  const auto keysOf = [](std::string_view verb) {
    std::set<std::string_view> keys;
    for (const Option* row : optionsOf(verb)) keys.insert(row->key);
    return keys;
  };
  EXPECT_TRUE(keysOf("scan").contains("check"));
  EXPECT_FALSE(keysOf("report").contains("check"));
  EXPECT_TRUE(keysOf("report").contains("manifest"));
  EXPECT_TRUE(keysOf("scanner").empty());
}

TEST(Options, SomeAreRepeated) {
  const auto row = [](std::string_view key) { return *std::ranges::find(options(), key, &Option::key); };
  EXPECT_TRUE(isRepeated(row("manifest"), "serve"));
  EXPECT_FALSE(isRepeated(row("manifest"), "report"));
  EXPECT_FALSE(isRepeated(row("manifest"), ""));
  EXPECT_TRUE(isRepeated(row("exclude"), "scan"));
}

TEST(Options, SomeHaveFewValues) {
  using Words = std::vector<std::string_view>;
  const auto row = [](std::string_view key) { return *std::ranges::find(options(), key, &Option::key); };
  EXPECT_EQ(wordsOf(row("confidence"), "annotate"), (Words{"low", "medium", "high"}));
  EXPECT_EQ(wordsOf(row("fail-on"), "review"), Words{"regression"});
  EXPECT_EQ(wordsOf(row("fail-on"), "check"), (Words{"error", "warning", "note"}));
  EXPECT_EQ(wordsOf(row("fail-on"), "scan"), Words{});
  EXPECT_EQ(wordsOf(row("title"), "dashboard"), Words{});
}

std::string documentedRow(const Option& row) {
  const std::string value = row.valueName.empty() ? "" : fmt::format(" {}", row.valueName);
  return fmt::format(
      "| `{}` | `{}{}` | {} | {} | {} | {} |", row.key, replaceAll(std::string(row.flags), ",", "`, `"),
      value, replaceAll(std::string(row.verbs), " ", ", "),
      row.fallback.empty() ? "" : fmt::format("`{}`", row.fallback), row.inFile ? "yes" : "no", row.help);
}

TEST(Options, ThePageListsExactlyTheTable) {
  std::string expected;
  for (const Option& row : options()) expected += documentedRow(row) + '\n';
  std::string found;
  const std::string page = readFile(ASSAY_SOURCE_FOLDER "/docs/reference/options.md").value();
  for (std::string_view line : split(page, '\n'))
    if (line.starts_with("| `")) found += std::string(line) + '\n';
  EXPECT_EQ(found, expected) << "docs/reference/options.md must hold these rows:\n" << expected;
}

}  // namespace
}  // namespace assay::config
