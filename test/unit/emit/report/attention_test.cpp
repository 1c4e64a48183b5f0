// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/report/attention.h"

#include <gtest/gtest.h>

#include <map>

#include "support/sample_manifest.h"

namespace assay::emit::report {
namespace {

using Found = std::map<std::string, std::vector<std::string>>;

Found findIn(const model::Manifest& manifest) {
  Found found;
  for (const Concern& concern : findConcerns(manifest))
    for (const AttentionItem& item : concern.items)
      found[std::string(concern.code)].push_back(placeOf(*item.entry) +
                                                 (item.detail.empty() ? "" : " " + item.detail));
  return found;
}

TEST(Attention, NamesEveryTroubleWithItsPlace) {
  EXPECT_EQ(findIn(test::sampleManifest()),
            (Found{{"unattached", {"util/erase.cc:99"}},
                   {"skipped", {"db/store.cc:34 constexpr: a constant expression"}},
                   {"missing-model", {"util/erase.cc:1"}},
                   {"missing-date", {"util/erase.cc:1"}},
                   {"missing-prompt", {"util/erase.cc:1"}},
                   {"inexact", {"util/erase.cc:1 inferred"}}}));
}

TEST(Attention, NamesTheRarerOnesToo) {
  model::Manifest manifest;
  manifest.functions = {test::tagged("a", "x.cc", 2, 3), test::tagged("b", "x.cc", 5, 6),
                        test::tagged("c", "x.cc", 8, 9), test::tagged("d", "x.cc", 11, 12)};
  manifest.functions[0].state = model::State::Inactive;
  manifest.functions[1].state = model::State::Uncompiled;
  manifest.functions[1].precision = model::Precision::Lexical;
  manifest.functions[2].tag.normalizedModel = "";
  manifest.functions[2].outcome = model::Outcome{model::Coverage::Partial, "block-scope", ""};
  manifest.functions[2].configurations = {"-DFAST", "-m32"};
  manifest.functions[3].id = manifest.functions[0].id;
  manifest.functions[3].sketch = {1, 0, {}};
  manifest.functions[3].drift = 23;
  EXPECT_EQ(findIn(manifest), (Found{{"inactive", {"x.cc:1"}},
                                     {"uncompiled", {"x.cc:4"}},
                                     {"unknown-model", {"x.cc:7 GPT-4"}},
                                     {"partial", {"x.cc:7 block-scope"}},
                                     {"drifted", {"x.cc:10 edited 23 %"}},
                                     {"some-builds", {"x.cc:7 -DFAST, -m32"}},
                                     {"duplicate-id", {"x.cc:10 also x.cc:1"}}}));
}

TEST(Attention, ThePlaceIsTheTags) {
  model::AnnotatedFunction function = test::tagged("f", "a.cc", 10, 12);
  function.tagFile = "a.h";
  EXPECT_EQ(placeOf(function), "a.h:9");
  function.tagLine = 0;
  EXPECT_EQ(placeOf(function), "a.cc:10");
  function.lines = {};
  EXPECT_EQ(placeOf(function), "a.cc");
}

}  // namespace
}  // namespace assay::emit::report
