#include <cstdio>

// AI-generated: GPT-4, 2024-01-15
int main(int argc, char**) {
  std::printf("%d\n", argc);
}
