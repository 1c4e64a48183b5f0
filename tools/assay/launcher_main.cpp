// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// assay-cc: `assay cc` as a program of its own. A build starts it once for each file, and what it does takes
// no Clang: without one inside, starting takes a third of the time.
#include <iostream>

#include "assay/compiler_launch.h"
#include "support/exit_code.h"

int main(int argc, char** argv) {
  if (const auto call = assay::tool::compilerWords(argc, argv)) return assay::tool::launch(*call);
  std::cerr << "usage: assay-cc [--index FILE] [--] COMPILER ARGUMENT…\n"
               "  Compiles with the guards in; `assay cc --help` has the rest.\n";
  return static_cast<int>(assay::ExitCode::Usage);
}
