// What cannot run in a shadow, or is not shown to be harmless there, each with the reason and its place.
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
int countedFast(int value) { return value; }

int plain(int value) { return value; }
// AI-generated: GPT-5, replaces: plain, experiment: shadow
int remembers(int value) {
  static int last = 0;
  last = value;
  return last;
}
// AI-generated: GPT-5, replaces: plain, experiment: shadow
int prints(int value) {
  std::puts("here");
  return value;
}
// AI-generated: GPT-5, replaces: plain, experiment: shadow
int draws(int value) { return value + std::rand() % 1; }
int elsewhere(int value);
// AI-generated: GPT-5, replaces: plain, experiment: shadow
int callsElsewhere(int value) { return elsewhere(value); }
int helper(int value) { counter = value; return value; }
// AI-generated: GPT-5, replaces: plain, experiment: shadow
int callsHelper(int value) { return helper(value); }
// AI-generated: GPT-5, replaces: plain, experiment: shadow
int throughPointer(int value) {
  int* const to = &counter;
  *to = value;
  return value;
}
// AI-generated: GPT-5, replaces: plain, experiment: shadow
int throughReference(int value) {
  int& to = counter;
  to = value;
  return value;
}
// AI-generated: GPT-5, replaces: elsewhere, experiment: shadow
int ofElsewhere(int value) { return value; }
int indirect(int value, int (*how)(int)) { return how(value); }
// AI-generated: GPT-5, replaces: indirect, experiment: shadow
int indirectFast(int value, int (*how)(int)) { return value + how(0); }

int out(int value, int& result) { result = value; return value; }
// AI-generated: GPT-5, replaces: out, experiment: shadow
int outFast(int value, int& result) { result = value; return value; }
int takes(std::string&& text) { return static_cast<int>(text.size()); }
// AI-generated: GPT-5, replaces: takes, experiment: shadow
int takesFast(std::string&& text) { return static_cast<int>(text.size()); }
int keeps(std::unique_ptr<int> value) { return *value; }
// AI-generated: GPT-5, replaces: keeps, experiment: shadow
int keepsFast(std::unique_ptr<int> value) { return *value + 0; }
void nothing(int) {}
// AI-generated: GPT-5, replaces: nothing, experiment: shadow
void nothingFast(int value) { (void)value; }
Opaque opaque(int value) { return {value}; }
// AI-generated: GPT-5, replaces: opaque, experiment: shadow
Opaque opaqueFast(int value) { return {value}; }
// AI-generated: GPT-5, replaces: opaque, experiment: shadow, compare: same
Opaque opaqueCompared(int value) { return {value}; }
static bool nearly(int a, int b) { ++counter; return a == b; }
// AI-generated: GPT-5, replaces: plain, experiment: shadow, compare: nearly
int comparedAloud(int value) { return nearly(value, value) ? value : 0; }

class Cache {
 public:
  // AI-generated: GPT-5, replaces: look, experiment: shadow
  int lookFast(int value) const { return seen_ = value; }
  // AI-generated: GPT-5, replaces: put, experiment: shadow
  int putFast(int value) { return last_ + value; }
  // AI-generated: GPT-5, replaces: look, experiment: shadow
  int lookThrough(int value) const { return asked(value); }
  virtual ~Cache() = default;

 private:
  int look(int value) const { return value; }
  int put(int value) { return last_ = value; }
  virtual int asked(int value) const { return value; }
  mutable int seen_ = 0;
  int last_ = 0;
};

// AI-generated: GPT-5, replaces: plain, experiment: shadow, budget: much
int withoutBudget(int value) { return value; }
