/* Odd: parameters and locals that hide functions and types */
/* with: -Wno-shadow */
typedef int T;
/* AI-generated: GPT-4 */
static int hide(int T, int hide_) { int hide = T + hide_; { int T = hide; return T; } }
/* AI-generated: GPT-4 */
int main(void) { T x = hide(1, 2); return x - 3; }
