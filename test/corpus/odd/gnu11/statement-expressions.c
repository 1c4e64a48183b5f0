// Odd: bodies inside of expressions
#define MAX(a, b) ({ __typeof__(a) a_ = (a); __typeof__(b) b_ = (b); a_ > b_ ? a_ : b_; })
// AI-generated: GPT-4
static int f(int x) { return ({ int y = x; if (y) return 1; y; }) + MAX(0, ({ -1; })); }
// AI-generated: GPT-4
int main(void) { return f(0); }
