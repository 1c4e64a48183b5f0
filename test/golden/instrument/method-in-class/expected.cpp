#include <assay/inserted.h> // Counter.
struct Counter {
  // AI-generated: GPT-4, 2024-01-15
  int next() { ASSAY_INSERTED_GUARD(0x4affac89aa63bcf9, "Counter::next"); return ++value; }
  int value = 0;
};

int main() {
  return Counter().next() - 1;
}
