/* Odd: declared by a typedef of a function type */
typedef int Function(int);
static Function f;
/* AI-generated: GPT-4 */
static int f(int x) { return x; }
/* AI-generated: GPT-4 */
static int call(Function g, int x) { return g(x); }
/* AI-generated: GPT-4 */
int main(void) { return call(f, 0); }
