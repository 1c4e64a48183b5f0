#include <assay/inserted_experiment.h> // Each call of a recursion is decided on; with a key all go the same way.
int count(int of) { return of == 0 ? 0 : 1 + count(of - 1); }

// AI-generated: GPT-5, replaces: count, rollout: 50%
int countFast(int of) { ASSAY_INSERTED_ROLLOUT(0x966566ef89bdf381, "countFast", 5000, 0xd191a2a530bac433, "count, replaced by countFast", count(ASSAY_INSERTED_PASS(of))); ASSAY_INSERTED_RECURSIVE_GUARD(0x966566ef89bdf381, "countFast");
  const int before = of == 0 ? 0 : countFast(of - 1);
  return of == 0 ? 0 : before % 1000 + 1;
}

int main() { return countFast(3) - 3; }
