// Odd: a file with tags is included inside of a class
struct S {
#include "included-in-a-class.inc"
};
// AI-generated: GPT-4
int main() { return S().f(0) + S::g(0); }
