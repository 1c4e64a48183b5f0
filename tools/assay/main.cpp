// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The program: its verbs are in verbs.cpp.
#include "assay/command.h"

int main(int argc, char** argv) {
  return assay::tool::runProgram(argc, argv);
}
