// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Asked through Clang, as a file does that is scanned.
#include <gmock/gmock.h>

#include "scan/parse_unit.h"
#include "scan/resource_folder.h"
#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

std::vector<UnitDiagnostic> errorsUnless(const std::string& bytes, std::vector<std::string> flags) {
  const test::TemporaryFolder folder;
  const std::string file =
      folder.write("a.cc", "static_assert(__builtin_omp_required_simd_align(int) == " + bytes + ");\n")
          .string();
  flags.insert(flags.begin(), "c++");
  const ParseEnvironment environment{folder.path().string(), findResourceFolder("").value(), {}, {}};
  return collectUnit({folder.path().string(), file, std::move(flags), false}, {}, {}, environment)
      .diagnostics;
}

TEST(OpenMpAlignment, IsThatOfTheTargetsWidestVectors) {
  const std::string x86 = "--target=x86_64-linux-gnu";
  EXPECT_THAT(errorsUnless("16", {x86}), testing::IsEmpty());
  EXPECT_THAT(errorsUnless("32", {x86, "-mavx"}), testing::IsEmpty());
  EXPECT_THAT(errorsUnless("64", {x86, "-mavx512f"}), testing::IsEmpty());
  EXPECT_THAT(errorsUnless("16", {"--target=powerpc64le-linux-gnu"}), testing::IsEmpty());
  EXPECT_THAT(errorsUnless("0", {"--target=aarch64-linux-gnu"}), testing::IsEmpty());
  EXPECT_THAT(errorsUnless("1", {x86}), testing::SizeIs(1)) << "the question is asked at all";
}

}  // namespace
}  // namespace assay::scan
