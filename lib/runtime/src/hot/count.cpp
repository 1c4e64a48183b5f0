// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A call that is counted where it begins. There is no end, so there is nothing to remember.
#include "assay/detail/kinds.h"
#include "runtime/src/cold/entry.h"
#include "runtime/src/hot/cell.h"
#include "runtime/src/hot/thread_block.h"

namespace assay::runtime {
namespace {

// Apart, so that the way everybody takes needs no stack.
__attribute__((noinline)) void countSlowly(assay_v1_site& site, const char* name) noexcept {
  vocabulary::Shard* shard = shardOrLose(site, name);
  if (shard != nullptr) add(shard->entered, 1);
}

}  // namespace
}  // namespace assay::runtime

using namespace assay::runtime;

// NOLINTBEGIN(readability-identifier-naming): C names
extern "C" void assay_v1_count(assay_v1_site* site, const char* name) noexcept {
  const ThreadBlock* block = self;
  assay::vocabulary::Shard* shard =
      __builtin_expect(block != nullptr, 1) ? block->shards[load(site->index)] : nullptr;
  if (__builtin_expect(shard == nullptr, 0)) return countSlowly(*site, name);
  add(shard->entered, 1);
}
// NOLINTEND(readability-identifier-naming)
