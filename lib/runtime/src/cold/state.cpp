// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Settings from the environment, the one-time preparations of a process, and the switch.
#include "runtime/src/cold/state.h"

#include <unistd.h>
#include <cstdlib>
#include <cstring>

#include "assay/guard.h"
#include "runtime/src/cold/crash_marks.h"
#include "runtime/src/cold/fork.h"
#include "runtime/src/cold/governor.h"
#include "runtime/src/cold/memory_cells.h"
#include "runtime/src/cold/slow_path.h"
#include "runtime/src/cold/text.h"
#include "runtime/src/cold/threads.h"
#include "runtime/src/hot/cell.h"
#include "runtime/src/hot/clock.h"
#include "vocabulary/metrics.h"

namespace assay::runtime {

State state = {};

namespace {

/// Null in a program that runs with privileges of its own (setuid): whoever started it has no say there.
const char* setting(const char* name) noexcept {
  const char* value = secure_getenv(name);
  return value != nullptr && *value != '\0' ? value : nullptr;
}

bool saysOff(const char* value) noexcept {
  return value != nullptr && (std::strcmp(value, "off") == 0 || std::strcmp(value, "0") == 0);
}

/// The program may change its folder before the file is looked at.
void readControlPath() noexcept {
  const char* path = setting(vocabulary::kEnvControl);
  if (path == nullptr) return;
  Text<sizeof state.control> whole;
  char folder[sizeof state.control];
  if (*path != '/' && getcwd(folder, sizeof folder) != nullptr) whole.add(folder).add("/");
  whole.add(path);
  // A path too long to keep is a file that cannot be opened: the old functions then have all calls.
  const bool fits = std::strlen(whole.text()) + 1 < sizeof state.control;
  std::memcpy(state.control, fits ? whole.text() : "/dev/null", fits ? sizeof state.control : 10);
}

void readFolder() noexcept {
  const char* folder = setting(vocabulary::kEnvFolder);
  if (folder == nullptr) return;
  std::size_t length = std::strlen(folder);
  while (length > 1 && folder[length - 1] == '/') --length;  // else open() would follow a symbolic link
  // A name too long to keep is a folder that cannot be used: the counts then stay in memory.
  const bool fits = length < sizeof state.folder;
  std::memcpy(state.folder, fits ? folder : "/dev/null", fits ? length : 9);
}

// Before the program's own constructors: hooks for fork() that these make then run around ours. A lock they
// take is never waited for under our lock, and their guards in the child count in the child.
__attribute__((constructor(101))) void whenLoaded() noexcept {
  const SlowPath path;
  if (!path.entered()) return;
  prepareSettings();
  prepareThreads();
  prepareForFork();
}

__attribute__((destructor)) void whenUnloaded() noexcept {
  const SlowPath path;
  if (!path.entered()) return;
  if (state.segmentCount != 0 && !state.forked) {
    refreshClockPair();
    for (unsigned i = 0; i < state.segmentCount; ++i) store(state.segments[i].header()->finished, 1u);
  }
  stopWatching();
  forgetThreads();
}

}  // namespace

void prepareSettings() noexcept {
  if (state.settingsRead) return;
  state.settingsRead = true;
  readFolder();
  readControlPath();
  const char* clock = setting(vocabulary::kEnvClock);
  state.wantsMonotonic = clock != nullptr && std::strcmp(clock, "monotonic") == 0;
  state.budgetPerMillion = budgetOf(setting(vocabulary::kEnvBudget));
  state.leavesFaultsAlone = saysOff(setting(vocabulary::kEnvCrashes));
  const bool off = saysOff(setting(vocabulary::kEnvSwitch));
  if (off && !load(state.switchedByProgram)) store(assay_v1_switch, 0u);
}

bool prepareProcess() noexcept {
  if (state.processPrepared && !state.forked) return true;
  if (state.forked) dropWhatTheParentMade();
  if (!state.clockChosen) {
    state.clockChosen = true;
    chooseClock();
    chooseWay(bytesAreCounted());
    measureTiming();
  }
  prepareThreads();
  prepareForFork();
  state.processPrepared = addSegment();
  return state.processPrepared;
}

void countLost(std::uint64_t calls) noexcept {
  // The oldest segment keeps them: it is there as long as the process is.
  const bool noted = __atomic_load_n(&state.segmentCount, __ATOMIC_ACQUIRE) != 0 && !load(state.forked);
  std::uint64_t& lost = noted ? state.segments[0].header()->lostCalls : state.lostCalls;
  __atomic_fetch_add(&lost, calls, __ATOMIC_RELAXED);
}

}  // namespace assay::runtime

using namespace assay::runtime;

// NOLINTBEGIN(readability-identifier-naming): C names
extern "C" {

int assay_set_guards(int on) noexcept {
  store(state.switchedByProgram, true);
  const unsigned before = __atomic_exchange_n(&assay_v1_switch, on != 0 ? 1u : 0u, __ATOMIC_RELAXED);
  if (__atomic_load_n(&state.segmentCount, __ATOMIC_ACQUIRE) != 0 && !load(state.forked)) {
    store(state.segments[0].header()->guardsOn, on != 0 ? 1u : 0u);
  }
  return before != 0 ? 1 : 0;
}

int assay_guards_on() noexcept {
  return load(assay_v1_switch) != 0 ? 1 : 0;
}
}
// NOLINTEND(readability-identifier-naming)
