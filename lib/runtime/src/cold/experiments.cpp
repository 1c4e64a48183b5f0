// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One thread of the process looks at the control file every tenth of a second, as long as decisions are made.
// A thread asks the clock for it at each decision, or at one of thirty-two where these come quickly.
//
// An experiment ends by itself when most calls of the new function take longer than its tag allows, which is
// seen at these looks, when a process has crashed in it, which is looked for at the first of them, and when
// calls fail one after the other. The last costs nothing while they do not: the number of calls that have
// ended since the error before tells whether one in between went well.
#include "runtime/src/cold/experiments.h"

#include <unistd.h>
#include <cerrno>
#include <cstring>
#include <ctime>

#include "runtime/src/cold/call_times.h"
#include "runtime/src/cold/control.h"
#include "runtime/src/cold/crash_marks.h"
#include "runtime/src/cold/crash_search.h"
#include "runtime/src/cold/entry.h"
#include "runtime/src/cold/say.h"
#include "runtime/src/cold/segment_file.h"
#include "runtime/src/cold/slow_path.h"
#include "runtime/src/cold/state.h"
#include "runtime/src/cold/text.h"
#include "runtime/src/hot/cell.h"
#include "runtime/src/hot/choice.h"
#include "runtime/src/hot/clock.h"

namespace assay::runtime {
namespace {

using namespace vocabulary;

constexpr std::uint64_t kBetweenLooks = 100'000'000;  // nanoseconds
constexpr std::uint64_t kQuickly = 10'000'000;        // between two looks of a thread at the clock
constexpr std::uint64_t kLongestPace = 31;

std::uint64_t nextLook = 0;  // coarse nanoseconds; 0 = there was none. Atomic

// The rest is the slow path's.
bool sawFile = false;
const char* problemSaid = nullptr;

/// Of the kernel's last tick: read in a few nanoseconds, without the time-stamp counter.
std::uint64_t coarseNanoseconds() noexcept {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
  return static_cast<std::uint64_t>(now.tv_sec) * 1'000'000'000u + static_cast<std::uint64_t>(now.tv_nsec);
}

void sayProblem(const char* problem) noexcept {
  if (problem == nullptr || problem == problemSaid) return;
  Text<1024> line;
  line.add("assay: ").add(controlPath()).add(": ").add(problem);
  line.add("; the old functions of all experiments are called until it is right\n");
  say(line.text());
}

/// What stands in the way of the file; null when nothing does.
const char* problemOf(const Control& control) noexcept {
  if (control.problem != nullptr) return control.problem;
  return sawFile && !control.exists ? "it is gone" : nullptr;
}

/// What was counted before a decision is not held against what comes after it.
void beginCounting(Choice& choice) noexcept {
  store(choice.errorsInARow, 0u);
  if (choice.longest != 0) choice.judged = callTimesOf(choice.id, choice.longest);
}

void takeEntry(Choice& choice, const ControlEntry& entry) noexcept {
  const bool isDecidedAnew = entry.revision != choice.revision;
  if (load(choice.stopped) != 0 && !isDecidedAnew) return;
  if (isDecidedAnew) beginCounting(choice);
  store(choice.stopped, 0u);
  choice.toBeWritten = false;
  choice.revision = entry.revision;
  const std::uint32_t limit = entry.errorLimit == 0 ? choice.tagErrorLimit : entry.errorLimit;
  store(choice.errorLimit, limit == kNoErrorLimit ? 0u : limit);
  store(choice.part.salt, assay_v1_u64{entry.salt != 0 ? entry.salt : saltOf(choice.id)});
  giveShare(choice, shareNow(entry));
}

void takeTag(Choice& choice) noexcept {
  if (load(choice.stopped) != 0) return;
  choice.revision = 0;
  store(choice.errorLimit, choice.tagErrorLimit);
  store(choice.part.salt, assay_v1_u64{saltOf(choice.id)});
  giveShare(choice, choice.tagShare);
}

void take(Choice& choice, Control& control, const char* problem) noexcept {
  const ControlEntry* entry = control.find(choice.id);
  if (problem != nullptr)
    giveShare(choice, 0);
  else if (entry != nullptr)
    takeEntry(choice, *entry);
  else
    takeTag(choice);
}

void takeAll(Control& control) noexcept {
  const char* problem = problemOf(control);
  sayProblem(problem);
  problemSaid = problem;
  sawFile = control.exists || sawFile;
  for (std::uint32_t i = 1; i < choiceCount; ++i) take(choices[i], control, problem);
}

void note(const Choice& choice, ControlEntry& entry) noexcept {
  if (entry.revision == 0) {
    entry.share = choice.tagShare;
    entry.nameLength = choice.nameLength;
    std::memcpy(entry.name, choice.name, sizeof entry.name);
  }
  entry.state = static_cast<std::uint32_t>(ControlState::Stopped);
  entry.stoppedFor = choice.stoppedFor;
  entry.stoppedBy = choice.stoppedBy;
}

/// Whether the file says of the experiment what it should: a person may have decided meanwhile.
bool noteStopped(Choice& choice, Control& control) noexcept {
  ControlEntry* entry = control.find(choice.id);
  if ((entry == nullptr ? 0 : entry->revision) != choice.revision) return false;
  if (entry == nullptr) entry = control.add(choice.id);
  if (entry == nullptr) return false;
  note(choice, *entry);
  return true;
}

/// Others that read the file stop with it. False: it cannot be written, which is tried again at each look.
bool writeStopped() noexcept {
  const int lock = lockControl();
  if (lock < 0) return errno == EWOULDBLOCK;  // somebody else writes just now
  Control& control = readControl();
  bool changed = false;
  for (std::uint32_t i = 1; i < choiceCount && control.problem == nullptr; ++i)
    if (choices[i].toBeWritten) changed = noteStopped(choices[i], control) || changed;
  const bool written = !changed || writeControl(control);
  for (std::uint32_t i = 1; written && i < choiceCount; ++i) choices[i].toBeWritten = false;
  closeFile(lock);
  return written;
}

bool hasSomethingToWrite() noexcept {
  for (std::uint32_t i = 1; i < choiceCount; ++i)
    if (choices[i].toBeWritten) return true;
  return false;
}

void lookAtFile() noexcept {
  prepareSettings();
  if (hasSomethingToWrite()) writeStopped();
  takeAll(readControl());
}

std::uint32_t thisProcess() noexcept {
  return static_cast<std::uint32_t>(getpid());
}

void sayStopped(const Choice& choice, const char* why, bool isWritten) noexcept {
  Text<1024> line;
  Text<sizeof choice.name + 1> name;
  char text[sizeof choice.name + 1] = {};
  std::memcpy(text, choice.name, choice.nameLength);
  line.add("assay: ").add(name.add(text).text()).add(why);
  line.add("; the function it replaces is called until `assay experiment set` says otherwise");
  if (!isWritten) line.add(", by this process alone: cannot write ").add(controlPath());
  say(line.add("\n").text());
}

void noteEnd(Choice& choice, StopReason reason, std::uint32_t process, const char* why) noexcept {
  store(choice.stopped, 1u);  // a look may just have been under way
  giveShare(choice, 0);
  choice.toBeWritten = true;
  choice.stoppedFor = static_cast<std::uint8_t>(reason);
  choice.stoppedBy = process;
  sayStopped(choice, why, writeStopped());
}

/// "20 ms" in the largest unit of which it is a whole number.
template <std::size_t Capacity>
void addTime(Text<Capacity>& text, std::uint64_t nanoseconds) noexcept {
  const char* const words[] = {" ns", " us", " ms", " s"};
  unsigned unit = 0;
  for (; unit < 3 && nanoseconds % 1000 == 0; ++unit) nanoseconds /= 1000;
  text.addDecimal(nanoseconds).add(words[unit]);
}

void endForTime(Choice& choice, const CallTimes& now) noexcept {
  if (__atomic_exchange_n(&choice.stopped, 1u, __ATOMIC_RELAXED) != 0) return;
  Text<128> why;
  why.add(" took longer than ");
  addTime(why, choice.longest);
  why.add(" in ");
  why.addDecimal(now.tooLong - choice.judged.tooLong).add(" of ");
  why.addDecimal(now.counted - choice.judged.counted).add(" calls");
  noteEnd(choice, StopReason::Time, thisProcess(), why.text());
}

void judgeTimes(Choice& choice) noexcept {
  if (choice.longest == 0 || load(choice.share) == 0) return;
  const CallTimes now = callTimesOf(choice.id, choice.longest);
  if (!areEnough(choice.judged, now)) return;
  if (areMostTooLong(choice.judged, now)) endForTime(choice, now);
  choice.judged = now;
}

void endForCrash(Choice& choice, const Crash& crash) noexcept {
  Text<96> why;
  why.add(" crashed in process ").addDecimal(crash.pid);
  why.add(" (signal ").addDecimal(crash.signal).add(")");
  noteEnd(choice, StopReason::Crash, crash.pid, why.text());
}

/// A crash before somebody's decision is not held against it. While the file cannot be used all are stopped,
/// and nobody knows what was decided.
void judgeCrashes(Choice& choice) noexcept {
  const Crash* crash = problemSaid == nullptr ? crashIn(choice.id) : nullptr;
  if (crash == nullptr) return;
  const bool isNews = load(choice.share) != 0 && load(choice.stopped) == 0 && crash->at > choice.revision;
  if (isNews) endForCrash(choice, *crash);
  if (!choice.toBeWritten) forgetCrashesIn(choice.id);
}

void look() noexcept {
  lookAtFile();
  searchForCrashes();
  for (std::uint32_t i = 1; i < choiceCount; ++i) {
    judgeCrashes(choices[i]);
    judgeTimes(choices[i]);
  }
}

std::uint32_t knownChoice(std::uint64_t id) noexcept {
  for (std::uint32_t i = 1; i < choiceCount; ++i)
    if (choices[i].id == id) return i;
  return 0;
}

void takeTerms(Choice& choice, std::uint64_t terms) noexcept {
  constexpr std::uint64_t kShareMask = (1u << 14) - 1, kErrorMask = (1u << 10) - 1;
  choice.tagShare = static_cast<std::uint32_t>(terms & kShareMask);
  const auto errors = static_cast<std::uint32_t>(terms >> 14 & kErrorMask);
  choice.tagErrorLimit = errors == 0 ? kDefaultErrorLimit : errors - 1;
  choice.longest = terms >> 24;
}

std::uint32_t makeChoice(const assay_v1_choice& from, const char* name) noexcept {
  if (choiceCount > kMaxExperiments) return kWithoutRoom;
  Choice& choice = choices[choiceCount];
  store(choice.id, static_cast<std::uint64_t>(from.id));
  takeTerms(choice, from.terms);
  choice.nameLength = static_cast<std::uint8_t>(strnlen(name, sizeof choice.name));
  std::memcpy(choice.name, name, choice.nameLength);
  publish(choiceCount, choiceCount + 1);
  return choiceCount - 1;
}

void makeKnown(assay_v1_choice& choice, const char* name) noexcept {
  std::uint32_t index = knownChoice(choice.id);
  if (index == 0) index = makeChoice(choice, name);
  watchForCrashes();
  look();  // before anybody finds it with a share of 0 that nobody gave it
  publish(choice.part, static_cast<const assay_v1_part*>(&choices[index].part));
}

/// True for one thread of those that find that it is time to.
bool isTimeToLook(std::uint64_t now) noexcept {
  std::uint64_t due = load(nextLook);
  return now >= due && __atomic_compare_exchange_n(&nextLook, &due, now + kBetweenLooks, false,
                                                   __ATOMIC_RELAXED, __ATOMIC_RELAXED);
}

void seed(Decider& own, std::uint64_t now) noexcept {
  // 1: a signal's handler has made the first decision in the middle of this one.
  if (own.random != 0 && assay_v1_this_decider.sequence > 1) return;
  const auto thread = reinterpret_cast<std::uintptr_t>(&own);
  const std::uint64_t bits =
      mix(thread ^ mix(now ^ fastTicks() ^ static_cast<std::uint64_t>(getpid()) << 32));
  own.random = bits | 1;
  assay_v1_this_decider.sequence = mix(bits);
}

void setPace(Decider& own, std::uint64_t now) noexcept {
  const bool quickly = now - own.lookedAt < kQuickly;
  own.lookedAt = now;
  givePace(quickly ? (own.pace * 2 + 1) & kLongestPace : 0);
}

void stop(Choice& choice, std::uint32_t errors) noexcept {
  giveShare(choice, 0);
  if (__atomic_exchange_n(&choice.stopped, 1u, __ATOMIC_RELAXED) != 0) return;
  const SlowPath path;
  if (!path.entered()) return;  // its threads have stopped; only nobody else is told
  Text<64> why;
  why.add(" failed ").addDecimal(errors).add(" times in a row");
  noteEnd(choice, StopReason::Errors, thisProcess(), why.text());
}

/// How many errors there were since a call went well, with this one. Errors of several threads at once may
/// count as in a row or not.
std::uint32_t errorsInARow(Choice& choice, std::uint64_t ended) noexcept {
  const std::uint64_t before = __atomic_exchange_n(&choice.endedAtError, ended, __ATOMIC_RELAXED);
  if (ended - before > 1 && before < ended) store(choice.errorsInARow, 0u);
  return __atomic_add_fetch(&choice.errorsInARow, 1u, __ATOMIC_RELAXED);
}

}  // namespace

const Choice& lookAtExperiments(assay_v1_choice& choice, const char* name) noexcept {
  Decider& own = decider;
  goesOn(reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0)));
  const std::uint64_t now = coarseNanoseconds();
  seed(own, now);
  setPace(own, now);
  const Choice* known = knownOf(choice);
  if (known != nullptr && !isTimeToLook(now)) return *known;
  const SlowPath path;
  if (!path.entered()) return known != nullptr ? *known : choices[kWithoutRoom];
  if (known = knownOf(choice); known == nullptr)
    makeKnown(choice, name);
  else
    look();
  return *knownOf(choice);
}

void noteErrorOfExperiment(const Shard& shard) noexcept {
  const std::uint64_t id = siteIdOf(shard);
  const std::uint32_t count = __atomic_load_n(&choiceCount, __ATOMIC_ACQUIRE);
  for (std::uint32_t i = 1; i < count; ++i) {
    Choice& choice = choices[i];
    if (load(choice.id) != id) continue;
    const std::uint32_t errors = errorsInARow(choice, endedCalls(shard));
    const std::uint32_t limit = load(choice.errorLimit);
    if (limit != 0 && errors >= limit && load(choice.share) != 0) stop(choice, errors);
    return;
  }
}

void beginAnew() noexcept {
  decider.random = 0;
  assay_v1_this_decider.sequence = 0;
  decider.faultFrame = 0;
  searchAgain();
  // Its calls are counted from nothing again.
  for (std::uint32_t i = 1; i < choiceCount; ++i) {
    store(choices[i].endedAtError, std::uint64_t{0});
    store(choices[i].errorsInARow, 0u);
    choices[i].judged = {};
  }
}

}  // namespace assay::runtime
