// Odd: exit runs the destructors of statics while frames are open
// with: exit 6
#include <cstdio>
#include <cstdlib>
struct S {
// AI-generated: GPT-4
  ~S() { std::puts("static"); } };
static S kept;
struct L {
// AI-generated: GPT-4
  ~L() { std::puts("never"); } };
// AI-generated: GPT-4
static void leave() { L local; std::exit(6); }
// AI-generated: GPT-4
int main() { L local; leave(); }
