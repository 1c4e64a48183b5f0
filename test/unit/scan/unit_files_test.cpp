// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Through collectUnit(), without Clang's headers.

#include <gtest/gtest.h>

#include "tagged_code.h"

namespace assay::scan {
namespace {

TEST(UnitFiles, FactsComeOncePerFileInOrderOfPathAndPlace) {
  const std::string twice = "// AI-generated: x\nint NAME() { return 1; }\n#ifdef LAST\nint last;\n#endif\n";
  const auto facts =
      test::collect({.text = "// AI-generated: x\nint z() { return 1; }\n#define NAME a\n#include "
                             "\"x.inc\"\n#undef NAME\n#define NAME b\n#define LAST\n#include \"x.inc\"\n",
                     .others = {{"x.inc", twice}}});
  ASSERT_EQ(facts.size(), 2U);
  EXPECT_EQ(facts[0].path, "code.cc");
  EXPECT_EQ(facts[1].path, "x.inc");
  ASSERT_EQ(facts[1].functions.size(), 2U);
  EXPECT_NE(facts[1].functions[0].entry.id, facts[1].functions[1].entry.id);
  EXPECT_TRUE(facts[1].inactive.empty()) << "one of the inclusions has the branch";
}

TEST(UnitFiles, OneFunctionSeenTwiceIsThereOnce) {
  const auto facts = test::collect({.text = "#include \"x.inc\"\n#include \"x.inc\"\n",
                                    .others = {{"x.inc", "// AI-generated: x\nint f();\n"}}});
  for (const FileFacts& file : facts)
    if (file.path == "x.inc") {
      EXPECT_EQ(file.functions.size(), 1U);
    }
}

TEST(UnitFiles, PathsOutsideTheRootAreAbsolute) {
  const auto facts = test::collect(
      {.text = "#include \"/assay-elsewhere/o.h\"\n// AI-generated: x\nint f() { return 1; }\n",
       .others = {{"/assay-elsewhere/o.h", "// AI-generated: x\ninline int o() { return 1; }\n"}}});
  bool found = false;
  for (const FileFacts& file : facts)
    for (const FoundFunction& function : file.functions)
      if (function.entry.name == "o") found = function.entry.file.starts_with("/");
  EXPECT_TRUE(found);
}

}  // namespace
}  // namespace assay::scan
