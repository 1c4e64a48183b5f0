// Documentation and tests of guards hold their spelling.
#include <cstdio>

// int f() { ASSAY_INSERTED_GUARD(0x0123456789abcdef, "f"); } is what a guard looks like.
static const char* kText = R"(int f() { ASSAY_INSERTED_GUARD(0x0123456789abcdef, "f"); return 1; })";

// AI-generated: GPT-4, 2024-01-15
const char* find(bool fail) {
  if (fail) return /* closes with ASSAY_INSERTED_END } */ nullptr;
  return kText;
}

int main() {
  std::puts(find(false));
  return find(true) != nullptr;
}
