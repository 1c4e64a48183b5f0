// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>

#include "shadow_code.h"

namespace assay::scan {
namespace {

using test::effectOf;

const std::string kShared = "std::vector<int> shared; std::span<int> view; int row[3];\n";

TEST(OwnPlaces, WhatIsReachedThroughWhatIsItsOwn) {
  for (const char* body :
       {"std::vector<int> v; v[0] = n; return v[0];",
        "std::vector<int> v; for (int& one : v) one = n; return n;",
        "std::vector<int> v; std::sort(v.begin(), v.end()); return n;",
        "const std::vector<int> w; std::vector<int> v; std::copy(w.begin(), w.end(), v.begin()); return n;",
        "int own[3] = {}; for (int& one : own) one = n; own[1] += 2; return own[0];",
        "int own[3] = {}; std::sort(own + 1, own + 3); return own[0];",
        "int a = 1, b = 2; (n ? a : b) = 3; return a;",
        "std::vector<std::vector<int>> v; v[0][1] = n; return n;"})
    EXPECT_EQ(effectOf(body, kShared + "struct Two { int a, b; };\n").find("not shown"), std::string::npos)
        << body;
}

TEST(OwnPlaces, WhatIsReachedThroughOthersIsNot) {
  for (const char* body :
       {"shared[0] = n; return n;", "for (int& one : shared) one = n; return n;",
        "std::sort(shared.begin(), shared.end()); return n;", "std::span<int> v = view; v[0] = n; return n;",
        "for (int& one : view) one = n; return n;", "row[1] = n; return n;",
        "std::vector<int> v; std::copy(v.begin(), v.end(), shared.begin()); return n;",
        "int* p = row; p[1] = n; return n;", "auto& [a, b] = two; a = n; return b;",
        "auto [c] = Refers{two.a}; c = n; return c;", "std::vector_iterator<int> at; *at = n; return n;"})
    EXPECT_NE(effectOf(body, kShared + "struct Two { int a, b; } two; struct Refers { int& c; };\n"), "")
        << body;
}

}  // namespace
}  // namespace assay::scan
