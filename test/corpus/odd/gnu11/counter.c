/* Odd: counts its own macros */
/* AI-generated file: GPT-4, 2024-01-15, errors: negative false nullptr */

static int f(int n) { enum { a = __COUNTER__ }; return n + a; }
static int g(int n) { enum { b = __COUNTER__ }; return n + b; }
_Static_assert(__COUNTER__ == 2, "two before");
int main(void) { return f(0) + g(0) - 1; }
