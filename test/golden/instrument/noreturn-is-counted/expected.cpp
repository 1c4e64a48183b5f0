#include <cstdlib>
#include <assay/inserted.h> 
// AI-generated: GPT-4, 2024-01-15
[[noreturn]] void leave(int code) { ASSAY_INSERTED_COUNT(0xfaddd597932b6899, "leave");
  std::exit(code);
}

int main() {
  leave(0);
}
