// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The end of a call whose bytes are counted. As in a shard, each number is one addition, which a signal
// handler comes before or after.
#include "runtime/src/hot/memory.h"

#include "runtime/src/hot/context.h"

namespace assay::runtime {

void countMemory(const ThreadBlock& block, std::uint32_t site, const assay_v1_running& call) noexcept {
  const assay_v1_bytes after = bytesNow(&block);
  if (call.before.allocated == kNotCounted || after.allocated == kNotCounted) return;
  vocabulary::MemoryCell* cell = block.memory != nullptr ? block.memory[site] : nullptr;
  if (__builtin_expect(cell == nullptr, 0)) cell = makeMemoryCell(site);
  if (cell == nullptr) return;
  // The others that it stood for were in the process where it began.
  const std::uint64_t context = call.entry.context;
  const std::uint64_t weight = processOf(contextNow(block)) == processOf(context) ? weightOf(context) : 1;
  add(cell->allocated, (after.allocated - call.before.allocated) * weight);
  add(cell->freed, (after.freed - call.before.freed) * weight);
  add(cell->calls, weight);
}

}  // namespace assay::runtime
