// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/reach.h"

#include <gtest/gtest.h>

#include "unit/tag/reading.h"

namespace assay::tag {
namespace {

Reach reachIn(std::string_view code) {
  return reading(code).result.tags.at(0).reach;
}

TEST(FileReach, AHeadOfAFileMeansTheFile) {
  for (const char* code :
       {"// AI-generated\n#include <a.h>\nint f();", "// AI-generated\n#pragma once\n",
        "// AI-generated\n\n#ifndef A_H\n#define A_H\n", "// AI-generated\n#if !defined(A_H)\n",
        "// AI-generated file\nint f();", "// SPDX-License-Identifier: MIT\n// AI-generated\nint f();",
        "/** @file\n * AI-generated */\nint f();", "// AI-generated\n",
        "// Licence\n\n// AI-generated\n\n// More\n\n#include <a.h>\n",
        "\xEF\xBB\xBF// AI-generated\n#include <a.h>\n"})
    EXPECT_EQ(reachIn(code), Reach::File) << code;
}

TEST(FileReach, OtherPlacesMeanADeclaration) {
  for (const char* code : {"// AI-generated\nint f();", "#include <a.h>\n// AI-generated\n#include <b.h>\n",
                           "int a;\n// AI-generated\n", "// AI-generated\n#ifdef X\nint f();\n#endif\n",
                           "// AI-generated\n#if X\nint f();\n#endif\n", "int a; // AI-generated file\n"})
    EXPECT_EQ(reachIn(code), Reach::Declaration) << code;
}

TEST(FileReach, AScopeKeyDecidesAnywhere) {
  EXPECT_EQ(reachIn("int a;\n// AI-generated: GPT-4, scope: file\nint f();"), Reach::File);
}

}  // namespace
}  // namespace assay::tag
