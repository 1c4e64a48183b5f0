// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/huge_pages.h"

#include <sys/mman.h>

#include <cstdint>

namespace assay {
namespace {

constexpr std::uintptr_t kHugePage = std::uintptr_t{1} << 21;

std::uintptr_t roundedUp(std::uintptr_t address) {
  return (address + kHugePage - 1) & ~(kHugePage - 1);
}

}  // namespace

void askForHugePages(void* memory, std::size_t bytes) {
#ifdef MADV_HUGEPAGE
  // Whole pages inside the buffer only: its neighbours are not ours.
  const auto address = reinterpret_cast<std::uintptr_t>(memory);
  const std::uintptr_t begin = roundedUp(address);
  const std::uintptr_t end = (address + bytes) & ~(kHugePage - 1);
  if (begin < end)  // refused where the kernel has no huge pages, which changes nothing
    static_cast<void>(::madvise(static_cast<char*>(memory) + (begin - address), end - begin, MADV_HUGEPAGE));
#else
  static_cast<void>(memory), static_cast<void>(bytes);
#endif
}

}  // namespace assay
