// Odd: static_assert first in a body, as a keyword
// AI-generated: GPT-4
static int f(int x) { static_assert(sizeof x == sizeof(int)); return x; }
// AI-generated: GPT-4
int main() { return f(0); }
