// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Functions that run in the shadow of others, as `assay instrument` writes them. Ends with 0 when every call
// had the old function's result; the test reads what the guards counted.
#include <assay/experiment.h>
#include <assay/inserted_experiment.h>
#include <setjmp.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

static std::atomic<unsigned> wrong(0);

static void expect(bool isRight) {
  if (!isRight) ++wrong;
}

// Differs for odd numbers; throws for multiples of ten.
static int twice(int value) {
  if (value == 7) throw std::runtime_error("the old one");
  return 2 * value;
}
static int twiceFast(int value) { ASSAY_INSERTED_SHADOW(0x0000000000000401, "twiceFast", 10000, 0x0000000000000402, "twiceFast, in the shadow of twice", 10000); ASSAY_INSERTED_SIZE(0x0000000000000402, value); ASSAY_INSERTED_COMPARE(0x0000000000000402, 0x0000000000000403, "twice, replaced by twiceFast", twiceFast(value), twice(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_GUARD(0x0000000000000401, "twiceFast");
  if (value % 10 == 0) throw std::runtime_error("on purpose");
  return value % 2 == 0 ? 2 * value : -1;
}

// By value, so that both need the argument; and a member.
struct Words {
  std::vector<std::string> all;
  std::vector<std::string> with(std::vector<std::string> more) const {
    more.insert(more.end(), all.begin(), all.end());
    return more;
  }
  std::vector<std::string> withFast(std::vector<std::string> more) const { ASSAY_INSERTED_SHADOW(0x0000000000000411, "Words::withFast", 10000, 0x0000000000000412, "Words::withFast, in the shadow of Words::with", 10000); ASSAY_INSERTED_SIZE(0x0000000000000412, more.size()); ASSAY_INSERTED_COMPARE(0x0000000000000412, 0x0000000000000413, "Words::with, replaced by Words::withFast", withFast(more), with(ASSAY_INSERTED_PASS(more))); ASSAY_INSERTED_GUARD(0x0000000000000411, "Words::withFast"); ASSAY_INSERTED_SIZE(0x0000000000000411, more.size());
    for (const std::string& one : all) more.push_back(one);
    return more;
  }
};

// A comparator, and results by reference.
static bool nearly(double one, double other) {
  return one - other < 0.5 && other - one < 0.5;
}
static const double& first(const double& value) { return value; }
static const double& firstFast(const double& value) { ASSAY_INSERTED_SHADOW(0x0000000000000421, "firstFast", 10000, 0x0000000000000422, "firstFast, in the shadow of first", 10000); ASSAY_INSERTED_COMPARE_BY(0x0000000000000422, 0x0000000000000423, "first, replaced by firstFast", firstFast(value), first(ASSAY_INSERTED_PASS(value)), nearly); ASSAY_INSERTED_GUARD(0x0000000000000421, "firstFast");
  static const double kNear = 1.25, kFar = 9;
  return value < 2 ? kNear : kFar;
}

// Calls itself, and another one that has a shadow.
static unsigned sum(unsigned count) { return count * (count + 1) / 2; }
static unsigned sumFast(unsigned count) { ASSAY_INSERTED_SHADOW(0x0000000000000431, "sumFast", 10000, 0x0000000000000432, "sumFast, in the shadow of sum", 10000); ASSAY_INSERTED_COMPARE(0x0000000000000432, 0x0000000000000433, "sum, replaced by sumFast", sumFast(count), sum(ASSAY_INSERTED_PASS(count))); ASSAY_INSERTED_GUARD(0x0000000000000431, "sumFast");
  expect(twiceFast(3) == 6);  // the old function's result, and no shadow of it
  return count == 0 ? 0 : count + sumFast(count - 1);
}

// Whichever runs first; throws as `twice` does.
static unsigned oldRuns = 0, newRuns = 0, oldFirst = 0;
static int either(int value, const std::string& text) {
  if (newRuns == oldRuns) ++oldFirst;
  ++oldRuns;
  if (value == 7) throw std::runtime_error("the old one");
  return value + static_cast<int>(text.size());
}
static int eitherFast(int value, const std::string& text) { ASSAY_INSERTED_SHADOW(0x0000000000000471, "eitherFast", 10000, 0x0000000000000472, "eitherFast, in the shadow of either", 10000); ASSAY_INSERTED_COMPARE_EITHER(0x0000000000000472, 0x0000000000000473, "either, replaced by eitherFast", eitherFast(value, text), either(ASSAY_INSERTED_PASS(value), ASSAY_INSERTED_PASS(text)), void(decltype(value), decltype(text))); ASSAY_INSERTED_GUARD(0x0000000000000471, "eitherFast");
  ++newRuns;
  if (value % 10 == 0) throw std::runtime_error("on purpose");
  return value % 2 == 0 ? value + static_cast<int>(text.size()) : -1;
}
static bool sameLists(const std::vector<std::string>& one, const std::vector<std::string>& other) { return one == other; }
static std::vector<std::string> taken(std::vector<std::string> all) { return all; }
static std::vector<std::string> takenFast(std::vector<std::string> all) { ASSAY_INSERTED_SHADOW(0x0000000000000481, "takenFast", 10000, 0x0000000000000482, "takenFast, in the shadow of taken", 10000); ASSAY_INSERTED_COMPARE_EITHER_BY(0x0000000000000482, 0x0000000000000483, "taken, replaced by takenFast", takenFast(all), taken(ASSAY_INSERTED_PASS(all)), void(decltype(all)), sameLists); ASSAY_INSERTED_GUARD(0x0000000000000481, "takenFast");
  return all;
}

static int never(int value) { return value; }
static int neverFast(int value) { ASSAY_INSERTED_SHADOW(0x0000000000000441, "neverFast", 10000, 0x0000000000000442, "neverFast, in the shadow of never", 0); ASSAY_INSERTED_COMPARE(0x0000000000000442, 0x0000000000000443, "never, replaced by neverFast", neverFast(value), never(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_GUARD(0x0000000000000441, "neverFast");
  return value + 1;
}

// Rests for a long time after its first run.
static int rare(int value) { return value; }
static int rareFast(int value) { ASSAY_INSERTED_SHADOW(0x0000000000000451, "rareFast", 10000, 0x0000000000000452, "rareFast, in the shadow of rare", 1); ASSAY_INSERTED_COMPARE(0x0000000000000452, 0x0000000000000453, "rare, replaced by rareFast", rareFast(value), rare(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_GUARD(0x0000000000000451, "rareFast");
  for (volatile unsigned i = 0; i < 20000000; i = i + 1) {
  }
  return value;
}

// Jumps out of its shadow.
static jmp_buf out;
static int jump(int value) { return value; }
static int jumpFast(int value) { ASSAY_INSERTED_SHADOW(0x0000000000000461, "jumpFast", 10000, 0x0000000000000462, "jumpFast, in the shadow of jump", 10000); ASSAY_INSERTED_COMPARE(0x0000000000000462, 0x0000000000000463, "jump, replaced by jumpFast", jumpFast(value), jump(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_GUARD(0x0000000000000461, "jumpFast");
  if (value == 0) longjmp(out, 1);
  return -1;
}

static void twices(int count) {
  for (int i = 0; i < count; ++i) {
    if (i == 7) continue;
    expect(twiceFast(i) == 2 * i);
  }
}

static void eithers(int count) {
  const std::string text = "four";
  unsigned thrown = 0;
  for (int i = 0; i < count; ++i) {
    try {
      expect(eitherFast(i % 20, text) == i % 20 + 4);
    } catch (const std::runtime_error&) {
      ++thrown;
    }
  }
  expect(newRuns == oldRuns);
  expect(thrown == static_cast<unsigned>(count) / 20);
  std::printf("%u\n", oldFirst);
}

static void oldThrows() {
  bool thrown = false;
  try {
    twiceFast(7);
  } catch (const std::runtime_error& error) {
    thrown = std::strcmp(error.what(), "the old one") == 0;
  }
  expect(thrown);
}

static void words() {
  const Words some = {{"a", "b"}};
  for (int i = 0; i < 100; ++i) expect(some.withFast({"long enough to be on the heap, if anything is"}).size() == 3);
}

static void firsts() {
  const double one = 1, five = 5;
  expect(&firstFast(one) == &one);
  expect(&firstFast(five) == &five);
}

static void onThreads(int count) {
  std::vector<std::thread> all;
  for (int i = 0; i < 4; ++i)
    all.emplace_back([count] {
      for (int j = 0; j < count; ++j) expect(twiceFast(8) == 16);
      words();
    });
  for (std::thread& thread : all) thread.join();
}

static void jumps() {
  volatile bool jumped = false;
  if (setjmp(out) == 0)
    jumpFast(0);
  else
    jumped = true;
  expect(jumped);
  for (int i = 1; i < 100; ++i) expect(jumpFast(i) == i);
}

int main(int argc, char** argv) {
  const char* what = argc > 1 ? argv[1] : "";
  const int count = argc > 2 ? std::atoi(argv[2]) : 0;
  if (std::strcmp(what, "twice") == 0) twices(count);
  if (std::strcmp(what, "either") == 0) eithers(count);
  if (std::strcmp(what, "taken") == 0)
    for (int i = 0; i < count; ++i) expect(takenFast({"long enough to be on the heap, if anything is"}).size() == 1);
  if (std::strcmp(what, "old-throws") == 0) oldThrows();
  if (std::strcmp(what, "words") == 0) words();
  if (std::strcmp(what, "first") == 0) firsts();
  if (std::strcmp(what, "sum") == 0) expect(sumFast(static_cast<unsigned>(count)) == sum(static_cast<unsigned>(count)));
  if (std::strcmp(what, "never") == 0) expect(neverFast(3) == 3);
  if (std::strcmp(what, "rare") == 0)
    for (int i = 0; i < count; ++i) expect(rareFast(i) == i);
  if (std::strcmp(what, "threads") == 0) onThreads(count);
  if (std::strcmp(what, "jump") == 0) jumps();
  if (std::strcmp(what, "off") == 0) {
    assay_set_guards(0);
    twices(count);
  }
  return wrong == 0 ? 0 : 1;
}
