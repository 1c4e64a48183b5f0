#include <assay/inserted_experiment.h> // The old function is looked up in the class first, and its qualifiers have to be the same.
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
  int bestFast(int first, int second) const { ASSAY_INSERTED_ROLLOUT(0x7b8e6cf6635e0836, "Ranking::bestFast", 2500, 0xfb495569b0d98a5d, "Ranking::best, replaced by Ranking::bestFast", best(ASSAY_INSERTED_PASS(first), ASSAY_INSERTED_PASS(second))); ASSAY_INSERTED_GUARD(0x7b8e6cf6635e0836, "Ranking::bestFast"); return second < first ? first : second; }
  // AI-generated: GPT-5, replaces: add, rollout: 5%
  Ranking& addFast(std::vector<int> more) & { ASSAY_INSERTED_ROLLOUT(0x25fdbe5e9653cdeb, "Ranking::addFast", 500, 0xb1a56dd7c8f8bdad, "Ranking::add, replaced by Ranking::addFast", add(ASSAY_INSERTED_PASS(more))); ASSAY_INSERTED_GUARD(0x25fdbe5e9653cdeb, "Ranking::addFast"); ASSAY_INSERTED_SIZE(0x25fdbe5e9653cdeb, more.size());
    for (const int one : more) all_.push_back(one);
    return *this;
  }
  // AI-generated: GPT-5, replaces: limit, rollout: 1%
  static int limitFast(int of) { ASSAY_INSERTED_ROLLOUT(0x611b6112e8ae1239, "Ranking::limitFast", 100, 0x92547435bf0906c5, "Ranking::limit, replaced by Ranking::limitFast", limit(ASSAY_INSERTED_PASS(of))); ASSAY_INSERTED_GUARD(0x611b6112e8ae1239, "Ranking::limitFast"); return of > 9 ? 9 : of; }
  // AI-generated: GPT-5, replaces: sum, rollout: 1%
  int sumFast(const std::vector<int>& of) const noexcept { ASSAY_INSERTED_ROLLOUT(0x9d05236c9be8a397, "Ranking::sumFast", 100, 0x418dd261ca12e902, "Base::sum, replaced by Ranking::sumFast", sum(ASSAY_INSERTED_PASS(of))); ASSAY_INSERTED_GUARD(0x9d05236c9be8a397, "Ranking::sumFast"); ASSAY_INSERTED_SIZE(0x9d05236c9be8a397, of.size());
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
int Ranking::outOfLine(char letter) { ASSAY_INSERTED_ROLLOUT(0xac7a60c31f594042, "Ranking::outOfLine", 5000, 0x66a4d6a085ad4190, "Ranking::before, replaced by Ranking::outOfLine", before(ASSAY_INSERTED_PASS(letter))); ASSAY_INSERTED_GUARD(0xac7a60c31f594042, "Ranking::outOfLine"); return letter + static_cast<int>(all_.size()) * 0; }

template <class T>
class Box {
 public:
  explicit Box(T value) : value_(value) {}
  // AI-generated: GPT-5, replaces: get, rollout: 50%
  T getFast(T otherwise) const { ASSAY_INSERTED_ROLLOUT(0x7b63858e09c26eec, "Box::getFast", 5000, 0xef7955c7bda30eaf, "Box::get, replaced by Box::getFast", get(ASSAY_INSERTED_PASS(otherwise))); ASSAY_INSERTED_GUARD(0x7b63858e09c26eec, "Box::getFast"); ASSAY_INSERTED_TYPE_INSTANCE(0x7b63858e09c26eec); return value_ ? value_ : otherwise; }

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
