// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/served_facts.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "support/temporary_folder.h"

namespace assay::serve {
namespace {

namespace fs = std::filesystem;

std::string manifestWith(const std::string& id, const std::string& model) {
  return "assay: 1\nfunctions:\n  - id: \"" + id +
         "\"\n    name: f\n    kind: function\n    linkage: external\n    file: a.cc\n    lines: 3-5\n    "
         "tag-at: 2\n    tag: generated\n"
         "    model: " +
         model + "\n    prompt: a secret\n...\n";
}

class FactsOfManifests : public ::testing::Test {
 protected:
  // A second later each time: what has changed is told by its time.
  fs::path write(const char* name, const std::string& text) {
    const fs::path path = folder_.write(name, text);
    fs::last_write_time(path, fs::file_time_type::clock::now() + std::chrono::seconds(++written_));
    return path;
  }

  test::TemporaryFolder folder_;
  Diagnostics said_;
  int written_ = 0;
};

TEST_F(FactsOfManifests, AreReadAgainWhenOneHasChanged) {
  const fs::path path = write("a.yaml", manifestWith("0x0000000000000007", "GPT-4"));
  ServedFacts facts({path});
  EXPECT_EQ(facts.now(said_).at(7).model, "GPT-4");
  EXPECT_EQ(facts.now(said_).at(7).promptHash.size(), 16u);
  write("a.yaml", manifestWith("0x0000000000000007", "GPT-5"));
  EXPECT_EQ(facts.now(said_).at(7).model, "GPT-5");
  EXPECT_TRUE(said_.all().empty());
  write("a.yaml", "assay: [");
  EXPECT_EQ(facts.now(said_).at(7).model, "GPT-5") << "what was known stays";
  EXPECT_EQ(facts.now(said_).at(7).model, "GPT-5");
  EXPECT_EQ(said_.all().size(), 1u) << "and is said once";
}

TEST_F(FactsOfManifests, SayHowTheFunctionIsGuarded) {
  std::string text = manifestWith("0x0000000000000007", "GPT-4");
  text.insert(
      text.find("...\n"),
      "    outcome:\n      coverage: skipped\n      code: constexpr\n      text: it may be constant\n");
  const fs::path path = write("a.yaml", text);
  ServedFacts facts({path});
  EXPECT_EQ(facts.now(said_).at(7).coverage, "skipped");
  EXPECT_EQ(facts.now(said_).at(7).gap, "it may be constant");
  EXPECT_TRUE(said_.all().empty());
}

TEST_F(FactsOfManifests, OneThatIsNotThereIsSaidOnceAndReadWhenItComes) {
  ServedFacts facts({folder_.path() / "a.yaml"});
  EXPECT_TRUE(facts.now(said_).empty());
  EXPECT_TRUE(facts.now(said_).empty());
  ASSERT_EQ(said_.all().size(), 1u);
  EXPECT_EQ(said_.all()[0].id, "assay-telemetry-003");
  write("a.yaml", manifestWith("0x0000000000000007", "GPT-4"));
  EXPECT_EQ(facts.now(said_).at(7).model, "GPT-4");
  EXPECT_EQ(said_.all().size(), 1u);
}

TEST_F(FactsOfManifests, TheFirstOneCounts) {
  ServedFacts facts({write("a.yaml", manifestWith("0x0000000000000007", "A")),
                     write("b.yaml", manifestWith("0x0000000000000007", "B")),
                     write("c.yaml", manifestWith("0x0000000000000008", "C"))});
  EXPECT_EQ(facts.now(said_).at(7).model, "A");
  EXPECT_EQ(facts.now(said_).at(8).model, "C");
}

TEST_F(FactsOfManifests, WithoutOneThereAreNone) {
  ServedFacts facts({});
  EXPECT_TRUE(facts.now(said_).empty());
}

}  // namespace
}  // namespace assay::serve
