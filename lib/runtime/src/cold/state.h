// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Everything the runtime knows about its process: constant-initialised (guards run before any constructor)
// and never destroyed (guards run after every destructor). Changed only on the slow path, under its lock,
// unless said otherwise.
#pragma once

#include <cstddef>
#include <cstdint>

#include "runtime/src/cold/segment.h"
#include "runtime/src/hot/thread_block.h"
#include "runtime/src/hot/types.h"

namespace assay::runtime {

constexpr unsigned kMaxSegments = 8;

struct State {
  bool settingsRead;
  bool clockChosen;  // once, whatever becomes of the rest
  bool processPrepared;
  bool switchedByProgram;   ///< assay_set_guards() was called: the environment has no say any more. Atomic
  bool forked;              ///< this is a child; what the parent made is still to be dropped
  std::uint64_t forks;      ///< number of forks behind this process
  std::uint64_t retryAt;    ///< CLOCK_MONOTONIC; 0 = there was room. Atomic
  std::uint64_t lostCalls;  ///< before there was a segment to note them in. Atomic
  std::uint32_t siteCount;  ///< including the unused 0
  std::uint32_t nameUsed;
  std::uint32_t* siteTable;  ///< open hash table of site indices by id
  std::uint32_t typeCount;
  const char* names;  ///< in the newest segment; null: there is none. Published; read without the lock, too
  KnownTypes* knownTypes;       ///< by site; null until a type is met. Published; read without the lock, too
  std::uint64_t typesRetryAt;   ///< CLOCK_MONOTONIC; 0 = there was room for types. Atomic
  std::uint64_t memoryRetryAt;  ///< CLOCK_MONOTONIC; 0 = there was room for memory cells. Atomic
  std::uint64_t errorsRetryAt;  ///< CLOCK_MONOTONIC; 0 = there was room for error cells. Atomic
  unsigned segmentCount;        ///< atomic
  Segment segments[kMaxSegments];  ///< the last one takes what is new
  Segment inherited;    ///< in a child, until it has a segment: where the site table is copied from
  ThreadBlock* blocks;  ///< published; read without the lock, too
  ThreadBlock* freeBlocks;
  const ThreadBlock* keptBlock;  ///< in a child: of the thread that forked
  std::uint32_t blockCount;      ///< atomic
  char folder[512];              ///< ASSAY_DIR; empty = the default
  char control[512];             ///< ASSAY_CONTROL; empty = in the folder
  bool wantsMonotonic;
  bool leavesFaultsAlone;          ///< ASSAY_CRASHES=off
  std::uint32_t budgetPerMillion;  ///< of a thread's time, for timing calls; 0 = all are timed
  std::uint32_t timingTicks;       ///< what timing a call costs
};

extern State state;

/// Reads the environment, once. Also run when the library is loaded, before there are threads.
void prepareSettings() noexcept;

/// Chooses the clock and makes the segment, once per process. False when the guards cannot work at all.
bool prepareProcess() noexcept;

/// Counts calls that could not be recorded. Any thread, any time.
void countLost(std::uint64_t calls) noexcept;

}  // namespace assay::runtime
