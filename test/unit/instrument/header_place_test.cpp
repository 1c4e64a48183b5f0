// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/header_place.h"

#include <gtest/gtest.h>

#include <vector>

#include "support/marked_code.h"

namespace assay::instrument {
namespace {

// In these texts `@` marks the expected place and `^` the braces of guarded functions; without `@` there is
// none.
struct Marked {
  explicit Marked(std::string_view marked) {
    for (const char c : marked) {
      if (c == '@')
        place = text.size();
      else if (c == '^')
        guards.push_back(text.size());
      else
        text += c;
    }
  }
  std::string text;
  std::optional<std::size_t> place;
  std::vector<std::size_t> guards;
};

void expectPlace(std::string_view marked) {
  const Marked code(marked);
  EXPECT_EQ(findHeaderPlace(code.text, code.guards), code.place) << marked;
}

TEST(HeaderPlace, InFrontOfAComment) {
  expectPlace("@// licence\n#include <vector>\nint f() ^{}\n");
  expectPlace("@/* licence */\nint f() ^{}\n");
  expectPlace("@/* licence\n * of two lines */\nint f() ^{}\n");
  expectPlace("@  // indented\nint f() ^{}\n");
  expectPlace("#include <vector>\n@/* a */ // b\nint f() ^{}\n");
  expectPlace("@// spliced \\\n int f() {}\nint f() ^{}\n");
}

TEST(HeaderPlace, OnABlankLine) {
  expectPlace("#include <vector>\n@\nint f() ^{}\n");
  expectPlace("#include <vector>\r\n@\r\nint f() ^{}\r\n");
  expectPlace("int a;\n@ \t\nint f() ^{}\n");
  expectPlace("int a;\n\f\nint f() ^{}\n");
}

TEST(HeaderPlace, AfterAByteOrderMark) {
  expectPlace("\xef\xbb\xbf@// x\nint f() ^{}\n");
}

TEST(HeaderPlace, NotInFrontOfACommentThatCodeFollows) {
  expectPlace("/* a */ int f() ^{}\n");
  expectPlace("/* a\n */ int f() ^{}\n");
  expectPlace("/* a */ #define X\nint f() ^{}\n");
}

TEST(HeaderPlace, NotInTheMiddleOfADeclaration) {
  expectPlace("template <class T>\n\n// x\nint f() ^{}\n");
  expectPlace("int f(int a,\n\n      int b) ^{}\n");
  expectPlace("struct A {\n\n  int f() ^{}\n};\n");
  expectPlace("struct A { int a; }\n\nb;\n@\nint f() ^{}\n");
  expectPlace("int a[] = {1}\n\n;\nint f() ^{}\n");
  expectPlace("int f(a)\n  int a;\n\n^{}\n");
  expectPlace("enum E { A }\n\nf() ^{}\n");
}

TEST(HeaderPlace, AfterTheEndOfABodyOrNamespace) {
  expectPlace("int g() { return 1; }\n@\nint f() ^{}\n");
  expectPlace("int g() const {}\n@\nint f() ^{}\n");
  expectPlace("auto g() -> int {}\n@\nint f() ^{}\n");
  expectPlace("bool operator==(A, B) {}\n@\nint f() ^{}\n");
  expectPlace("int g(a) int a; {}\n@\nint f() ^{}\n");
  expectPlace("namespace a::b {\n\nint g();\n}\n@\nint f() ^{}\n");
  expectPlace("inline namespace a {\n}\n@\nint f() ^{}\n");
  expectPlace("extern \"C\" {\nint g();\n}\n@\nint f() ^{}\n");
  expectPlace("int g() <% return 1; %>\n@\nint f() ^<%%>\n");
}

TEST(HeaderPlace, NotInsideScopes) {
  expectPlace("namespace a {\n\nint f() ^{}\n}\n");
  expectPlace("extern \"C\" {\n\nint f() ^{}\n}\n");
  expectPlace("#ifdef __cplusplus\nextern \"C\" {\n#endif\n\nint f() ^{}\n#ifdef __cplusplus\n}\n#endif\n");
}

TEST(HeaderPlace, NotInsideLiteralsCommentsAndSplicedLines) {
  expectPlace("const char* a = R\"x(\n\n// y\n)x\";\nint f() ^{}\n");
  expectPlace("#define X \\\n\n#define Y a \\\n  \\\n  b\nint f() ^{}\n");
  expectPlace("int a; /*\n\n*/ int f() ^{}\n");
  expectPlace("#define X /*\n\n*/ 1\nint f() ^{}\n");
  expectPlace("const char* a = \"\\\n\n\";\nint f() ^{}\n");
  expectPlace("int a = 1'000; const char* b = \"'\"; char c = '\"';\n@\nint f() ^{}\n");
}

TEST(HeaderPlace, BeforeEveryGuard) {
  expectPlace("int f() ^{}\n\n// x\nint g() ^{}\n");
  expectPlace("int a;\n@\nint f() ^{}\n\nint g() ^{}\n");
}

TEST(HeaderPlace, OnlyInBranchesThatAllGuardsAreIn) {
  expectPlace("#if A\n\n#endif\nint f() ^{}\n");
  expectPlace("#if A\n@\nint f() ^{}\n#endif\n");
  expectPlace("#if A\n\nint f() ^{}\n#else\n\nint f() ^{}\n#endif\n");
  expectPlace("#if 0\n\n#else\n@\nint f() ^{}\n#endif\n");
  expectPlace("#ifdef A\n\n#elif B\n\n#endif\n@\nint f() ^{}\n");
  expectPlace("# /* x */ if A\n\n# /* y */ endif\nint f() ^{}\n");
  expectPlace("%: if A\n\n%: endif\nint f() ^{}\n");
}

TEST(HeaderPlace, InsideAnIncludeGuardRatherThanBeforeIt) {
  expectPlace("// licence\n#ifndef A_H\n#define A_H\n@\nint f() ^{}\n#endif\n");
  expectPlace("// licence\n#if !defined(A_H)\n#define A_H\n@// x\nint f() ^{}\n#endif\n");
  expectPlace("@// licence\n#ifndef A_H\n#define A_H\nint a;\n\nint f() ^{}\n#endif\n");
  expectPlace("@// licence\n#pragma once\n\nint f() ^{}\n");
}

TEST(HeaderPlace, InsideTheGlobalModuleFragmentOrNowhere) {
  expectPlace("// x\nmodule;\n@\n#include <vector>\nexport module a;\n\nint f() ^{}\n");
  expectPlace("// x\nmodule;\n#include <vector>\nexport module a;\n\nint f() ^{}\n");
  expectPlace("// x\nexport module a.b;\n\nint f() ^{}\n");
  expectPlace("// x\nmodule a;\n\nint f() ^{}\n");
  expectPlace("@// x\n#include <a.h>\nmodule b;\n\nint f() ^{}\n");
}

TEST(HeaderPlace, SurvivesAnyPrefixOfAFile) {
  const std::string text =
      "\xef\xbb\xbf/* a */ #if X\n%: define Y \\\n 'x\n#endif\nint a = 1'0e+5; R\"d(\n)d\"; '\\'' \"\\\n\" "
      "// b \\\n c\nextern \"C\" {}\n";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    const std::string prefix = text.substr(0, size);
    const std::size_t guards[] = {size};
    const auto place = findHeaderPlace(prefix, guards);
    EXPECT_TRUE(!place || *place <= size);
  }
}

TEST(HeaderPlace, NoGuardsNeedNoHeader) {
  EXPECT_EQ(findHeaderPlace("// x\n", {}), std::nullopt);
}

TEST(HeaderPlace, NotBehindAPragmaThatIsForTheNextDeclaration) {
  expectPlace("#pragma omp declare simd\n// tag\nint f() ^{}\n");
  expectPlace("#  pragma omp declare variant(g) match(x)\n\nint f() ^{}\n");
  expectPlace("#pragma omp declare simd\nint g();\n@// tag\nint f() ^{}\n");
  expectPlace("#pragma omp declare target\n@// tag\nint f() ^{}\n");
  expectPlace("#pragma once\n@// tag\nint f() ^{}\n");
}

TEST(HeaderPlace, NotWhereNumbersHaveAnotherOrder) {
  expectPlace("#pragma scalar_storage_order big-endian\n// tag\nint f() ^{}\n");
  expectPlace("@\n#pragma scalar_storage_order big-endian\n// tag\nint f() ^{}\n");
}

}  // namespace
}  // namespace assay::instrument
