#include <assay/inserted_experiment.h> // A share of the calls goes on into the new function, the others to the one that it replaces.
#include <memory>
#include <string>
#include <utility>

namespace ranking {
int rank(int value) { return value + 1; }

// AI-generated: GPT-5, 2026-03-02, replaces: rank, rollout: 10%
int rankFast(int value) { ASSAY_INSERTED_ROLLOUT(0x9f9052784cf898c2, "ranking::rankFast", 1000, 0x11defa43cc07e555, "ranking::rank, replaced by ranking::rankFast", rank(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_GUARD(0x9f9052784cf898c2, "ranking::rankFast");
  return value + 1;
}
}  // namespace ranking

static void note(std::string& text, const std::string& more) { text += more; }

// AI-generated: GPT-5, replaces: note, experiment: split
static void noteFast(std::string& text, const std::string& more) { ASSAY_INSERTED_ROLLOUT_VOID(0xad9022c8472c745a, "noteFast", 5000, 0x5d45809760336a34, "note, replaced by noteFast", note(ASSAY_INSERTED_PASS(text), ASSAY_INSERTED_PASS(more))); ASSAY_INSERTED_GUARD(0xad9022c8472c745a, "noteFast"); ASSAY_INSERTED_SIZE(0xad9022c8472c745a, more.size()); text.append(more); }

std::unique_ptr<int> keep(std::unique_ptr<int> value, int&& rest) noexcept { return rest > 0 ? std::move(value) : nullptr; }

// AI-generated: GPT-5, replaces: ::keep(), experiment: split 0.5%
std::unique_ptr<int> keepFast(std::unique_ptr<int> value, int&& rest) noexcept { ASSAY_INSERTED_ROLLOUT(0x6af5bf7a71e32239, "keepFast", 50, 0x2412734c662345f3, "keep, replaced by keepFast", ::keep(ASSAY_INSERTED_PASS(value), ASSAY_INSERTED_PASS(rest))); ASSAY_INSERTED_GUARD(0x6af5bf7a71e32239, "keepFast");
  return rest > 0 ? std::move(value) : nullptr;
}

struct Pinned {
  explicit Pinned(int of) : value(of) {}
  Pinned(const Pinned&) = delete;
  int value;
};
Pinned pin(const int* first, int (*change)(int)) { return Pinned(change(*first)); }

// AI-generated: GPT-5, replaces: pin, rollout: 100%
Pinned pinFast(const int* first, int (*change)(int)) { ASSAY_INSERTED_ROLLOUT(0x6b3f5857f62e78fc, "pinFast", 10000, 0x6ab6282583e9c62d, "pin, replaced by pinFast", pin(ASSAY_INSERTED_PASS(first), ASSAY_INSERTED_PASS(change))); ASSAY_INSERTED_GUARD(0x6b3f5857f62e78fc, "pinFast"); return Pinned(change(first[0])); }

// AI-generated: GPT-5, replaces: ranking::rank, rollout: 0%
int nothing(int value) { ASSAY_INSERTED_ROLLOUT(0x7b3b0ee76bf94f9f, "nothing", 0, 0x3e2539bf4b939192, "ranking::rank, replaced by nothing", ranking::rank(ASSAY_INSERTED_PASS(value))); ASSAY_INSERTED_GUARD(0x7b3b0ee76bf94f9f, "nothing"); return value + 1; }

int main() {
  std::string text;
  note(text, "");
  noteFast(text, "two");
  const int one = 1;
  return ranking::rankFast(2) + static_cast<int>(text.size()) + *keepFast(std::make_unique<int>(3), 1) +
         pinFast(&one, nothing).value - 11;
}
