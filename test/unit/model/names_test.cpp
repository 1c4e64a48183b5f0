// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/names.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace assay::model {
namespace {

template <class Enum>
void expectRoundTrip(unsigned count) {
  std::set<std::string_view> words;
  for (unsigned i = 0; i < count; ++i) {
    const auto value = static_cast<Enum>(i);
    EXPECT_EQ(valueOf<Enum>(nameOf(value)), value);
    EXPECT_TRUE(words.insert(nameOf(value)).second) << nameOf(value);
  }
  EXPECT_FALSE(valueOf<Enum>("no such word"));
}

TEST(Names, EveryWordReadsBackAsItsValue) {
  expectRoundTrip<Authorship>(4);
  expectRoundTrip<Scope>(6);
  expectRoundTrip<FunctionKind>(8);
  expectRoundTrip<Linkage>(3);
  expectRoundTrip<State>(4);
  expectRoundTrip<Precision>(3);
  expectRoundTrip<Coverage>(3);
  expectRoundTrip<Trait>(static_cast<unsigned>(Trait::AfterLast));
  expectRoundTrip<PointKind>(static_cast<unsigned>(PointKind::AfterLast));
}

TEST(Names, TheTableFollowsTheEnum) {
  EXPECT_EQ(nameOf(Trait::C), "c");
  EXPECT_EQ(nameOf(Trait::FunctionTry), "function-try");
  EXPECT_EQ(nameOf(Trait::Main), "main");
  EXPECT_EQ(nameOf(Trait::ConstexprCxx11), "constexpr-c++11");
  EXPECT_EQ(nameOf(PointKind::CoReturn), "co-return");
  EXPECT_EQ(nameOf(PointKind::False), "false");
  EXPECT_EQ(nameOf(PointKind::Pointer), "pointer");
  EXPECT_EQ(nameOf(FunctionKind::DeductionGuide), "deduction-guide");
  EXPECT_EQ(nameOf(State::Uncompiled), "uncompiled");
}

}  // namespace
}  // namespace assay::model
