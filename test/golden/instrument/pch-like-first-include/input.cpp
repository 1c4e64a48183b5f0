#include "all.h"
// AI-generated: GPT-4, 2024-01-15
int value() { return kZero; }

int main() {
  return value();
}
