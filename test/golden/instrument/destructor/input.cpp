#include <cstdio>

struct Noisy {
  ~Noisy();
};

// AI-generated: GPT-4, 2024-01-15
Noisy::~Noisy() {
  std::puts("gone");
}

int main() {
  Noisy noisy;
}
