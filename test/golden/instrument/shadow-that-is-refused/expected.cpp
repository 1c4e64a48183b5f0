#include <assay/inserted_experiment.h> // What cannot run in a shadow, or is not shown to be harmless there, each with the reason and its place.
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

struct Opaque {
  int value = 0;
};
int counter = 0;

int counted(int value) { ++counter; return value; }
// AI-generated: GPT-5, replaces: counted, experiment: shadow
int countedFast(int value) { ASSAY_INSERTED_GUARD(0x339ab478f5ab3da6, "countedFast"); return value; }

int plain(int value) { return value; }
// AI-generated: GPT-5, replaces: plain, experiment: shadow
int remembers(int value) { ASSAY_INSERTED_GUARD(0xf7875265b0fac3a8, "remembers");
  static int last = 0;
  last = value;
  return last;
}
// AI-generated: GPT-5, replaces: plain, experiment: shadow
int prints(int value) { ASSAY_INSERTED_GUARD(0xca512ce1d9ad4764, "prints");
  std::puts("here");
  return value;
}
// AI-generated: GPT-5, replaces: plain, experiment: shadow
int draws(int value) { ASSAY_INSERTED_GUARD(0x9d84a8f8151dcfa1, "draws"); return value + std::rand() % 1; }
int elsewhere(int value);
// AI-generated: GPT-5, replaces: plain, experiment: shadow
int callsElsewhere(int value) { ASSAY_INSERTED_GUARD(0x6a40f2dffc495655, "callsElsewhere"); return elsewhere(value); }
int helper(int value) { counter = value; return value; }
// AI-generated: GPT-5, replaces: plain, experiment: shadow
int callsHelper(int value) { ASSAY_INSERTED_GUARD(0x1e1e59d52b4ffc25, "callsHelper"); return helper(value); }
// AI-generated: GPT-5, replaces: plain, experiment: shadow
int throughPointer(int value) { ASSAY_INSERTED_GUARD(0x27c199325b1c681e, "throughPointer");
  int* const to = &counter;
  *to = value;
  return value;
}
// AI-generated: GPT-5, replaces: plain, experiment: shadow
int throughReference(int value) { ASSAY_INSERTED_GUARD(0xd8ff540f4dec4c77, "throughReference");
  int& to = counter;
  to = value;
  return value;
}
// AI-generated: GPT-5, replaces: elsewhere, experiment: shadow
int ofElsewhere(int value) { ASSAY_INSERTED_GUARD(0x701a6d0552883ab1, "ofElsewhere"); return value; }
int indirect(int value, int (*how)(int)) { return how(value); }
// AI-generated: GPT-5, replaces: indirect, experiment: shadow
int indirectFast(int value, int (*how)(int)) { ASSAY_INSERTED_GUARD(0xa5911fe27aad0274, "indirectFast"); return value + how(0); }

int out(int value, int& result) { result = value; return value; }
// AI-generated: GPT-5, replaces: out, experiment: shadow
int outFast(int value, int& result) { ASSAY_INSERTED_GUARD(0x496141533c8bc865, "outFast"); result = value; return value; }
int takes(std::string&& text) { return static_cast<int>(text.size()); }
// AI-generated: GPT-5, replaces: takes, experiment: shadow
int takesFast(std::string&& text) { ASSAY_INSERTED_GUARD(0x6a83ddb18d1761b7, "takesFast"); ASSAY_INSERTED_SIZE(0x6a83ddb18d1761b7, text.size()); return static_cast<int>(text.size()); }
int keeps(std::unique_ptr<int> value) { return *value; }
// AI-generated: GPT-5, replaces: keeps, experiment: shadow
int keepsFast(std::unique_ptr<int> value) { ASSAY_INSERTED_GUARD(0xf3f0124e9a8a3982, "keepsFast"); return *value + 0; }
void nothing(int) {}
// AI-generated: GPT-5, replaces: nothing, experiment: shadow
void nothingFast(int value) { ASSAY_INSERTED_GUARD(0xfe3c1f7ce73e6445, "nothingFast"); (void)value; }
Opaque opaque(int value) { return {value}; }
// AI-generated: GPT-5, replaces: opaque, experiment: shadow
Opaque opaqueFast(int value) { ASSAY_INSERTED_GUARD(0xc61eacdd30acc73e, "opaqueFast"); return {value}; }
// AI-generated: GPT-5, replaces: opaque, experiment: shadow, compare: same
Opaque opaqueCompared(int value) { ASSAY_INSERTED_GUARD(0x8a54afbc896a6454, "opaqueCompared"); return {value}; }
static bool nearly(int a, int b) { ++counter; return a == b; }
// AI-generated: GPT-5, replaces: plain, experiment: shadow, compare: nearly
int comparedAloud(int value) { ASSAY_INSERTED_GUARD(0x8281dfe8975891be, "comparedAloud"); return nearly(value, value) ? value : 0; }

class Cache {
 public:
  // AI-generated: GPT-5, replaces: look, experiment: shadow
  int lookFast(int value) const { ASSAY_INSERTED_GUARD(0x656a5d65a1d98c91, "Cache::lookFast"); return seen_ = value; }
  // AI-generated: GPT-5, replaces: put, experiment: shadow
  int putFast(int value) { ASSAY_INSERTED_GUARD(0x935d1ecc103eecd1, "Cache::putFast"); return last_ + value; }
  // AI-generated: GPT-5, replaces: look, experiment: shadow
  int lookThrough(int value) const { ASSAY_INSERTED_GUARD(0xb7321dfe5d1e1879, "Cache::lookThrough"); return asked(value); }
  virtual ~Cache() = default;

 private:
  int look(int value) const { return value; }
  int put(int value) { return last_ = value; }
  virtual int asked(int value) const { return value; }
  mutable int seen_ = 0;
  int last_ = 0;
};

// AI-generated: GPT-5, replaces: plain, experiment: shadow, budget: much
int withoutBudget(int value) { ASSAY_INSERTED_ROLLOUT(0x0ff1288d9fefa61e, "withoutBudget", 0, 0xbfebca65c8d86224, "plain, replaced by withoutBudget", plain(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_GUARD(0x0ff1288d9fefa61e, "withoutBudget"); return value; }
