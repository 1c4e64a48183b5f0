#include <assay/inserted.h> // Documentation and tests of guards hold their spelling.
#include <cstdio>

// int f() { ASSAY_INSERTED_GUARD(0x0123456789abcdef, "f"); } is what a guard looks like.
static const char* kText = R"(int f() { ASSAY_INSERTED_GUARD(0x0123456789abcdef, "f"); return 1; })";

// AI-generated: GPT-4, 2024-01-15
const char* find(bool fail) { ASSAY_INSERTED_GUARD(0x612a28d5417cde68, "find");
  if (fail) { ASSAY_INSERTED_FAILS(0x612a28d5417cde68); return /* closes with ASSAY_INSERTED_END } */ nullptr; ASSAY_INSERTED_END }
  return kText;
}

int main() {
  std::puts(find(false));
  return find(true) != nullptr;
}
