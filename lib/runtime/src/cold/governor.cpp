// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A thread may spend a part of its time on timing calls (ASSAY_BUDGET, 1 % by default). The budget is shared
// by letting a certain time pass between two timed calls of one site, the same for all its sites: whoever is
// called more seldom than that has every call timed, the others have as many samples a second as each other.
// When they spend more together than the budget, the time becomes longer, and shorter again when there is
// room.
//
// From that time and a site's rate follows how many calls a timed one stands for. That number is drawn
// around it, so that a pattern in the calls is not met at the same place each time, and is fixed before the
// calls begin: which one is timed has nothing to do with how long it takes, so sums that weight each timed
// call with the calls it stands for are right on average (Horvitz and Thompson 1952, doi
// 10.1080/01621459.1952.10483446).
//
// A signal handler may come in between anything here; it costs at worst one call more or less that is timed.
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
/// One call in so many costs next to nothing beside counting them all, whatever the budget; and so many pass
/// before a site that has become quiet is noticed.
constexpr std::uint32_t kLargestGap = 1024;
static_assert(kLargestGap + kLargestGap / 2 <= kLargestWeight, "a context holds what can be drawn");
constexpr std::uint64_t kPeriod = 1 << 22;  ///< ticks after which a thread looks at what it has spent
constexpr std::uint32_t kLongestDistance = 1u << 31;
constexpr unsigned kPaceShift = 8;  ///< as Pace::at

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

/// Notes that calls were timed; from time to time, the distance that follows from what was spent.
void charge(Spending& spending, std::uint64_t now, std::uint64_t timed) noexcept {
  spending.ticks += timed * state.timingTicks;
  const std::uint64_t elapsed = now - spending.periodBegan;
  if (spending.distance != 0 && elapsed < kPeriod) return;
  const std::uint64_t shortest = shortestDistance();
  const std::uint64_t before = spending.distance != 0 ? spending.distance : shortest;
  // What may be spent is elapsed * timing / shortest. At most doubled or halved: a period is a small sample.
  const std::uint64_t allowed =
      elapsed < (1u << 31) ? elapsed * state.timingTicks / shortest + 1 : ~std::uint64_t{0};
  const std::uint64_t wanted = before * between(1, spending.ticks, 1u << 31) / allowed;
  const std::uint32_t next = between(before / 2, wanted, before * 2);
  spending.distance = between(shortest, next, kLongestDistance);
  spending.periodBegan = now;
  spending.ticks = 0;
}

std::uint32_t nextRandom(std::uint32_t& state) noexcept {
  // Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8 (2003), doi 10.18637/jss.v008.i14
  state = state != 0 ? state : 0x9e3779b9u;
  state ^= state << 13;
  state ^= state >> 17;
  state ^= state << 5;
  return state;
}

/// How many calls take so long at this rate; a power of two, 1 = each is timed.
std::uint32_t callsIn(std::uint64_t distance, std::uint64_t calls, std::uint64_t ticks) noexcept {
  const std::uint64_t wanted = distance * calls / (ticks != 0 ? ticks : 1);
  std::uint32_t power = 1;
  while (power < wanted && power < kLargestGap) power *= 2;
  return power;
}

/// The next timed call stands for about so many.
void setGap(Shard& shard, std::uint32_t calls, Spending& spending) noexcept {
  const std::uint32_t gap = calls > 1 ? calls / 2 + 1 + (nextRandom(spending.random) & (calls - 1)) : 0;
  store(shard.gap, gap);
  store(shard.countdown, gap);
}

/// Decides anew; `timed` of the calls since the last decision were timed, or all of them (0).
void decide(Shard& shard, std::uint64_t timed) noexcept {
  ThreadBlock& block = *self;
  const std::uint64_t now = ticks();
  Pace& pace = block.paces[shard.site];
  const Pace before = pace;
  pace = {static_cast<std::uint32_t>(now >> kPaceShift) | 1, static_cast<std::uint32_t>(load(shard.entered))};
  const std::uint32_t calls = pace.entered - before.entered;
  charge(block.spending, now, timed != 0 || before.at == 0 ? timed : calls);
  if (before.at == 0) return;
  const std::uint64_t elapsed = std::uint64_t{pace.at - before.at} << kPaceShift;
  setGap(shard, callsIn(block.spending.distance, calls, elapsed), block.spending);
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

assay_v1_entry enterAfterOthers(Shard& shard) noexcept {
  const std::uint64_t weight = load(shard.gap);
  decide(shard, 1);
  const std::uint64_t context = contextNow(*self) | weight << kWeightShift;
  return {context, ticks()};
}

// A call that lasts so long comes seldom enough.
void govern(Shard& shard, std::uint64_t duration) noexcept {
  if (state.budgetPerMillion == 0 || duration >= shortestDistance()) return;
  decide(shard, 0);
}

}  // namespace assay::runtime
