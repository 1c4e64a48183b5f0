// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "document/yaml_elements.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "fuzz/yaml_properties.h"
#include "random_yaml.h"
#include "support/file.h"

namespace assay::document {
namespace {

constexpr unsigned kSeeds = 4000;

std::vector<Value> elementsOf(std::string_view text) {
  std::vector<Value> elements;
  const auto read =
      parseYamlElements({text, 1}, "t", [&](const Value& element) { elements.push_back(element); });
  EXPECT_TRUE(read.has_value()) << text;
  return elements;
}

TEST(YamlElements, WhatIsWrittenIsReadAsLibyamlReadsIt) {
  for (unsigned seed = 0; seed < kSeeds; ++seed) {
    const std::string text = test::RandomYaml(seed).written();
    ASSERT_TRUE(fuzz::yamlElementsHold(text)) << "seed " << seed << '\n' << text;
  }
}

TEST(YamlElements, WhatWasChangedIsReadOrRefusedAsByLibyaml) {
  for (unsigned seed = 0; seed < kSeeds; ++seed) {
    test::RandomYaml random(seed);
    const std::string text = random.written();
    for (int i = 0; i < 20; ++i) {
      const std::string changed = random.changed(text);
      ASSERT_TRUE(fuzz::yamlElementsHold(changed)) << "seed " << seed << '\n' << changed;
    }
  }
}

TEST(YamlElements, LinesPutTogetherAtRandomAreReadOrRefusedAsByLibyaml) {
  for (unsigned seed = 0; seed < 20 * kSeeds; ++seed) {
    const std::string text = test::RandomYaml(seed).lines();
    ASSERT_TRUE(fuzz::yamlElementsHold(text)) << "seed " << seed << '\n' << text;
  }
}

TEST(YamlElements, TheFuzzersSeedsHoldAsDoTheirBeginnings) {
  std::size_t seeds = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(ASSAY_TEST_FOLDER) / "fuzz/corpus/yaml")) {
    const std::string text = readFile(entry.path()).value_or("");
    ASSERT_NE(text, "");
    for (std::size_t length = 0; length <= text.size(); ++length)
      ASSERT_TRUE(fuzz::yamlElementsHold(text.substr(0, length))) << entry.path().filename() << ' ' << length;
    ++seeds;
  }
  EXPECT_GE(seeds, 3u);
}

TEST(YamlElements, AnOddElementDoesNotKeepTheOthersFromTheirPlaces) {
  const auto elements = elementsOf("  - a: 1\n  - 'b' : 2 # odd\n\n  - c: 3\n");
  ASSERT_EQ(elements.size(), 3u);
  EXPECT_EQ(elements[1].find("b")->locationIn("f"), (Location{"f", 2, 11}));
  EXPECT_EQ(elements[2].find("c")->locationIn("f"), (Location{"f", 4, 8}));
}

TEST(YamlElements, WhatSeemsToBeginAnElementInsideOneIsNone) {
  EXPECT_EQ(elementsOf("  - a: 'x\n  - b'\n  - c\n").size(), 2u);
  EXPECT_EQ(elementsOf("- a\n  - b\n"), std::vector<Value>{"a - b"});
}

}  // namespace
}  // namespace assay::document
