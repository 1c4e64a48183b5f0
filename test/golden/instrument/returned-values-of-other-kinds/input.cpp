// Values that are neither integers nor pointers to objects.
struct Part {
  int member;
  int depth : 4;
  bool ready : 1;
};
using Handler = int (*)(int);
using Member = int Part::*;
enum class State : signed char { failed = -1, open };

// AI-generated: GPT-4, 2024-01-15, errors: negative
double root(double value, bool known) { if (!known) return -1.0; return value / 2; }

// AI-generated: GPT-4, 2024-01-15, errors: negative
constexpr float halved(float value) { return value / 2; }
static_assert(halved(-2) < 0);

// AI-generated: GPT-4, 2024-01-15, errors: negative
State next(State state, bool broken) { if (broken) return State::failed; return state; }

// AI-generated: GPT-4, 2024-01-15, errors: negative false
int depthOf(const Part& part) { return part.depth; }

// AI-generated: GPT-4, 2024-01-15, errors: false
bool isReady(const Part& part) { return part.ready; }

static int same(int value) { return value; }
// AI-generated: GPT-4, 2024-01-15, errors: nullptr
Handler handlerOf(const Handler* all, int which) { if (which > 1) return nullptr; if (which < 0) return same; return all[which]; }

// AI-generated: GPT-4, 2024-01-15, errors: nullptr
Member memberOf(Member named, int which) { if (which == 0) return {}; if (which == 1) return &Part::member; return named; }

int main() {
  const Part part = {1, -2, true};
  const Handler all[] = {nullptr, [](int value) { return value + 1; }};
  const bool right = root(4, true) > 1 && root(4, false) < 0 && halved(2) > 0 && next(State::open, false) == State::open &&
                     next(State::open, true) == State::failed && depthOf(part) == -2 && isReady(part) && handlerOf(all, 0) == nullptr &&
                     handlerOf(all, 1)(1) == 2 && handlerOf(all, 2) == nullptr && handlerOf(all, -1)(3) == 3 &&
                     memberOf(nullptr, 0) == nullptr && memberOf(nullptr, 1) == &Part::member && memberOf(&Part::member, 2) == &Part::member;
  return right ? 0 : 1;
}
