#include <assay/inserted.h> // Since C++17.
#include <cstdio>

int main() {
  // AI-generated: GPT-4, 2024-01-15
  auto say = [](int value) { ASSAY_INSERTED_LITERAL_GUARD(0x343c8176f0447b96, "main::(lambda#1)"); return std::printf("%d\n", value); };
  return say(3) - 2;
}
