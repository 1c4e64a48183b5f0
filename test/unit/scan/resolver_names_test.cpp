// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/resolver_names.h"

#include <gmock/gmock.h>

namespace assay::scan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ResolverNames, StandInTheAttributeIfunc) {
  const TokenStream tokens(
      "int f(int) __attribute__((ifunc(\"pick\"))); [[gnu::ifunc(\"_ZL4pickv\")]] int g(int);"
      "__attribute__((__ifunc__(\"other\"))) void h(void);");
  EXPECT_THAT(ifuncResolvers(tokens), ElementsAre("pick", "_ZL4pickv", "other"));
  EXPECT_THAT(ifuncResolvers(TokenStream("ifunc(name); ifunc = \"x\"; \"ifunc(\";")), IsEmpty());
}

TEST(ResolverNames, AreThoseOfTheLinker) {
  EXPECT_TRUE(isResolver("pick", {"pick"}));
  EXPECT_TRUE(isResolver("pick", {"other", "_ZN5space4pickEv"}));
  EXPECT_FALSE(isResolver("pick", {"picked", "_ZL6pickedv", "4pick"}));
  EXPECT_FALSE(isResolver("pick", {}));
}

}  // namespace
}  // namespace assay::scan
