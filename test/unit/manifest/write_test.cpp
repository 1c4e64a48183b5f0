// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "manifest/manifest.h"
#include "random_manifest.h"

namespace assay::manifest {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(WriteManifest, IsLaidOutForReviewers) {
  EXPECT_EQ(writeManifest(test::fullManifest()),
            "# Written by `assay scan`: the AI-tagged functions of this tree. Commit it with the code; see "
            "`assay report`.\n"
            "assay: 1\n"
            "totals:\n"
            "  files: 120\n"
            "  lines: 40000\n"
            "  functions: 2000\n"
            "  function-lines: 30000\n"
            "files:\n"
            "  - path: db/db_impl.cc\n"
            "    hash: 0123456789abcdef0123456789abcdef\n"
            "    language: c++\n"
            "  - path: include/db.h\n"
            "    hash: ff\n"
            "functions:\n"
            "  - id: \"0x0123456789abcdef\"\n"
            "    name: leveldb::DBImpl::Write\n"
            "    also: [\"ns::Worker::runLong\"]\n"
            "    signature: Status (const WriteOptions &, WriteBatch *)\n"
            "    kind: method\n"
            "    linkage: external\n"
            "    file: db/db_impl.cc\n"
            "    lines: 1193-1260\n"
            "    body: 1195:40-1260:1\n"
            "    points: [\"nullptr 1201:5-1201:20\", \"try 1202:3-1210:4\"]\n"
            "    input: {of: batch, size: \"batch->size()\", when: batch}\n"
            "    replaces:\n"
            "      asked: Put\n"
            "      name: leveldb::DBImpl::Put\n"
            "      id: \"0x0000000000000008\"\n"
            "      signature: Status (int)\n"
            "      problem: it is another one\n"
            "      result: value\n"
            "      parameters: [batch]\n"
            "      shadow: shown\n"
            "      shadow-problem: it writes\n"
            "      self: Write\n"
            "      compare: same\n"
            "    tag-at: include/db.h:40\n"
            "    tag: assisted\n"
            "    model: GPT-4\n"
            "    normalized-model: openai/gpt-4\n"
            "    tool: GitHub Copilot\n"
            "    date: \"2024-01-15\"\n"
            "    prompt: |-\n"
            "      line one\n"
            "      line 2\n"
            "    note: \"a note: \\\"x\\\"\"\n"
            "    extra:\n"
            "      reviewed-by: eve\n"
            "    history:\n"
            "      - tag: generated\n"
            "        model: Claude\n"
            "    scope: block\n"
            "    covers: 1200-1210\n"
            "    state: inactive\n"
            "    precision: inferred\n"
            "    configurations: [\"-DFAST\", \"-DNAME=\\\"a, b\\\"\"]\n"
            "    traits: [virtual, noexcept]\n"
            "    costs: [nested-loops 1203 x3, text-in-loop 1204]\n"
            "    fingerprint: \"1122334455667788\"\n"
            "    sketch: 3:maq7zAAAAAf//w==\n"
            "    drift: 23\n"
            "    error-policy: negative false\n"
            "    outcome:\n"
            "      coverage: partial\n"
            "      code: block-scope\n"
            "      text: the tag covers lines 1200-1210\n"
            "      errors: exceptions, nullptr\n"
            "      input: batch->size()\n"
            "    risk: high\n"
            "  - id: \"0x0000000000000007\"\n"
            "    file: util/x.cc\n"
            "    tag-at: 3\n"
            "    tag: generated\n"
            "    state: unattached\n"
            "generator:\n"
            "  name: scanner\n"
            "  version: 9\n"
            "...\n");
}

TEST(WriteManifest, DoesNotDependOnTheOrderOfWork) {
  model::Manifest manifest = test::fullManifest();
  const std::string text = writeManifest(manifest);
  std::ranges::reverse(manifest.functions);
  std::ranges::reverse(manifest.files);
  EXPECT_EQ(writeManifest(manifest), text);
}

TEST(WriteManifest, AnEmptyTreeHasAManifestToo) {
  const std::string text = writeManifest({});
  EXPECT_THAT(text, HasSubstr("files: []\nfunctions: []\n...\n"));
}

TEST(WriteManifest, AKeyGivenTwiceInATagIsKeptTwice) {
  model::Manifest manifest;
  manifest.functions.resize(1);
  manifest.functions[0].tag.extra = {{"reviewed-by", "eve"}, {"risk", "low"}, {"reviewed-by", "adam"}};
  EXPECT_THAT(writeManifest(manifest), HasSubstr("    extra:\n"
                                                 "      - reviewed-by: eve\n"
                                                 "      - risk: low\n"
                                                 "      - reviewed-by: adam\n"));
}

TEST(WriteManifest, ControlCharactersOfAPromptCannotReachATerminal) {
  model::Manifest manifest;
  manifest.functions.resize(1);
  manifest.functions[0].tag.prompt = "a\033[2Jb\xE2\x80\xAE";
  EXPECT_THAT(writeManifest(manifest), HasSubstr(R"(prompt: "a\x1B[2Jb\u202E")"));
  EXPECT_THAT(writeManifest(manifest), Not(HasSubstr("\033")));
}

}  // namespace
}  // namespace assay::manifest
