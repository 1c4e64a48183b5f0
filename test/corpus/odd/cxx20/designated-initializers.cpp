// Odd: braces with names in results and arguments
struct P { int x = 0, y = 0; };
// AI-generated: GPT-4
static P make(int y) { return {.y = y}; }
// AI-generated: GPT-4
static int sum(P p) { return p.x + p.y; }
// AI-generated: GPT-4
int main() { return sum(make(1)) - 1 + sum({.x = 1, .y = -1}); }
