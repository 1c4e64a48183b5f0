// Odd: a file with tags is included inside of a namespace
namespace n {
#include "included-in-a-namespace.inc"
}
// AI-generated: GPT-4
int main() { return n::f(0) + n::S().g(0); }
