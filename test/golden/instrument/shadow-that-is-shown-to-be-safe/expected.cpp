#include <assay/inserted_experiment.h> // Neither function does anything but return something: both may run on the same arguments. Of lists of classes somebody has to say so.
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
int sumFast(const std::vector<int>& values) { ASSAY_INSERTED_SHADOW(0x0146ce0838af4f4c, "sumFast", 10000, 0x77e3df535c416289, "sumFast, in the shadow of sum", 100); ASSAY_INSERTED_SIZE(0x77e3df535c416289, values.size()); ASSAY_INSERTED_COMPARE_EITHER(0x77e3df535c416289, 0x2d5607fd6cca3858, "sum, replaced by sumFast", sumFast(values), sum(ASSAY_INSERTED_PASS(values)), void(decltype(values))); ASSAY_INSERTED_GUARD(0x0146ce0838af4f4c, "sumFast"); ASSAY_INSERTED_SIZE(0x0146ce0838af4f4c, values.size());
  int all = 0;
  for (std::size_t i = 0; i < values.size(); ++i) all += atLeast(values[i]);
  return all + std::accumulate(values.end(), values.end(), 0);
}

std::vector<int> sorted(std::vector<int> values) {
  std::sort(values.begin(), values.end());
  return values;
}

// AI-generated: GPT-5, replaces: sorted, experiment: shadow 10%, budget: 0.5%
std::vector<int> sortedFast(std::vector<int> values) { ASSAY_INSERTED_SHADOW(0xfa2e8c586af2ad12, "sortedFast", 1000, 0x9b247bf40182fd1c, "sortedFast, in the shadow of sorted", 50); ASSAY_INSERTED_SIZE(0x9b247bf40182fd1c, values.size()); ASSAY_INSERTED_COMPARE_EITHER(0x9b247bf40182fd1c, 0xc6072e30f58d196f, "sorted, replaced by sortedFast", sortedFast(values), sorted(ASSAY_INSERTED_PASS(values)), void(decltype(values))); ASSAY_INSERTED_GUARD(0xfa2e8c586af2ad12, "sortedFast"); ASSAY_INSERTED_SIZE(0xfa2e8c586af2ad12, values.size());
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
double halfFast(double value) noexcept { ASSAY_INSERTED_SHADOW(0x5dcfa0e3b955b9fb, "halfFast", 10000, 0xe58d75c8ed5028d9, "halfFast, in the shadow of half", 100); ASSAY_INSERTED_COMPARE_EITHER_BY(0xe58d75c8ed5028d9, 0xb7b0f6e901935606, "half, replaced by halfFast", halfFast(value), half(ASSAY_INSERTED_PASS(value)), void(decltype(value)), nearlyEqual); ASSAY_INSERTED_GUARD(0x5dcfa0e3b955b9fb, "halfFast"); return value * 0.5; }

namespace users {
class Users {
 public:
  // AI-generated: GPT-5, replaces: best, experiment: shadow, side_effects: none
  User bestFast() const { ASSAY_INSERTED_SHADOW(0x3cda71d08d0f93db, "users::Users::bestFast", 10000, 0x748b1b3b0095be64, "users::Users::bestFast, in the shadow of users::Users::best", 100); ASSAY_INSERTED_COMPARE(0x748b1b3b0095be64, 0x94806b8ab5c2cd2f, "users::Users::best, replaced by users::Users::bestFast", bestFast(), best()); ASSAY_INSERTED_GUARD(0x3cda71d08d0f93db, "users::Users::bestFast");
    User found;
    for (const User& user : all_)
      if (user.rank > found.rank) found = user;
    return found;
  }
  virtual ~Users() = default;
  // AI-generated: GPT-5, replaces: find, experiment: shadow, side_effects: none
  virtual std::optional<int> findFast(const std::string& name) const { ASSAY_INSERTED_SHADOW(0xa33d3c6f185bc334, "users::Users::findFast", 10000, 0x782f765ac437e97d, "users::Users::findFast, in the shadow of users::Users::find", 100); ASSAY_INSERTED_SIZE(0x782f765ac437e97d, name.size()); ASSAY_INSERTED_COMPARE(0x782f765ac437e97d, 0x18ee04d4ef6175d9, "users::Users::find, replaced by users::Users::findFast", Users::findFast(name), find(ASSAY_INSERTED_PASS(name))); ASSAY_INSERTED_GUARD(0xa33d3c6f185bc334, "users::Users::findFast"); ASSAY_INSERTED_SIZE(0xa33d3c6f185bc334, name.size());
    for (const User& user : all_)
      if (user.name == name) return user.rank;
    { ASSAY_INSERTED_FAILS(0xa33d3c6f185bc334); return std::nullopt; ASSAY_INSERTED_END }
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
const int& largerFast(const int& a, const int& b) { ASSAY_INSERTED_SHADOW(0x693e9bedb2a59b80, "largerFast", 10000, 0x37c1d7348a0b5598, "largerFast, in the shadow of larger", 100); ASSAY_INSERTED_COMPARE_EITHER(0x37c1d7348a0b5598, 0x0351b80890d9861a, "larger, replaced by largerFast", largerFast(a, b), larger(ASSAY_INSERTED_PASS(a), ASSAY_INSERTED_PASS(b)), void(decltype(a), decltype(b))); ASSAY_INSERTED_GUARD(0x693e9bedb2a59b80, "largerFast"); return b > a ? b : a; }

unsigned gcd(unsigned a, unsigned b) {
  while (b != 0) {
    const unsigned rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}
// AI-generated: GPT-5, replaces: gcd, experiment: shadow
unsigned gcdFast(unsigned a, unsigned b) { ASSAY_INSERTED_COUNT(0xe5e5446c6c21a08b, "gcdFast"); return b == 0 ? a : gcdFast(b, a % b); }

int main() {
  const users::Users all;
  return sumFast({1, 2}) + sortedFast({2, 1})[0] + static_cast<int>(halfFast(4)) + all.bestFast().rank +
         *all.findFast("a") + largerFast(1, 2) + static_cast<int>(gcdFast(12, 18)) - 18;
}
