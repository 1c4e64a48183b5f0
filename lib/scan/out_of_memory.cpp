// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/out_of_memory.h"

#include <llvm/Support/ErrorHandling.h>

#include <atomic>
#include <new>

namespace assay::scan {
namespace {

std::atomic<void (*)()> endOfProgram{nullptr};

}  // namespace

void onOutOfMemory(void (*end)()) {
  endOfProgram = end;
  std::set_new_handler(end);
  llvm::remove_bad_alloc_error_handler();
  llvm::install_bad_alloc_error_handler([](void*, const char*, bool) { endOfProgram.load()(); });
}

}  // namespace assay::scan
