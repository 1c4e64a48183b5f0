// Odd: a body begins with an assertion that no code comes from
// AI-generated: GPT-4
static int f(int x) { _Static_assert(sizeof(int) >= 4, "int"); return x; }
_Static_assert(sizeof(&f) > 0, "f");
// AI-generated: GPT-4
int main(void) { _Static_assert(1, "one"); return f(0); }
