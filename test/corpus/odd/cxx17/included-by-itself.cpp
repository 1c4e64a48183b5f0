// Odd: a file that includes itself to make its second half
#ifndef SECOND
#define SECOND
#include "included-by-itself.cpp"
// AI-generated: GPT-4
int main() { return f(0); }
#else
// AI-generated: GPT-4
static int f(int x) { return x; }
#endif
