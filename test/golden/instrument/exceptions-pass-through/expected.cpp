#include <cstdio>
#include <stdexcept>
#include <assay/inserted.h> 
// AI-generated: GPT-4, 2024-01-15
int checked(int value) { ASSAY_INSERTED_GUARD(0x83775b5a5a2703bf, "checked");
  if (value < 0) throw std::invalid_argument("negative");
  return value;
}

int main() {
  try {
    checked(-1);
  } catch (const std::exception& error) {
    std::puts(error.what());
  }
  return checked(0);
}
