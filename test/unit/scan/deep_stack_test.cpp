// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/deep_stack.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tagged_code.h"

namespace assay::scan {
namespace {

// 4 KB a level, at least.
int descend(int levels) {
  volatile char page[4096] = {};
  page[0] = static_cast<char>(levels);
  return levels == 0 ? 0 : descend(levels - 1) + (page[0] == static_cast<char>(levels) ? 1 : 0);
}

TEST(DeepStack, HoldsFourTimesWhatAThreadUsuallyHas) {
  int levels = 0;
  onDeepStack([&] { levels = descend(8000); });
  EXPECT_EQ(levels, 8000);
}

TEST(DeepStack, GivesOnWhatIsThrown) {
  EXPECT_THROW(onDeepStack([] { throw std::runtime_error("in there"); }), std::runtime_error);
}

TEST(DeepStack, IsWhereUnitsAreParsed) {
  std::string chain = "// AI-generated: GPT-4\nint f(int x) {\n";
  for (int i = 0; i < 8000; ++i) chain += "if (x == " + std::to_string(i) + ") return 1; else\n";
  const test::Scanned scanned = test::scanCode(chain + "return 0;\n}\n");
  ASSERT_EQ(scanned.entries.size(), 1u);
  EXPECT_EQ(scanned.entries[0].name, "f");
}

}  // namespace
}  // namespace assay::scan
