// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/report/trailers.h"

#include <gtest/gtest.h>

#include "support/sample_manifest.h"

namespace assay::emit::report {
namespace {

// The trailers of one tag, of lines that the commit "a" has.
std::string trailersFor(const model::Tag& tag, const std::set<std::string>& revisions = {"a"}) {
  model::Manifest manifest;
  manifest.functions = {test::tagged("f", "a.cc", 2, 3)};
  manifest.functions[0].tag = tag;
  return writeTrailers(manifest, {{manifest.functions.data(), {{"a", "a.cc", {2, 3}}}}}, revisions);
}

model::Tag tagWith(std::string model, std::string tool,
                   model::Authorship authorship = model::Authorship::Generated) {
  model::Tag tag;
  tag.authorship = authorship;
  tag.model = std::move(model);
  tag.tool = std::move(tool);
  return tag;
}

TEST(Trailers, NameToolAndModel) {
  model::Tag claude = tagWith("Claude Opus 4", "Cursor");
  claude.normalizedModel = "anthropic/claude-opus-4";
  EXPECT_EQ(trailersFor(claude), "Assisted-by: Cursor:claude-opus-4\n");
  claude.tool = "";
  EXPECT_EQ(trailersFor(claude), "Generated-by: claude-opus-4\n");
  EXPECT_EQ(trailersFor(tagWith("our model", "", model::Authorship::Modified)), "Assisted-by: our model\n");
  EXPECT_EQ(trailersFor(tagWith("", "Cursor")), "Assisted-by: Cursor\n");
  EXPECT_EQ(trailersFor(tagWith("", "")), "");
}

TEST(Trailers, AreOfTheCommitsAskedForAndComeOnce) {
  model::Manifest manifest = test::sampleManifest();
  manifest.functions[3].tag.model = "Z";
  const Committed committed = {{&manifest.functions[0], {{"a", "x", {1, 1}}, {"b", "x", {2, 2}}}},
                               {&manifest.functions[1], {{"b", "x", {3, 3}}}},
                               {&manifest.functions[3], {{"c", "x", {4, 4}}}},
                               {&manifest.functions[4], {{"b", "x", {5, 5}}}}};
  EXPECT_EQ(writeTrailers(manifest, committed, {"b"}), "Generated-by: gpt-4\n");
  EXPECT_EQ(writeTrailers(manifest, committed, {"b", "c"}), "Assisted-by: Z\nGenerated-by: gpt-4\n");
  EXPECT_EQ(writeTrailers(manifest, committed, {"d"}), "");
}

TEST(Trailers, NoTextOfATagIsATrailerOfItsOwn) {
  EXPECT_EQ(trailersFor(tagWith("x\nSigned-off-by: me", "\033[2J\r\ny")),
            "Assisted-by: \\x1B[2J y:x Signed-off-by: me\n");
}

}  // namespace
}  // namespace assay::emit::report
