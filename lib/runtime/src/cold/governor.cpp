// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A thread may spend a part of its time on timing calls (ASSAY_BUDGET, 1 % by default). The budget is shared
// by letting a certain time pass between two timed calls of one site, the same for all its sites: whoever is
// called more seldom than that has every call timed, the others have as many samples a second as each other.
// When they spend more together than the budget, the time becomes longer, and shorter again when there is
// room.
//
// From that time and a site's rate follows how many calls a timed one stands for. Calls come in blocks of
// that many; of each block the call at an evenly drawn place is timed. The size of a block and the place are
// fixed before any of its calls begins, so for each block the timed call times the block's size is right on
// average, however the rate and the durations change from block to block (stratified sampling: Cochran,
// Sampling Techniques, 1977, theorem 5.1).
//
// Where the source says how many calls of a function are timed, its blocks are of that many, whatever they
// cost, and nothing of it is charged to the budget.
//
// A signal handler may come in between anything here: a call of its own is then timed and stands for itself.
#include "runtime/src/cold/governor.h"

#include "runtime/src/cold/entry.h"
#include "runtime/src/cold/state.h"
#include "runtime/src/hot/cell.h"
#include "runtime/src/hot/clock.h"
#include "runtime/src/hot/context.h"
#include "runtime/src/hot/thread_block.h"

