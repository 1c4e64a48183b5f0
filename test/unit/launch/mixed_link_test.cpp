// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "launch/mixed_link.h"

#include <gmock/gmock.h>

namespace assay::launch {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const ObjectFacts kGuardedObject{"a.o", true, {{"_Z1fi", true}, {"_Z1gv", false}}};

TEST(MixedLink, NamesAFunctionAndBothObjects) {
  const ObjectFacts plain{"b.o", false, {{"_Z1fi", false}, {"_Z1gv", false}}};
  EXPECT_THAT(mixedFunctions({plain, kGuardedObject, kGuardedObject}),
              ElementsAre(MixedFunction{"f(int)", "a.o", "b.o"}));
}

TEST(MixedLink, IsSilentWhereNothingIsShared) {
  EXPECT_THAT(mixedFunctions({kGuardedObject, {"b.o", false, {{"_Z1hv", false}}}}), IsEmpty());
  EXPECT_THAT(mixedFunctions({}), IsEmpty());
}

// The compiler may have taken a call away, or put it in line, in one of them.
TEST(MixedLink, DoesNotCompareTwoObjectsWithGuards) {
  EXPECT_THAT(mixedFunctions({kGuardedObject, {"b.o", true, {{"_Z1fi", false}}}}), IsEmpty());
}

TEST(MixedLink, TakesFilesThatAreNoObjectsForNothing) {
  EXPECT_THAT(mixedFunctionsIn({"/there/is/no/such.o", "/bin/sh"}), IsEmpty());
}

TEST(MixedLink, NamesEachFunctionOnce) {
  const ObjectFacts plain{"b.o", false, {{"c_function", false}}};
  const ObjectFacts guarded{"a.o", true, {{"c_function", true}}};
  EXPECT_THAT(mixedFunctions({guarded, plain, plain}),
              ElementsAre(MixedFunction{"c_function", "a.o", "b.o"}));
}

}  // namespace
}  // namespace assay::launch
