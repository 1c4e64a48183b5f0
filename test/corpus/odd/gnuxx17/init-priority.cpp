// Odd: globals that are built in an order of their own
#include <cstdio>
struct S {
// AI-generated: GPT-4
  explicit S(int n) { std::printf("%d\n", n); } };
__attribute__((init_priority(200))) static S second(2);
__attribute__((init_priority(150))) static S first(1);
// AI-generated: GPT-4
__attribute__((constructor)) static void third() { std::puts("3"); }
// AI-generated: GPT-4
int main() { return 0; }