namespace assay::runtime {
namespace {

using vocabulary::Shard;

constexpr std::uint32_t kDefaultBudget = 10'000;
constexpr std::uint64_t kAll = 1'000'000;
static_assert(vocabulary::kLargestBlock <= kLargestWeight, "a context holds it");
/// At a pause a site looks as if it were called seldom. It is believed step by step.
constexpr std::uint32_t kFastestFall = 8;
constexpr std::uint64_t kPeriod = 1 << 22;  ///< ticks after which a thread looks at what it has spent
constexpr std::uint32_t kLongestDistance = 1u << 31;

bool isDigit(char c) noexcept {
  return c >= '0' && c <= '9';
}

/// "12.5" in millionths of a whole of 100; reads up to where no number goes on.
std::uint64_t millionths(const char*& at) noexcept {
  std::uint64_t number = 0;
  for (; isDigit(*at); ++at) number = number < kAll ? number * 10 + static_cast<unsigned>(*at - '0') : number;
  number *= 10'000;
  if (*at != '.') return number;
  std::uint64_t place = 1'000;
  for (++at; isDigit(*at); ++at, place /= 10) number += place * static_cast<unsigned>(*at - '0');
  return number;
}

bool isOff(const char* text) noexcept {
  return text[0] == 'o' && text[1] == 'f' && text[2] == 'f' && text[3] == '\0';
}

/// Ticks between two timed calls of a site that is alone.
std::uint64_t shortestDistance() noexcept {
  return state.timingTicks * kAll / state.budgetPerMillion;
}

std::uint32_t between(std::uint64_t least, std::uint64_t value, std::uint64_t most) noexcept {
  const std::uint64_t raised = value < least ? least : value;
  return static_cast<std::uint32_t>(raised < most ? raised : most);
}

/// The distance that follows from what was spent in so many ticks. At most doubled or halved: a period is a
/// small sample.
std::uint32_t nextDistance(std::uint64_t before, std::uint64_t spent, std::uint64_t elapsed) noexcept {
  // What may be spent is elapsed * timing / shortest.
  const std::uint64_t shortest = shortestDistance();
  const std::uint64_t allowed =
      elapsed < (1u << 31) ? elapsed * state.timingTicks / shortest + 1 : ~std::uint64_t{0};
  const std::uint64_t wanted = before * between(1, spent, 1u << 31) / allowed;
  const std::uint64_t doubled = before < kLongestDistance / 2 ? before * 2 : kLongestDistance;
  return between(shortest, between(before / 2, wanted, doubled), kLongestDistance);
}

/// Notes that calls were timed; from time to time, what follows from it.
void charge(Spending& spending, std::uint64_t timed) noexcept {
  const std::uint64_t began = spending.periodBegan;
  const std::uint64_t now = ticks();
  spending.ticks += timed * state.timingTicks;
  const auto elapsed = static_cast<std::int64_t>(now - began);
  if (spending.distance != 0 && elapsed < static_cast<std::int64_t>(kPeriod)) return;
  const std::uint64_t before = spending.distance != 0 ? spending.distance : shortestDistance();
  spending.distance = nextDistance(before, spending.ticks, static_cast<std::uint64_t>(elapsed));
  spending.periodBegan = now;
  spending.ticks = 0;
}

/// Begins differently on each thread and in each run.
std::uint32_t nextRandom(std::uint32_t& state) noexcept {
  // Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8 (2003), doi 10.18637/jss.v008.i14
  if (state == 0)
    state = static_cast<std::uint32_t>(ticks() ^ reinterpret_cast<std::uintptr_t>(&state) >> 6) | 1;
  state ^= state << 13;
  state ^= state >> 17;
  state ^= state << 5;
  return state;
}

/// How many calls take so long at this rate; a power of two, so that rates that differ by little have the
/// same; 1 = each is timed.
std::uint32_t callsIn(std::uint64_t distance, std::uint64_t calls, std::uint64_t ticks) noexcept {
  const std::uint64_t wanted = distance * between(1, calls, 1u << 31) / (ticks != 0 ? ticks : 1);
  std::uint32_t power = 1;
  while (power < wanted && power < vocabulary::kLargestBlock) power *= 2;
  return power;
}

/// The block that comes after `left` calls, which are stood for already.
void setBlock(Shard& shard, std::uint32_t calls, std::uint32_t left, Spending& spending) noexcept {
  const bool all = calls == 1 && left == 0;
  const auto place =
      static_cast<std::uint32_t>((std::uint64_t{nextRandom(spending.random)} * calls >> 32) + 1);
  store(shard.left, static_cast<std::uint16_t>(calls - place));
  store(shard.block, static_cast<std::uint16_t>(all ? 0 : calls));
  store(shard.countdown, all ? 0 : left + place);
}

/// Decides anew. Of the calls since the last decision one was timed, that of a block of so many; 1 = all
/// were.
void decide(Shard& shard, std::uint32_t block) noexcept {
  ThreadBlock& own = *self;
  Pace& pace = own.paces[shard.site];
  const std::uint64_t before = pace.at;
  const std::uint32_t enteredBefore = pace.entered;
  const std::uint64_t now = ticks();
  pace.at = now;
  pace.entered = static_cast<std::uint32_t>(load(shard.entered));
  const std::uint32_t calls = pace.entered - enteredBefore;  // a decision comes sooner than 2^32 of them
  // One in the largest block is as few as there are: no longer distance makes it less.
  const std::uint64_t timed = block == 1 ? calls : block < vocabulary::kLargestBlock ? 1 : 0;
  charge(own.spending, before != 0 ? timed : 0);
  const auto elapsed = static_cast<std::int64_t>(now - before);
  const std::uint32_t wanted = before == 0 ? 1
                                           : callsIn(own.spending.distance, calls,
                                                     elapsed > 0 ? static_cast<std::uint64_t>(elapsed) : 0);
  const std::uint32_t least = block / kFastestFall;
  setBlock(shard, wanted > least ? wanted : least, load(shard.left), own.spending);
}

}  // namespace

std::uint32_t budgetOf(const char* text) noexcept {
  if (text == nullptr) return kDefaultBudget;
  if (isOff(text)) return 0;
  const char* end = text;
  const std::uint64_t budget = millionths(end);
  if (*end == '%') ++end;
  if (*end != '\0' || !isDigit(*text) || budget == 0) return kDefaultBudget;
  return budget < kAll ? static_cast<std::uint32_t>(budget) : 0;
}

// Two time stamps are most of it (docs/explanation/overhead.md); beside real work half as much comes on top.
// The shortest of several rounds: one that was interrupted says nothing.
void measureTiming() noexcept {
  constexpr unsigned kRounds = 8;
  constexpr unsigned kPairs = 16;
  std::uint64_t shortest = ~std::uint64_t{0};
  for (unsigned round = 0; round < kRounds; ++round) {
    const std::uint64_t begun = ticks();
    for (unsigned i = 1; i < 2 * kPairs; ++i) ticks();
    const std::uint64_t took = ticks() - begun;
    if (took < shortest) shortest = took;
  }
  state.timingTicks = between(1, shortest * 3 / (2 * kPairs), 1u << 20);
}

void beginSampling(Shard& shard) noexcept {
  const std::uint32_t sample = sampleOf(shard);
  if (sample > 1) setBlock(shard, sample, 0, self->spending);
}

assay_v1_entry enterForBlock(Shard& shard, std::uint32_t block) noexcept {
  const std::uint32_t sample = sampleOf(shard);
  if (sample > 1) {
    setBlock(shard, sample, load(shard.left), self->spending);
  } else {
    decide(shard, block != 0 ? block : 1);
  }
  const std::uint64_t context = contextNow(*self) | std::uint64_t{block} << kWeightShift;
  return {context, ticks()};
}

void govern(Shard& shard) noexcept {
  const std::uint32_t sample = sampleOf(shard);
  // A signal handler has taken the last step of the countdown away (detail/in_line.h).
  if (sample > 1) return setBlock(shard, sample, 0, self->spending);
  if (load(shard.block) == 0 && sample == 0 && state.budgetPerMillion != 0) decide(shard, 1);
}

}  // namespace assay::runtime
