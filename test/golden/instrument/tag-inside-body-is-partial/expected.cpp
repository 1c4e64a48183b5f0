#include <cstdio>
#include <assay/inserted.h> 
int mixed(int value) { ASSAY_INSERTED_GUARD(0xed35fc3d5bd0a012, "mixed");
  std::puts("by hand");
  // AI-generated: GPT-4, 2024-01-15
  for (int i = 0; i < value; ++i) {
    std::puts("by a model");
  }
  return value;
}

int main() {
  return mixed(2) - 2;
}
