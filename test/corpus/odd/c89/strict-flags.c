/* Odd: flags that forbid what an insertion might do */
/* with: -Werror -pedantic-errors -Wdeclaration-after-statement -Wmissing-prototypes -Wstrict-prototypes -Wold-style-definition -Wredundant-decls -Wundef -Wcast-qual -Wwrite-strings -Wfloat-equal -Wvla -Wunused-macros -Winline */
extern int f(int x);
/* AI-generated: GPT-4 */
int f(int x) { int y = x; return y; }
/* AI-generated: GPT-4 */
int main(void) { return f(0); }
