#include <assay/inserted.h> // Empty.
// AI-generated: GPT-4, 2024-01-15
void nothing() { ASSAY_INSERTED_GUARD(0x6763d90a36266d4c, "nothing");}

int main() {
  nothing();
}
