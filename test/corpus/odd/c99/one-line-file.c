// Odd: a program without a single line break behind its first lines
// AI-generated: GPT-4
#include <stdio.h>
static int f(int x) { return x; } int main(void) { puts("one line"); return f(0); }
