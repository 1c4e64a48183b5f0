/* Odd: a K&R definition whose parameter is a function pointer */
/* AI-generated: GPT-4 */
int twice(f, x) int (*f)(int); int x; { return f(f(x)); }
/* AI-generated: GPT-4 */
static int next(int x) { return x + 1; }
/* AI-generated: GPT-4 */
int main(void) { return twice(next, 1) == 3 ? 0 : 1; }
