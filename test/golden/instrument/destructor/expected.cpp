#include <cstdio>
#include <assay/inserted.h> 
struct Noisy {
  ~Noisy();
};

// AI-generated: GPT-4, 2024-01-15
Noisy::~Noisy() { ASSAY_INSERTED_GUARD(0x119c723e0ee2582e, "Noisy::~Noisy");
  std::puts("gone");
}

int main() {
  Noisy noisy;
}
