// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A function that replaces another one, as `assay instrument` writes it, called in every way that a test of
// its share needs. Prints how many calls each of the two had.
#include <assay/experiment.h>
#include <assay/inserted_experiment.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

static std::atomic<unsigned> newCalls(0), oldCalls(0);
static std::atomic<bool> fails(false);

static int rank(int value) {
  ++oldCalls;
  return value + 1;
}

static int rankFast(int value) { ASSAY_INSERTED_ROLLOUT(0x0000000000000301, "rankFast", 0, 0x0000000000000302, "rank, replaced by rankFast", rank(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_GUARD(0x0000000000000301, "rankFast");
  ++newCalls;
  if (fails) throw std::runtime_error("on purpose");
  return value + 1;
}

static int half(int value) { ASSAY_INSERTED_ROLLOUT(0x0000000000000303, "half", 5000, 0x0000000000000304, "rank, replaced by half", rank(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_GUARD(0x0000000000000303, "half");
  ++newCalls;
  return value + 1;
}

// Its tag says when it is to be ended.
static int limited(int milliseconds) { ASSAY_INSERTED_ROLLOUT(0x0000000000000305, "limited", ASSAY_INSERTED_BREAKER(10000, 3, 1000000), 0x0000000000000306, "rank, replaced by limited", rank(ASSAY_INSERTED_PASS(milliseconds))); ASSAY_INSERTED_GUARD(0x0000000000000305, "limited");
  ++newCalls;
  if (fails) throw std::runtime_error("on purpose");
  if (milliseconds != 0) usleep(static_cast<useconds_t>(milliseconds) * 1000u);
  return milliseconds + 1;
}
static int unlimited(int value) { ASSAY_INSERTED_ROLLOUT(0x0000000000000307, "unlimited", ASSAY_INSERTED_BREAKER(10000, 0, 0), 0x0000000000000308, "rank, replaced by unlimited", rank(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_GUARD(0x0000000000000307, "unlimited");
  ++newCalls;
  if (fails) throw std::runtime_error("on purpose");
  return value + 1;
}

// Their tags say whom a call is for.
struct User {
  long id;
  const char* name;
  long number() const {
    if (id == 7) throw std::runtime_error("on purpose");
    return id;
  }
};
enum class Colour : unsigned char { Red, Green };
static int oldKey(const User& user) {
  ++oldCalls;
  return static_cast<int>(user.id);
}
static int byNumber(const User& user) { ASSAY_INSERTED_ROLLOUT_BY(0x0000000000000321, "byNumber", 5000, 0x0000000000000322, "oldKey, replaced by byNumber", user.number(), oldKey(ASSAY_INSERTED_PASS(user))); ASSAY_INSERTED_GUARD(0x0000000000000321, "byNumber");
  ++newCalls;
  return static_cast<int>(user.id);
}
static int byName(const User& user) { ASSAY_INSERTED_ROLLOUT_BY(0x0000000000000323, "byName", 5000, 0x0000000000000324, "oldKey, replaced by byName", user.name, oldKey(ASSAY_INSERTED_PASS(user))); ASSAY_INSERTED_GUARD(0x0000000000000323, "byName");
  ++newCalls;
  return static_cast<int>(user.id);
}
static void oldText(std::string, Colour) { ++oldCalls; }
static void byText(std::string text, Colour colour) { ASSAY_INSERTED_ROLLOUT_VOID_BY(0x0000000000000323, "byName", 5000, 0x0000000000000326, "oldText, replaced by byText", text, oldText(ASSAY_INSERTED_PASS(text), ASSAY_INSERTED_PASS(colour))); ASSAY_INSERTED_GUARD(0x0000000000000325, "byText");
  ++newCalls;
}
static void byColour(std::string text, Colour colour) { ASSAY_INSERTED_ROLLOUT_VOID_BY(0x0000000000000327, "byColour", 5000, 0x0000000000000328, "oldText, replaced by byColour", colour, oldText(ASSAY_INSERTED_PASS(text), ASSAY_INSERTED_PASS(colour))); ASSAY_INSERTED_GUARD(0x0000000000000327, "byColour");
  ++newCalls;
}

static bool exists(const char* path) {
  struct stat facts;
  return stat(path, &facts) == 0;
}

static void touch(const char* path) {
  std::FILE* file = std::fopen(path, "w");
  if (file != nullptr) std::fclose(file);
}

static int calls(unsigned count) {
  for (unsigned i = 0; i < count; ++i) rankFast(0);
  return 0;
}

static int halves(unsigned count) {
  for (unsigned i = 0; i < count; ++i) half(0);
  return 0;
}

// Two signs per turn, whether the call was the new function's: without a key, of two experiments.
static int turns(unsigned count) {
  for (unsigned i = 0; i < 2 * count; ++i) {
    const unsigned before = newCalls;
    i % 2 == 0 ? half(0) : rankFast(0);
    std::putchar(newCalls > before ? '1' : '0');
  }
  std::putchar('\n');
  return 0;
}

// One sign per key: whether its call was the new function's.
static int keys(unsigned count) {
  for (unsigned key = 0; key < count; ++key) {
    ASSAY_KEY(key);
    const unsigned before = newCalls;
    rankFast(0);
    std::putchar(newCalls > before ? '1' : '0');
  }
  std::putchar('\n');
  return 0;
}

static int nestedKeys() {
  ASSAY_KEY(1);
  {
    ASSAY_KEY(assay_key_of("two", 3));
    half(0);
  }
  const assay_key before = assay_set_key(7);
  assay_restore_key(before);
  std::printf("%u %u ", static_cast<unsigned>(before.set), static_cast<unsigned>(before.key));
  return 0;
}

// Four signs per user: where its calls go by its number, by its name as characters and as a string, and again
// by its number while the thread works for somebody else.
static int keysOfTags(unsigned count) {
  for (unsigned i = 0; i < count; ++i) {
    const std::string name = "user " + std::to_string(i);
    const User user = {static_cast<long>(i), name.c_str()};
    const auto sign = [](const std::function<void()>& call) {
      const unsigned before = newCalls;
      call();
      std::putchar(newCalls > before ? '1' : '0');
    };
    sign([&] { byNumber(user); });
    sign([&] { byName(user); });
    sign([&] { byText(name, Colour::Red); });
    ASSAY_KEY(i + 1);
    sign([&] { byNumber(user); });
  }
  const unsigned before = newCalls;
  for (int i = 0; i < 100; ++i) byColour("", i % 2 == 0 ? Colour::Red : Colour::Green);
  std::printf("\n%u\n", (newCalls - before) % 50);
  return 0;
}

static bool isNew() {
  const unsigned before = newCalls;
  half(0);
  return newCalls > before;
}

// How many of so many keys are on the other side once the key of a block within has gone.
static int keysAfterABlock(unsigned count) {
  unsigned moved = 0;
  for (unsigned key = 0; key < count; ++key) {
    ASSAY_KEY(key);
    const bool before = isNew();
    {
      ASSAY_KEY(key + 1000000);
      half(0);
    }
    if (isNew() != before) ++moved;
  }
  std::printf("%u moved\n", moved);
  return 0;
}

// Says that it runs, then calls until a call is (or is not) the new function's.
static int until(bool isNew, const char* ready) {
  rankFast(0);
  const bool began = newCalls == 1;
  touch(ready);
  if (began == isNew) return 3;
  for (int waited = 0; waited < 60000; ++waited) {  // milliseconds: later counts as never
    const unsigned before = newCalls;
    rankFast(0);
    if ((newCalls > before) == isNew) return 0;
    usleep(1000);
  }
  return 4;
}

static int failing(unsigned count) {
  fails = true;
  for (unsigned i = 0; i < count; ++i) {
    try {
      rankFast(0);
    } catch (const std::runtime_error&) {
    }
    fails = i % 5 != 3 || i > 50;  // at first every fifth call is well
  }
  return 0;
}

static int failingOf(int (*function)(int), unsigned count) {
  fails = true;
  for (unsigned i = 0; i < count; ++i) {
    try {
      function(0);
    } catch (const std::runtime_error&) {
    }
  }
  return 0;
}

// Calls that take longer than the tag allows, until they are the old function's.
static int slow() {
  for (unsigned i = 0; i < 60000 && oldCalls == 0; ++i) limited(2);
  return oldCalls == 0 ? 4 : 0;
}

// One call of three takes too long.
static int seldomSlow() {
  for (int i = 0; i < 300; ++i) limited(i % 3 == 0 ? 2 : 0);
  return 0;
}

static void callUntil(const char* done) {
  while (!exists(done))
    for (int i = 0; i < 1000; ++i) {
      rankFast(i);
      half(i);
    }
}

static int onThreads(const char* ready, const char* done) {
  std::vector<std::thread> all;
  for (int i = 0; i < 4; ++i) all.emplace_back(callUntil, done);
  touch(ready);
  for (std::thread& thread : all) thread.join();
  return 0;
}

static int inAChild(unsigned count) {
  halves(count);
  if (fork() == 0) return newCalls = 0, oldCalls = 0, halves(count);
  wait(nullptr);
  return 0;
}

static void failOnce() {
  fails = true;
  try {
    rankFast(0);
  } catch (const std::runtime_error&) {
  }
  fails = false;
}

// One short of what ends it; then somebody decides, and a thread that looks at once fails once more.
static int failingAroundADecision(const char* ready, const char* done) {
  for (int i = 0; i < 4; ++i) failOnce();
  touch(ready);
  while (!exists(done)) usleep(1000);
  usleep(200000);
  std::thread(failOnce).join();
  return calls(100);
}

// A child fails for the first time; its parent has failed often, but never five times in a row.
static int failingInAChild() {
  calls(1000);
  for (int i = 0; i < 4; ++i) failOnce();
  calls(1000);
  if (fork() != 0) return wait(nullptr), 0;
  newCalls = 0, oldCalls = 0;
  calls(500);
  failOnce();
  return calls(500);
}

static void printDecisions() {
  char line[65] = {};
  for (int i = 0; i < 64; ++i) line[i] = isNew() ? '1' : '0';
  std::puts(line);
  std::fflush(stdout);
}

// The calls of two children and of their parent, one after the other.
static int decisionsOfChildren() {
  half(0);
  for (int i = 0; i < 2; ++i) {
    if (fork() == 0) {
      printDecisions();
      _exit(0);
    }
    wait(nullptr);
  }
  printDecisions();
  return 0;
}

int main(int argc, char** argv) {
  const char* what = argc > 1 ? argv[1] : "";
  const unsigned count = argc > 2 ? static_cast<unsigned>(std::atoi(argv[2])) : 0;
  int result = 2;
  if (std::strcmp(what, "calls") == 0) result = calls(count);
  if (std::strcmp(what, "halves") == 0) result = halves(count);
  if (std::strcmp(what, "turns") == 0) return turns(count);
  if (std::strcmp(what, "keys") == 0) return keys(count);
  if (std::strcmp(what, "keys-of-tags") == 0) return keysOfTags(count);
  if (std::strcmp(what, "nested") == 0) result = nestedKeys();
  if (std::strcmp(what, "until-new") == 0) result = until(true, argv[2]);
  if (std::strcmp(what, "until-old") == 0) result = until(false, argv[2]);
  if (std::strcmp(what, "failing") == 0) result = failing(count);
  if (std::strcmp(what, "limited-failing") == 0) result = failingOf(limited, count);
  if (std::strcmp(what, "unlimited-failing") == 0) result = failingOf(unlimited, count);
  if (std::strcmp(what, "slow") == 0) result = slow();
  if (std::strcmp(what, "seldom-slow") == 0) result = seldomSlow();
  if (std::strcmp(what, "threads") == 0) result = onThreads(argv[2], argv[3]);
  if (std::strcmp(what, "after-a-block") == 0) return keysAfterABlock(count);
  if (std::strcmp(what, "decided") == 0) result = failingAroundADecision(argv[2], argv[3]);
  if (std::strcmp(what, "failing-child") == 0) result = failingInAChild();
  if (std::strcmp(what, "children") == 0) return decisionsOfChildren();
  if (std::strcmp(what, "child") == 0) result = inAChild(count);
  std::printf("%u new %u old\n", static_cast<unsigned>(newCalls), static_cast<unsigned>(oldCalls));
  return result;
}
