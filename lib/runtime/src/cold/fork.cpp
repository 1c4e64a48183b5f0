// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The hooks do next to nothing, because most children run another program at once; the child's first guard
// does the rest.
#include "runtime/src/cold/fork.h"

#include <pthread.h>
#include <sys/mman.h>

#include "runtime/src/cold/experiments.h"
#include "runtime/src/cold/slow_path.h"
#include "runtime/src/cold/state.h"
#include "runtime/src/cold/threads.h"
#include "runtime/src/hot/cell.h"

namespace assay::runtime {
namespace {

bool hooksMade = false;

void beforeFork() noexcept {
  SlowPathAcrossFork::open();
}
void afterForkInParent() noexcept {
  SlowPathAcrossFork::closeInParent();
}

void afterForkInChild() noexcept {
  keepBlockOfThisThread();
  beginAnew();
  ++state.forks;
  store(state.forked, true);
  state.lostCalls = 0;
  state.retryAt = 0;
  SlowPathAcrossFork::closeInChild();
}

}  // namespace

void prepareForFork() noexcept {
  if (!hooksMade) hooksMade = pthread_atfork(beforeFork, afterForkInParent, afterForkInChild) == 0;
}

void dropWhatTheParentMade() noexcept {
  freeAllBlocks();
  if (state.segmentCount == 0) return store(state.forked, false);  // as before, or `inherited` is still there
  state.inherited = state.segments[state.segmentCount - 1];
  publish(state.names, static_cast<const char*>(nullptr));
  for (unsigned i = 0; i + 1 < state.segmentCount; ++i)
    munmap(state.segments[i].base, state.segments[i].bytes);
  publish(state.segmentCount, 0u);
  store(state.forked, false);
}

}  // namespace assay::runtime
