#include <cstddef>
#include <assay/inserted.h> // AI-generated: GPT-4, 2024-01-15
std::size_t size() { ASSAY_INSERTED_GUARD(0x0dd382d29d7ffa93, "size"); return 0; }

int main() {
  return static_cast<int>(size());
}
