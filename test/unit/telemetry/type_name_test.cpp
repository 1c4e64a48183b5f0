// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/type_name.h"

#include <gtest/gtest.h>

namespace assay::telemetry {
namespace {

using vocabulary::TypeKind;

TEST(TypeName, ClassesAreSpelledAsInTheSource) {
  EXPECT_EQ(typeName(TypeKind::Mangled, "N7drawing6SquareE"), "drawing::Square");
  EXPECT_EQ(typeName(TypeKind::Mangled, "N12_GLOBAL__N_16CircleE"), "(anonymous namespace)::Circle");
  EXPECT_EQ(typeName(TypeKind::Mangled, "4ListIiE"), "List<int>");
}

TEST(TypeName, OtherTextStaysAsItIs) {
  EXPECT_EQ(typeName(TypeKind::Index, "alternative 3"), "alternative 3");
  EXPECT_EQ(typeName(TypeKind::Text, "T = i"), "T = i");
  EXPECT_EQ(typeName(TypeKind::Text, "i"), "i");
  EXPECT_EQ(typeName(TypeKind::Mangled, ""), "");
  EXPECT_EQ(typeName(TypeKind::Mangled, "N7drawing6Squ"), "N7drawing6Squ") << "cut by the writer";
}

TEST(TypeName, LongOnesAreCutBetweenCharacters) {
  EXPECT_EQ(typeName(TypeKind::Text, std::string(121, 'x')), std::string(120, 'x') + "…");
  EXPECT_EQ(typeName(TypeKind::Text, std::string(119, 'x') + "ä"), std::string(119, 'x') + "…");
  EXPECT_EQ(typeName(TypeKind::Text, std::string(200, '\xBF')), "…");
}

// Each line names the one before it twice.
TEST(TypeName, ANameThatWouldGrowBeyondAllMeasureStaysAsItIs) {
  std::string bomb = "4PairIiiE";
  const std::string digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  std::string arguments;
  for (const char digit : digits) arguments += std::string("4PairIS") + digit + "_S" + digit + "_E";
  bomb = "1FI" + bomb + arguments + "E";
  EXPECT_EQ(typeName(TypeKind::Mangled, bomb), bomb.substr(0, 120) + "…");
  EXPECT_EQ(typeName(TypeKind::Mangled, std::string("3a\0b", 4)), std::string("3a\0b", 4));
}

}  // namespace
}  // namespace assay::telemetry
