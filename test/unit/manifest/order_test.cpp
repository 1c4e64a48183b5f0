// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "manifest/manifest.h"
#include "manifest/order.h"

namespace assay::manifest {
namespace {

model::AnnotatedFunction entryOnLine(const char* file, unsigned line, std::uint64_t id) {
  model::AnnotatedFunction function;
  function.file = file;
  function.lines = {line, line};
  function.id = id;
  return function;
}

TEST(Order, IsByFileLineAndIdWhateverTheOrderOfWork) {
  model::Manifest manifest;
  model::AnnotatedFunction tagOnly = entryOnLine("a.cc", 0, 9);
  tagOnly.lines = {};
  tagOnly.tagLine = 5;
  const std::vector<model::AnnotatedFunction> expected = {
      entryOnLine("a.cc", 2, 8), tagOnly, entryOnLine("a.cc", 10, 1), entryOnLine("a.cc", 10, 2),
      entryOnLine("b.cc", 1, 0)};
  std::mt19937 random(1);
  for (int i = 0; i < 20; ++i) {
    manifest.functions = expected;
    std::ranges::shuffle(manifest.functions, random);
    sortManifest(manifest);
    EXPECT_EQ(manifest.functions, expected);
  }
  manifest.files = {{"b", "", {}}, {"a", "", {}}};
  sortManifest(manifest);
  EXPECT_EQ(manifest.files.front().path, "a");
}

TEST(Order, PointersGiveTheSameOrderAndMoveNothing) {
  model::Manifest manifest;
  manifest.functions = {entryOnLine("b.cc", 1, 0), entryOnLine("a.cc", 10, 2), entryOnLine("a.cc", 10, 1)};
  manifest.files = {{"b", "", {}}, {"a", "", {}}};
  const auto functions = inOrder(manifest.functions);
  const auto files = inOrder(manifest.files);
  EXPECT_EQ(functions.front(), &manifest.functions[2]);
  EXPECT_EQ(functions.back(), &manifest.functions[0]);
  EXPECT_EQ(files.front(), &manifest.files[1]);
}

}  // namespace
}  // namespace assay::manifest
