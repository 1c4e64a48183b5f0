// Odd: attributes first in a body
// AI-generated: GPT-4
static int f(int x) { [[maybe_unused]] int y = 1; return x; }
// AI-generated: GPT-4
static int g(int x) { [[maybe_unused]] again: if (x) goto again; return x; }
// AI-generated: GPT-4
static int h(int x) { [[]] ; return x; }
// AI-generated: GPT-4
int main() { return f(0) + g(0) + h(0); }
