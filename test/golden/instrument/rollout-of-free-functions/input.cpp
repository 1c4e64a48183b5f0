// A share of the calls goes on into the new function, the others to the one that it replaces.
#include <memory>
#include <string>
#include <utility>

namespace ranking {
int rank(int value) { return value + 1; }

// AI-generated: GPT-5, 2026-03-02, replaces: rank, rollout: 10%
int rankFast(int value) {
  return value + 1;
}
}  // namespace ranking

static void note(std::string& text, const std::string& more) { text += more; }

// AI-generated: GPT-5, replaces: note, experiment: split
static void noteFast(std::string& text, const std::string& more) { text.append(more); }

std::unique_ptr<int> keep(std::unique_ptr<int> value, int&& rest) noexcept { return rest > 0 ? std::move(value) : nullptr; }

// AI-generated: GPT-5, replaces: ::keep(), experiment: split 0.5%
std::unique_ptr<int> keepFast(std::unique_ptr<int> value, int&& rest) noexcept {
  return rest > 0 ? std::move(value) : nullptr;
}

struct Pinned {
  explicit Pinned(int of) : value(of) {}
  Pinned(const Pinned&) = delete;
  int value;
};
Pinned pin(const int* first, int (*change)(int)) { return Pinned(change(*first)); }

// AI-generated: GPT-5, replaces: pin, rollout: 100%
Pinned pinFast(const int* first, int (*change)(int)) { return Pinned(change(first[0])); }

// AI-generated: GPT-5, replaces: ranking::rank, rollout: 0%
int nothing(int value) { return value + 1; }

int main() {
  std::string text;
  note(text, "");
  noteFast(text, "two");
  const int one = 1;
  return ranking::rankFast(2) + static_cast<int>(text.size()) + *keepFast(std::make_unique<int>(3), 1) +
         pinFast(&one, nothing).value - 11;
}
