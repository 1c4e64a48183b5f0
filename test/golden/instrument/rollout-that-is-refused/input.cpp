// What cannot be called in the place of another function, each with the reason.
#include <string>

int rank(int value) { return value; }
int weaker(int value) { return value; }
template <class T>
T generic(T value) { return value; }
struct Rank {};

// AI-generated: GPT-5, replaces: rank, rollout: 10%
long otherResult(int value) { return value; }
// AI-generated: GPT-5, replaces: rank, rollout: 10%
int otherParameter(const std::string& value) { return static_cast<int>(value.size()); }
// AI-generated: GPT-5, replaces: weaker, rollout: 10%
int stricter(int value) noexcept { return value; }
// AI-generated: GPT-5, replaces: rnak, rollout: 10%
int misspelt(int value) { return value; }
// AI-generated: GPT-5, replaces: below, rollout: 10%
int above(int value) { return value; }
int below(int value) { return value; }
// AI-generated: GPT-5, replaces: itself, rollout: 10%
int itself(int value) { return value; }
// AI-generated: GPT-5, replaces: generic, rollout: 10%
int ofTemplate(int value) { return value; }
// AI-generated: GPT-5, replaces: Rank, rollout: 10%
int ofType(int value) { return value; }
// AI-generated: GPT-5, replaces: rank(3), rollout: 10%
int noName(int value) { return value; }
// AI-generated: GPT-5, replaces: rank, rollout: 10%
int unnamed(int) { return 1; }
// AI-generated: GPT-5, replaces: rank, rollout: 10%
int hidden(int rank) { return rank; }
// AI-generated: GPT-5, replaces: rank, rollout: 10%
constexpr int constant(int value) { return value; }
// AI-generated: GPT-5, replaces: generic, rollout: 10%
template <class T>
T genericFast(T value) { return value; }
// AI-generated: GPT-5, rollout: 10%
int ofNothing(int value) { return value; }
// AI-generated: GPT-5, replaces: rank
int record(int value) { return value; }
// AI-generated: GPT-5, replaces: rank, rollout: 10%, monitor: off
int unwatched(int value) { return value; }
int one(int value);
// AI-generated: GPT-5, replaces: one, rollout: 10%
int two(int value) { return value; }
// AI-generated: GPT-5, replaces: two, rollout: 10%
int one(int value) { return value; }
class Made {
 public:
  // AI-generated: GPT-5, replaces: rank, rollout: 10%
  explicit Made(int value) : value_(value) {}
  // AI-generated: GPT-5, replaces: rank, rollout: 10%
  int member(int value) { return value + value_; }

 private:
  int value_;
};
int wrapped(int value);
int wrapper(int value) { return value < 0 ? wrapped(-value) : wrapped(value); }
// AI-generated: GPT-5, replaces: wrapper, rollout: 10%
int wrapped(int value) { return value; }
template <int N, typename... Types>
long many(Types... values);
// AI-generated: GPT-5, replaces: many, rollout: 10%
template <class T>
T fewer(const T& value) noexcept { return value; }
