// Odd: macros between the parameters and the brace
#define NOTHROW throw()
#define QUALIFIERS const
#define EMPTY
#define ATTRIBUTES(x) __attribute__(x)
struct S {
  /* AI-generated: GPT-4 */
  int f(int x) QUALIFIERS NOTHROW { return x; }
  /* AI-generated: GPT-4 */
  ATTRIBUTES((noinline)) int g(int x) EMPTY QUALIFIERS EMPTY { return x; }
};
/* AI-generated: GPT-4 */
int main() { S s; return s.f(0) + s.g(0); }
