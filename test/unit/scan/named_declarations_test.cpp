// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Through collectUnit(), without Clang's headers: that names are found where they stand, and nowhere else.
#include <gtest/gtest.h>

#include "tagged_code.h"

namespace assay::scan {
namespace {

/// The name of what `f` finds as `asked`, or why it does not.
std::string foundAs(const std::string& asked, const std::string& before) {
  const test::Scanned scanned =
      test::scanCode(before + "\n// AI-generated: x, replaces: " + asked + "\nint f() { return 0; }");
  const FoundFunction* found = scanned.function("f");
  if (found == nullptr || found->entry.replaces.empty()) return "nothing was looked up";
  const model::Replacement& old = found->entry.replaces.front();
  return old.problem.empty() ? old.name : old.problem;
}

TEST(NamedDeclarations, StandInTheirNamespaces) {
  const std::string code = "namespace a { int g(); namespace b { int g(); } } namespace a { int h(); }";
  EXPECT_EQ(foundAs("a::g", code), "a::g");
  EXPECT_EQ(foundAs("a::b::g", code), "a::b::g");
  EXPECT_EQ(foundAs("a::h", code), "a::h") << "a namespace may be opened again";
  EXPECT_NE(foundAs("g", code), "a::g");
  EXPECT_NE(foundAs("a::b::h", code), "a::h");
}

TEST(NamedDeclarations, ShowThroughWhatIsTransparent) {
  EXPECT_EQ(foundAs("g", "extern \"C\" { int g(); }"), "g");
  EXPECT_EQ(foundAs("a::g", "namespace a { inline namespace v1 { int g(); } }"), "a::v1::g");
  EXPECT_EQ(foundAs("g", "namespace a { int g(); } using a::g;"), "a::g");
}

TEST(NamedDeclarations, OfAnotherNameAreNotLookedAt) {
  EXPECT_NE(foundAs("g", "int gg(); struct g2 {}; enum { g3 };"), "gg");
}

}  // namespace
}  // namespace assay::scan
