// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/regions.h"

#include <gmock/gmock.h>

#include "unit/tag/reading.h"

namespace assay::tag {
namespace {

using testing::ElementsAre;

std::optional<MarkerKind> kindOf(std::string_view line) {
  const auto marker = matchRegionMarker(line);
  return marker ? std::optional(marker->kind) : std::nullopt;
}

TEST(Regions, MarkersAreKnown) {
  for (std::string_view line :
       {"BEGIN AI-GENERATED", "[BEGIN AI-GENERATED] LOOKUP", "begin ai generated code", "AI CODE STARTS",
        "BEGIN AI SECTION", "AI-generated code begins", "START OF AI-GENERATED CODE",
        "Start of the AI section", "AI SECTION START", "BEGIN AI-GENERATED: GPT-4", "AI-generated: start",
        "BEGIN AI_ASSISTED"})
    EXPECT_EQ(kindOf(line), MarkerKind::Begin) << line;
  for (std::string_view line : {"END AI-GENERATED", "[END AI-GENERATED]", "AI CODE ENDS", "END AI SECTION",
                                "end of AI-generated code", "AI-generated code ends here"})
    EXPECT_EQ(kindOf(line), MarkerKind::End) << line;
  EXPECT_EQ(kindOf("SPDX-SnippetBegin"), MarkerKind::SnippetBegin);
  EXPECT_EQ(kindOf("SPDX-SnippetEnd"), MarkerKind::SnippetEnd);
}

TEST(Regions, SentencesAreNoMarkers) {
  for (std::string_view line :
       {"Begin AI section parsing", "AI starts to move", "begin", "end", "AI-generated: GPT-4",
        "start the AI", "AI code is started here", "BEGIN AIR", ""})
    EXPECT_EQ(kindOf(line), std::nullopt) << line;
}

TEST(Regions, ARegionIsWhatStandsBetweenItsComments) {
  const std::string code =
      "int a;\n// --- [BEGIN AI-GENERATED] LOOKUP ---\nint f();\n// --- [END AI-GENERATED] ---\nint b;\n";
  const Reading made = reading(code);
  ASSERT_EQ(made.count(), 1u);
  const TagOccurrence& found = made.result.tags[0];
  EXPECT_EQ(found.reach, Reach::RegionBegin);
  EXPECT_EQ(found.tag.note, "LOOKUP");
  EXPECT_EQ(code.substr(found.region.begin, found.region.size()), "\nint f();\n");
}

TEST(Regions, FieldsStandBehindOrBelowTheMarker) {
  EXPECT_EQ(reading("// BEGIN AI-GENERATED: GPT-4, 2024-01-15\n// END AI-GENERATED\n").tag().date,
            "2024-01-15");
  EXPECT_EQ(reading("// BEGIN AI SECTION\n// model = \"GPT-4\"\nint f();\n// END AI SECTION\n").tag().model,
            "GPT-4");
  const Reading below =
      reading("int a;\n// BEGIN AI-GENERATED\n// AI-generated: GPT-4\nint f();\n// END AI-GENERATED\n");
  ASSERT_EQ(below.count(), 1u);
  EXPECT_EQ(below.tag().model, "GPT-4");
  EXPECT_EQ(below.result.tags[0].reach, Reach::RegionBegin);
}

TEST(Regions, TheLastOpenedIsClosedFirst) {
  const Reading made = reading(
      "// AI CODE STARTS\nint a;\n// BEGIN AI-ASSISTED\nint b;\n// END AI-ASSISTED\n// AI CODE ENDS\n");
  ASSERT_EQ(made.count(), 2u);
  EXPECT_LT(made.result.tags[0].region.begin, made.result.tags[1].region.begin);
  EXPECT_GT(made.result.tags[0].region.end, made.result.tags[1].region.end);
  EXPECT_EQ(made.tag(1).authorship, model::Authorship::Assisted);
}

TEST(Regions, AnOpenRegionCoversNothingAndIsReported) {
  const Reading open = reading("// BEGIN AI-GENERATED\nint f();\n");
  EXPECT_THAT(open.ids(), ElementsAre("assay-tag-007"));
  EXPECT_TRUE(open.result.tags.at(0).region.empty());
  EXPECT_THAT(reading("// END AI-GENERATED\n").ids(), ElementsAre("assay-tag-008"));
}

TEST(Regions, ATagInASnippetHeaderCoversTheSnippet) {
  const std::string code = "// SPDX-SnippetBegin\n// AI-generated: o3\nint f();\n// SPDX-SnippetEnd\n";
  const Reading made = reading(code);
  ASSERT_EQ(made.count(), 1u);
  EXPECT_EQ(made.result.tags[0].reach, Reach::RegionBegin);
  EXPECT_EQ(code.substr(made.result.tags[0].region.begin, made.result.tags[0].region.size()), "\nint f();\n");
  EXPECT_TRUE(
      reading("// SPDX-SnippetBegin\nint f();\n// SPDX-SnippetEnd\n// SPDX-SnippetEnd\n").ids().empty());
}

}  // namespace
}  // namespace assay::tag
