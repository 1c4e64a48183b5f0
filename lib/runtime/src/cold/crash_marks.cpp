// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The handler does no more than to write to memory that is mapped already: no lock, no system call but those
// for the time and for the way on. Who has sent a signal decides whether it is a crash: the kernel, for what
// the program did, or the program itself (abort()). A signal from elsewhere is no function's fault.
#include "runtime/src/cold/crash_marks.h"

#include <unistd.h>
#include <cerrno>
#include <csignal>
#include <iterator>

#include "runtime/src/cold/segment.h"
#include "runtime/src/cold/state.h"
#include "runtime/src/hot/cell.h"
#include "runtime/src/hot/choice.h"
#include "runtime/src/hot/clock.h"
#include "runtime/src/hot/thread_block.h"

namespace assay::runtime {
namespace {

using namespace vocabulary;

struct Watch {
  int signal;
  bool isOurs;
  struct sigaction before;
};
Watch watches[] = {{SIGSEGV, false, {}}, {SIGBUS, false, {}},  {SIGILL, false, {}},
                   {SIGFPE, false, {}},  {SIGTRAP, false, {}}, {SIGABRT, false, {}}};
bool isWatching = false;

/// Of this very process: a child that has met no guard yet, and one of vfork(), see their parent's.
const Segment* ownSegment() noexcept {
  const unsigned count = __atomic_load_n(&state.segmentCount, __ATOMIC_ACQUIRE);
  if (count == 0 || load(state.forked)) return nullptr;
  const Segment& segment = state.segments[count - 1];
  return segment.header()->pid == static_cast<std::uint32_t>(getpid()) ? &segment : nullptr;
}

bool isNewFunction(std::uint64_t id) noexcept {
  const std::uint32_t count = __atomic_load_n(&choiceCount, __ATOMIC_ACQUIRE);
  for (std::uint32_t i = 1; i < count; ++i)
    if (load(choices[i].id) == id) return true;
  return false;
}

/// On this thread. The ends of an entry-only site's calls are not seen.
bool isUnderWay(const SiteRecord& site, const Shard* shard) noexcept {
  if (shard == nullptr || (load(site.flags) & kSiteEntryOnly) != 0) return false;
  return static_cast<std::int64_t>(load(shard->entered) - load(shard->ended)) > 0;
}

bool markSites(const Segment& segment) noexcept {
  if (self == nullptr) return false;
  bool marked = false;
  const std::uint32_t count = __atomic_load_n(&segment.header()->siteCount, __ATOMIC_ACQUIRE);
  for (std::uint32_t i = 1; i < count; ++i) {
    SiteRecord& site = segment.sites()[i];
    if (!isUnderWay(site, __atomic_load_n(&self->shards[i], __ATOMIC_ACQUIRE)) || !isNewFunction(site.id))
      continue;
    __atomic_fetch_or(&site.flags, kSiteCrashed, __ATOMIC_RELAXED);
    marked = true;
  }
  return marked;
}

bool mark(int signal) noexcept {
  const Segment* segment = ownSegment();
  if (segment == nullptr || !markSites(*segment)) return false;
  store(segment->header()->crashedAt, realtimeNanoseconds());
  publish(segment->header()->crashSignal, static_cast<std::uint32_t>(signal));
  return true;
}

void takeBack() noexcept {
  const Segment* segment = ownSegment();
  if (segment == nullptr) return;
  store(segment->header()->crashSignal, 0u);
  for (std::uint32_t i = 1; i < load(segment->header()->siteCount); ++i)
    __atomic_fetch_and(&segment->sites()[i].flags, ~kSiteCrashed, __ATOMIC_RELAXED);
}

bool isOwnFault(const siginfo_t& info) noexcept {
  return info.si_code > 0 || info.si_pid == getpid();
}

/// Whether the instruction that is at fault runs again when a handler returns.
bool comesAgain(int signal, int code) noexcept {
  if (signal == SIGBUS) return code > 0 && code <= BUS_OBJERR;
  return code > 0 && (signal == SIGSEGV || signal == SIGILL || signal == SIGFPE);
}

/// The process ends where it would have ended, and a core shows that place: by the instruction that runs
/// again, else by a signal that waits until this handler has returned.
void endByDefault(int signal, int code) noexcept {
  struct sigaction none = {};
  none.sa_handler = SIG_DFL;
  sigaction(signal, &none, nullptr);
  if (!comesAgain(signal, code)) raise(signal);
}

void onFault(int signal, siginfo_t* info, void* context) noexcept;

/// Whether the program goes on as if nothing had been: another handler that ended nothing, and that is not
/// gone itself, as one is that lets the signal come again.
bool isMendedBy(const struct sigaction& before, int signal, siginfo_t* info, void* context) noexcept {
  if ((before.sa_flags & static_cast<int>(SA_RESETHAND)) != 0) {
    struct sigaction none = {};
    none.sa_handler = SIG_DFL;
    sigaction(signal, &none, nullptr);
  }
  if ((before.sa_flags & SA_SIGINFO) != 0)
    before.sa_sigaction(signal, info, context);
  else
    before.sa_handler(signal);
  struct sigaction now;
  return sigaction(signal, nullptr, &now) == 0 && now.sa_sigaction == onFault;
}

const Watch& watchOf(int signal) noexcept {
  const Watch* watch = watches;
  while (watch->signal != signal) ++watch;
  return *watch;
}

void onFault(int signal, siginfo_t* info, void* context) noexcept {
  const int before = errno;
  const bool marked = isOwnFault(*info) && mark(signal);
  if (marked) decider.faultFrame = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
  const struct sigaction& next = watchOf(signal).before;
  errno = before;
  if (next.sa_handler == SIG_DFL) {
    endByDefault(signal, info->si_code);
  } else if (isMendedBy(next, signal, info, context) && marked) {
    takeBack();
    decider.faultFrame = 0;
  }
  errno = before;
}

/// What nobody handled has room on an alternate stack, where the thread has one: its own may be full.
void watch(Watch& one) noexcept {
  if (sigaction(one.signal, nullptr, &one.before) != 0 || one.before.sa_handler == SIG_IGN) return;
  struct sigaction ours = {};
  ours.sa_sigaction = onFault;
  ours.sa_mask = one.before.sa_mask;
  const int kept = one.before.sa_flags & (SA_ONSTACK | SA_NODEFER | SA_RESTART);
  ours.sa_flags = SA_SIGINFO | (one.before.sa_handler == SIG_DFL ? SA_ONSTACK : kept);
  one.isOurs = sigaction(one.signal, &ours, nullptr) == 0;
}

}  // namespace

void watchForCrashes() noexcept {
  if (isWatching || state.leavesFaultsAlone) return;
  isWatching = true;
  for (Watch& one : watches) watch(one);
}

void stopWatching() noexcept {
  for (Watch& one : watches) {
    struct sigaction now;
    if (one.isOurs && sigaction(one.signal, nullptr, &now) == 0 && now.sa_sigaction == onFault)
      sigaction(one.signal, &one.before, nullptr);
    one.isOurs = false;
  }
  isWatching = false;
}

void goesOn(std::uint64_t frame) noexcept {
  if (decider.faultFrame == 0 || frame <= decider.faultFrame) return;
  decider.faultFrame = 0;
  takeBack();
}

}  // namespace assay::runtime
