#include <assay/inserted.h> // Values that are neither integers nor pointers to objects.
struct Part {
  int member;
  int depth : 4;
  bool ready : 1;
};
using Handler = int (*)(int);
using Member = int Part::*;
enum class State : signed char { failed = -1, open };

// AI-generated: GPT-4, 2024-01-15, errors: negative
double root(double value, bool known) { ASSAY_INSERTED_GUARD(0xb0693c2fc0a79520, "root"); if (!known) { ASSAY_INSERTED_FAILS(0xb0693c2fc0a79520); return -1.0; ASSAY_INSERTED_END } return ASSAY_INSERTED_NEGATIVE(0xb0693c2fc0a79520) value / 2 ASSAY_INSERTED_NEGATIVE_END(0xb0693c2fc0a79520); }

// AI-generated: GPT-4, 2024-01-15, errors: negative
constexpr float halved(float value) { ASSAY_INSERTED_LITERAL_GUARD(0x073a00f6f45c5d8a, "halved"); return ASSAY_INSERTED_NEGATIVE(0x073a00f6f45c5d8a) value / 2 ASSAY_INSERTED_NEGATIVE_END(0x073a00f6f45c5d8a); }
static_assert(halved(-2) < 0);

// AI-generated: GPT-4, 2024-01-15, errors: negative
State next(State state, bool broken) { ASSAY_INSERTED_GUARD(0x39b2b4274f16bd9c, "next"); if (broken) { ASSAY_INSERTED_FAILS(0x39b2b4274f16bd9c); return State::failed; ASSAY_INSERTED_END } return ASSAY_INSERTED_NEGATIVE(0x39b2b4274f16bd9c) state ASSAY_INSERTED_NEGATIVE_END(0x39b2b4274f16bd9c); }

// AI-generated: GPT-4, 2024-01-15, errors: negative false
int depthOf(const Part& part) { ASSAY_INSERTED_GUARD(0x418885f2121ceb6a, "depthOf"); return ASSAY_INSERTED_NEGATIVE(0x418885f2121ceb6a) part.depth ASSAY_INSERTED_NEGATIVE_END(0x418885f2121ceb6a); }

// AI-generated: GPT-4, 2024-01-15, errors: false
bool isReady(const Part& part) { ASSAY_INSERTED_GUARD(0x04ac4926d662a63d, "isReady"); return ASSAY_INSERTED_ZERO(0x04ac4926d662a63d) part.ready ASSAY_INSERTED_ZERO_END(0x04ac4926d662a63d); }

static int same(int value) { return value; }
// AI-generated: GPT-4, 2024-01-15, errors: nullptr
Handler handlerOf(const Handler* all, int which) { ASSAY_INSERTED_GUARD(0x267bc7f9fdc4c61e, "handlerOf"); if (which > 1) { ASSAY_INSERTED_FAILS(0x267bc7f9fdc4c61e); return nullptr; ASSAY_INSERTED_END } if (which < 0) return same; return ASSAY_INSERTED_ZERO(0x267bc7f9fdc4c61e) all[which] ASSAY_INSERTED_ZERO_END(0x267bc7f9fdc4c61e); }

// AI-generated: GPT-4, 2024-01-15, errors: nullptr
Member memberOf(Member named, int which) { ASSAY_INSERTED_GUARD(0x520ea0a47ea9c545, "memberOf"); if (which == 0) { ASSAY_INSERTED_FAILS(0x520ea0a47ea9c545); return {}; ASSAY_INSERTED_END } if (which == 1) return &Part::member; return ASSAY_INSERTED_ZERO(0x520ea0a47ea9c545) named ASSAY_INSERTED_ZERO_END(0x520ea0a47ea9c545); }

int main() {
  const Part part = {1, -2, true};
  const Handler all[] = {nullptr, [](int value) { return value + 1; }};
  const bool right = root(4, true) > 1 && root(4, false) < 0 && halved(2) > 0 && next(State::open, false) == State::open &&
                     next(State::open, true) == State::failed && depthOf(part) == -2 && isReady(part) && handlerOf(all, 0) == nullptr &&
                     handlerOf(all, 1)(1) == 2 && handlerOf(all, 2) == nullptr && handlerOf(all, -1)(3) == 3 &&
                     memberOf(nullptr, 0) == nullptr && memberOf(nullptr, 1) == &Part::member && memberOf(&Part::member, 2) == &Part::member;
  return right ? 0 : 1;
}
