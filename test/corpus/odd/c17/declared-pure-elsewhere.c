// Odd: attributes const and pure come from another declaration
static int square(int x) __attribute__((const, noinline));
static int length(const char *s) __attribute__((pure, noinline));
// AI-generated: GPT-4
static int square(int x) { return x * x; }
// AI-generated: GPT-4
static int length(const char *s) { int n = 0; while (s[n]) ++n; return n; }
// AI-generated: GPT-4
int main(void) { return square(2) + square(2) - 8 + length("ab") - 2; }
