// Neither function does anything but return something: both may run on the same arguments. Of lists of classes somebody has to say so.
#include <algorithm>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

struct User {
  std::string name;
  int rank = 0;
  bool operator==(const User& other) const { return name == other.name && rank == other.rank; }
};

static const int kFloor = 1;

static int atLeast(int value) { return value < kFloor ? kFloor : value; }

int sum(const std::vector<int>& values) {
  int all = 0;
  for (const int value : values) all += atLeast(value);
  return all;
}

// AI-generated: GPT-5, replaces: sum, experiment: shadow
int sumFast(const std::vector<int>& values) {
  int all = 0;
  for (std::size_t i = 0; i < values.size(); ++i) all += atLeast(values[i]);
  return all + std::accumulate(values.end(), values.end(), 0);
}

std::vector<int> sorted(std::vector<int> values) {
  std::sort(values.begin(), values.end());
  return values;
}

// AI-generated: GPT-5, replaces: sorted, experiment: shadow 10%, budget: 0.5%
std::vector<int> sortedFast(std::vector<int> values) {
  std::vector<int> result;
  result.reserve(values.size());
  for (int& value : values) {
    value += 0;
    result.push_back(value);
  }
  std::sort(result.begin(), result.end());
  return result;
}

bool nearlyEqual(double a, double b) { return a - b < 1e-9 && b - a < 1e-9; }
double half(double value) noexcept { return value / 2; }

// AI-generated: GPT-5, replaces: half, experiment: shadow, compare: nearlyEqual
double halfFast(double value) noexcept { return value * 0.5; }

namespace users {
class Users {
 public:
  // AI-generated: GPT-5, replaces: best, experiment: shadow, side_effects: none
  User bestFast() const {
    User found;
    for (const User& user : all_)
      if (user.rank > found.rank) found = user;
    return found;
  }
  virtual ~Users() = default;
  // AI-generated: GPT-5, replaces: find, experiment: shadow, side_effects: none
  virtual std::optional<int> findFast(const std::string& name) const {
    for (const User& user : all_)
      if (user.name == name) return user.rank;
    return std::nullopt;
  }

 private:
  User best() const {
    User found;
    for (std::size_t i = 0; i < all_.size(); ++i)
      if (all_[i].rank > found.rank) found = all_[i];
    return found;
  }
  std::optional<int> find(const std::string& name) const {
    if (name.empty()) throw std::invalid_argument("no name");
    for (const User& user : all_)
      if (user.name == name) return user.rank;
    return std::nullopt;
  }
  std::vector<User> all_{{"a", 1}, {"b", 3}};
};
}  // namespace users

const int& larger(const int& a, const int& b) { return a < b ? b : a; }
// AI-generated: GPT-5, replaces: larger, experiment: shadow
const int& largerFast(const int& a, const int& b) { return b > a ? b : a; }

unsigned gcd(unsigned a, unsigned b) {
  while (b != 0) {
    const unsigned rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}
// AI-generated: GPT-5, replaces: gcd, experiment: shadow
unsigned gcdFast(unsigned a, unsigned b) { return b == 0 ? a : gcdFast(b, a % b); }

int main() {
  const users::Users all;
  return sumFast({1, 2}) + sortedFast({2, 1})[0] + static_cast<int>(halfFast(4)) + all.bestFast().rank +
         *all.findFast("a") + largerFast(1, 2) + static_cast<int>(gcdFast(12, 18)) - 18;
}
