#include <cstdio>
#include <assay/inserted.h> 
// AI-generated: GPT-4, 2024-01-15
int main(int argc, char**) { ASSAY_INSERTED_GUARD(0x1a987e409d03c90a, "main");
  std::printf("%d\n", argc);
}
