// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Without a limit on memory (sanitizers need terabytes of addresses): what fails is called as it would be.
// test/e2e/interrupt_test.py runs the program under a limit.
#include "scan/out_of_memory.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <new>

// As in llvm/Support/ErrorHandling.h: the tests do not see LLVM's headers.
namespace llvm {
// NOLINTNEXTLINE(readability-identifier-naming): LLVM's name
void report_bad_alloc_error(const char* reason, bool crashDiagnostics);
}  // namespace llvm

namespace assay::scan {
namespace {

void end() {
  ::_exit(3);
}

TEST(OutOfMemory, OfOperatorNewEndsTheProgramAsAsked) {
  EXPECT_EXIT(
      {
        onOutOfMemory(end);
        std::get_new_handler()();
      },
      ::testing::ExitedWithCode(3), "");
}

TEST(OutOfMemory, OfLlvmEndsTheProgramAsAsked) {
  EXPECT_EXIT(
      {
        onOutOfMemory(end);
        onOutOfMemory(end);  // twice is once
        llvm::report_bad_alloc_error("a buffer", false);
      },
      ::testing::ExitedWithCode(3), "");
}

}  // namespace
}  // namespace assay::scan
