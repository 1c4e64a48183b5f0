// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The action as the rest of the room uses it: through collectUnit(), without Clang's headers.
#include <gmock/gmock.h>

#include "tagged_code.h"

namespace assay::scan {
namespace {

using test::collect;
using test::scanCode;

const FileFacts* fileNamed(const std::vector<FileFacts>& facts, std::string_view path) {
  for (const FileFacts& file : facts)
    if (file.path == path) return &file;
  return nullptr;
}

TEST(Collect, ReadsWantedFilesOnly) {
  const auto facts = collect({.text = "#include \"h.h\"\n// AI-generated: x\nint f() { return 1; }\n",
                              .others = {{"h.h", "inline int h() { return 1; }\n"}}});
  ASSERT_EQ(facts.size(), 1U);
  EXPECT_EQ(facts[0].path, "code.cc");
  EXPECT_EQ(facts[0].file, std::string(test::kRoot) + "/code.cc");
  EXPECT_EQ(facts[0].functions.size(), 1U);
}

TEST(Collect, FindsTheDefinitionOfADeclarationInAFileNobodyAskedFor) {
  const auto facts =
      collect({.text = "#include \"h.h\"\nint other() { return 2; }\nint A::f() { return 1; }\n",
               .others = {{"h.h", "struct A {\n  // AI-generated: x\n  int f();\n  int g();\n};\n"}}});
  // The main file was wanted too, without tags; what counts is that the body was parsed.
  const FileFacts* main = fileNamed(facts, "code.cc");
  ASSERT_NE(main, nullptr);
  const auto f =
      std::ranges::find(main->functions, "A::f", [](const FoundFunction& found) { return found.entry.name; });
  ASSERT_NE(f, main->functions.end());
  EXPECT_TRUE(f->entry.bodyBegin.known());
  EXPECT_EQ(f->entry.id, fileNamed(facts, "h.h")->functions.at(0).entry.id);
}

TEST(Collect, SkippedRangesAreInactive) {
  const std::string code =
      "// AI-generated: x\nint f() { return 1; }\n#if 0\nint a;\n#elif 0\nint b;\n#else\nint c;\n#endif\n";
  const auto facts = collect({.text = code});
  ASSERT_EQ(facts.size(), 1U);
  const auto inactive = [&](std::string_view place) {
    return std::ranges::any_of(facts[0].inactive,
                               [&](source::Span span) { return span.contains(code.find(place)); });
  };
  EXPECT_TRUE(inactive("int a"));
  EXPECT_TRUE(inactive("int b"));
  EXPECT_FALSE(inactive("int c"));
  EXPECT_FALSE(inactive("int f"));
}

TEST(Collect, AnIncludeGuardDoesNotMakeAHeaderInactive) {
  const std::string header =
      "// AI-generated: x\n#ifndef H\n#define H\ninline int h() { return 1; }\n#if 0\nint "
      "a;\n#endif\n#endif\nextern int z;\n";
  const auto facts = collect({.text = "#include \"h.h\"\n#include \"h.h\"\n", .others = {{"h.h", header}}});
  const FileFacts* file = fileNamed(facts, "h.h");
  ASSERT_NE(file, nullptr);
  for (const source::Span span : file->inactive) EXPECT_FALSE(span.contains(header.find("int h")));
  EXPECT_TRUE(std::ranges::any_of(file->inactive,
                                  [&](source::Span span) { return span.contains(header.find("int a")); }));
}

TEST(Collect, ErrorsAreChargedToTheirFileAndToThoseThatIncludeIt) {
  const auto facts = collect({.text = "#include \"h.h\"\n// AI-generated: x\nint f() { return 1; }\n",
                              .others = {{"h.h", "// AI-generated: y\nunknown g() { return 1; }\n"},
                                         {"i.h", "// AI-generated: z\n"}}});
  const FileFacts* header = fileNamed(facts, "h.h");
  ASSERT_NE(header, nullptr);
  EXPECT_FALSE(header->errors.empty());
  EXPECT_TRUE(header->sawErrors);
  EXPECT_TRUE(fileNamed(facts, "code.cc")->sawErrors);
  EXPECT_TRUE(fileNamed(facts, "code.cc")->errors.empty());
  EXPECT_EQ(header->functions.at(0).entry.precision, model::Precision::Inferred);
  EXPECT_EQ(fileNamed(facts, "code.cc")->functions.at(0).entry.precision, model::Precision::Exact);
}

TEST(Collect, BrokenCodeDoesNotStopIt) {
  for (const char* code :
       {"// AI-generated: x\nint f( { return 1; }", "// AI-generated: x\nstruct A { A(B b) : c{b} { };",
        "// AI-generated: x\ntemplate <class",
        "#include <no/such/header.h>\n// AI-generated: x\nnope::T f(nope::U u) { auto l = [&](auto x) { "
        "return u(x); }; }",
        "// AI-generated: x\nint A::f() { return 1; }",
        "// AI-generated: x\nextern \"C\" { char* strchr(int); void* memcpy(); int printf(); }",
        "// AI-generated: x\nint f() { #if 0\n",
        "// AI-generated: x\nvoid f() { struct L { void m() { [ } }; }", "// AI-generated: x\n@@@ \\ \x01"})
    EXPECT_NO_FATAL_FAILURE(scanCode(code)) << code;
}

TEST(Collect, FunctionsOfAMissingTypeSurvive) {
  const test::Scanned scanned = scanCode(
      "#include <missing.h>\n\nint z;\n// AI-generated: x\nmissing::T f(missing::U u) { return u; }\n// "
      "AI-generated: y\nint g() { return 1; }\n");
  ASSERT_EQ(scanned.entries.size(), 2U);
  EXPECT_EQ(scanned.entries[0].name, "f");
  EXPECT_NE(scanned.entries[0].precision, model::Precision::Exact);
  EXPECT_EQ(scanned.entries[1].name, "g");
  EXPECT_EQ(scanned.entries[1].precision, model::Precision::Exact);
}

TEST(Collect, SkippingBodiesChangesNothingAboutTheTagged) {
  const std::string code = R"(
int a() { return 1; }
struct S { int m() { return 2; }
  // AI-generated: x
  int n() { return [] { return 3; }(); }
};
int b() {
  // AI-generated: y
  auto l = [] { return 1; };
  return l();
}
int c() { return b(); }
)";
  const auto skipped = scanCode(test::Code{.text = code}).entries;
  const auto every = scanCode(test::Code{.text = code, .everyBody = true}).entries;
  EXPECT_EQ(skipped, every);
  EXPECT_EQ(skipped.size(), 2U);
}

}  // namespace
}  // namespace assay::scan
