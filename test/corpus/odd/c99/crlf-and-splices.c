// Odd: CR LF behind the backslashes of spliced lines
#define BODY \
  { return x; \
  }
// AI-generated: GPT-4
static int f(int x) BODY
// AI-generated: GPT-4
int ma\
in(void) { \
 return f(0); }
