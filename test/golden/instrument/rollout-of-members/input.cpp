// The old function is looked up in the class first, and its qualifiers have to be the same.
#include <vector>

class Base {
 protected:
  int sum(const std::vector<int>& of) const noexcept {
    int all = 0;
    for (const int one : of) all += one;
    return all;
  }
};

class Ranking : public Base {
 public:
  // AI-generated: GPT-5, replaces: best, rollout: 25%
  int bestFast(int first, int second) const { return second < first ? first : second; }
  // AI-generated: GPT-5, replaces: add, rollout: 5%
  Ranking& addFast(std::vector<int> more) & {
    for (const int one : more) all_.push_back(one);
    return *this;
  }
  // AI-generated: GPT-5, replaces: limit, rollout: 1%
  static int limitFast(int of) { return of > 9 ? 9 : of; }
  // AI-generated: GPT-5, replaces: sum, rollout: 1%
  int sumFast(const std::vector<int>& of) const noexcept {
    int all = 0;
    for (std::size_t i = 0; i < of.size(); ++i) all += of[i];
    return all;
  }
  int outOfLine(char letter);
  int total() const { return sumFast(all_); }

 private:
  static int limit(int of) { return of < 9 ? of : 9; }
  int best(int first, int second) const { return first > second ? first : second; }
  int best(int first, int second) { return first > second ? first : second; }
  Ranking& add(std::vector<int> more) & {
    all_.insert(all_.end(), more.begin(), more.end());
    return *this;
  }
  int before(char letter) { return letter; }
  std::vector<int> all_;
};

// AI-generated: GPT-5, replaces: before, rollout: 50%
int Ranking::outOfLine(char letter) { return letter + static_cast<int>(all_.size()) * 0; }

template <class T>
class Box {
 public:
  explicit Box(T value) : value_(value) {}
  // AI-generated: GPT-5, replaces: get, rollout: 50%
  T getFast(T otherwise) const { return value_ ? value_ : otherwise; }

 private:
  T get(T otherwise) const { return value_ ? value_ : otherwise; }
  T value_;
};

int main() {
  Ranking ranking;
  ranking.addFast({1, 2, 3});
  return ranking.bestFast(1, 2) + ranking.total() + Ranking::limitFast(10) + ranking.outOfLine('a') +
         Box<int>(0).getFast(4) - 2 - 6 - 9 - 'a' - 4;
}
