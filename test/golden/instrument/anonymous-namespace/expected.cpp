#include <assay/inserted.h> // Hidden.
namespace {
// AI-generated: GPT-4, 2024-01-15
int hidden() { ASSAY_INSERTED_GUARD(0xa8639c17c2200750, "(anonymous namespace)::hidden"); return 1; }
}  // namespace

// AI-generated: GPT-4, 2024-01-15
static int local() { ASSAY_INSERTED_GUARD(0xddcfb60e8aec16ef, "local"); return 1; }

int main() {
  return hidden() + local() - 2;
}
