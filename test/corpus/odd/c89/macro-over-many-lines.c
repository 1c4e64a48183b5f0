/* Odd: a macro of many lines whose function is called in one */
#define MAKE(name)          \
  static int name(int x)    \
  {                         \
    int i, r = 0;           \
    for (i = 0; i < x; ++i) \
      r += i;               \
    return r;               \
  }
/* AI-generated: GPT-4 */
MAKE(triangle)
/* AI-generated: GPT-4 */
int main(void) { return triangle(4) - 6; }
