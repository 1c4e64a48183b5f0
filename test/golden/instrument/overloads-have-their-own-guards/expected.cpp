#include <assay/inserted.h> // Overloads.
// AI-generated: GPT-4, 2024-01-15
int f(int) { ASSAY_INSERTED_GUARD(0x469e93b477dceecf, "f"); return 1; }
// AI-generated: GPT-4, 2024-01-15
int f(double) { ASSAY_INSERTED_GUARD(0xbef23515f5e98270, "f"); return 2; }
// AI-generated: GPT-4, 2024-01-15
int f(const char*, ...) { ASSAY_INSERTED_GUARD(0xbc8722071af82f5e, "f"); return 3; }

int main() {
  return f(1) + f(1.5) + f("", 1) - 6;
}
