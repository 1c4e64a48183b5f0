// Odd: a file with a tagged lambda is included inside of a function
// AI-generated: GPT-4
static int f(int x) {
#include "included-in-a-function.inc"
  return lambda(x);
}
// AI-generated: GPT-4
int main() { return f(0); }
