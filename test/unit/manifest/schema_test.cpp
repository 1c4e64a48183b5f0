// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// docs/reference/manifest.schema.json against what the program writes, judged by Python's jsonschema and
// yaml.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/value.h"
#include "manifest/manifest.h"
#include "random_manifest.h"
#include "support/process.h"
#include "support/strings.h"
#include "support/temporary_folder.h"

namespace assay::manifest {
namespace {

using ::testing::HasSubstr;

test::Run validate(const std::string& text) {
  const test::TemporaryFolder folder;
  const std::string source = ASSAY_SOURCE_FOLDER;
  return test::run(
      {.arguments = {ASSAY_PYTHON, source + "/test/unit/manifest/validate_manifest.py",
                     source + "/docs/reference/manifest.schema.json", folder.write("assay.yaml", text)}});
}

std::string fullText() {
  model::Manifest manifest = test::fullManifest();
  manifest.files[1].hash = manifest.files[0].hash;
  return writeManifest(manifest);
}

TEST(Schema, AcceptsAFullAndAnEmptyManifest) {
  const test::Run full = validate(fullText());
  EXPECT_EQ(full.exitCode, 0) << full.out << full.err;
  const test::Run empty = validate(writeManifest({}));
  EXPECT_EQ(empty.exitCode, 0) << empty.out << empty.err;
}

// What another reader of YAML (1.1, at that) finds in our text is what we put there.
TEST(Schema, AnotherReaderFindsTheSameWords) {
  model::Manifest manifest = test::fullManifest();
  manifest.functions[0].tag.extra = {};
  for (const char* text : {"yes",      "2024-01-15",   "12:30:45", "1e5",   "0x10",  "=",   "<<", "~",
                           "a: b # c", "\ttab\n\nend", "x\n",      " lead", "'",     "\"",  "\\", "é 中 😀",
                           "\x01\x7F", "{a}",          "- a",      "no",    "1_000", "0b1", ".5", "|"})
    manifest.functions[0].tag.extra.emplace_back(
        std::string("k") + std::to_string(manifest.functions[0].tag.extra.size()), text);
  manifest.files[1].hash = manifest.files[0].hash;
  const test::Run run = validate(writeManifest(manifest));
  ASSERT_EQ(run.exitCode, 0) << run.out << run.err;
  const auto found = document::parseJson(run.out, "python").value();
  const document::Value& extra = *found.find("functions")->asArray()->at(0).find("extra");
  ASSERT_EQ(extra.asObject()->size(), manifest.functions[0].tag.extra.size());
  for (const auto& [key, text] : manifest.functions[0].tag.extra)
    EXPECT_EQ(*extra.find(key), document::Value(text)) << key;
}

TEST(Schema, RejectsBrokenManifests) {
  const std::pair<std::string, std::string> breakages[] = {
      {"assay: 1\n", ""},
      {"assay: 1\n", "assay: one\n"},
      {"  files: 120\n", "  files: -1\n"},
      {"    hash: 0123456789abcdef0123456789abcdef\n", "    hash: short\n"},
      {"\"0x0123456789abcdef\"", "\"0123\""},
      {"kind: method", "kind: gadget"},
      {"lines: 1193-1260", "lines: 1193"},
      {"body: 1195:40-1260:1", "body: here"},
      {"tag-at: include/db.h:40", "tag-at: nowhere"},
      {"    tag: assisted\n", ""},
      {"date: \"2024-01-15\"", "date: 2024-01-15"},
      {"state: inactive", "state: asleep"},
      {"traits: [virtual, noexcept]", "traits: virtual"},
      {"costs: [nested-loops 1203 x3", "costs: [nested-loops"},
      {"coverage: partial", "coverage: some"},
      {"try 1202:3-1210:4", "try 1202:3"},
  };
  for (const auto& [from, to] : breakages) {
    const std::string broken = replaceAll(fullText(), from, to);
    ASSERT_NE(broken, fullText()) << from;
    EXPECT_EQ(validate(broken).exitCode, 1) << from << " -> " << to;
  }
}

}  // namespace
}  // namespace assay::manifest
