// Odd: bases and members that were built are taken down again
#include <cstdio>
struct M { const char* n;
// AI-generated: GPT-4
  explicit M(const char* name) : n(name) { std::printf("+%s\n", n); }
// AI-generated: GPT-4
  ~M() { std::printf("-%s\n", n); } };
struct S : M { M a, b;
// AI-generated: GPT-4
  S() : M("base"), a("a"), b("b") { throw 1; }
// AI-generated: GPT-4
  ~S() { std::puts("never"); } };
// AI-generated: GPT-4
int main() { try { S s; } catch (int) { return 0; } return 1; }
