/* Odd: a body is a macro's argument */
#define WRAP(head, body) head body
/* AI-generated: GPT-4 */
WRAP(static int f(int x), { return x + 1; })
#define TWICE(body) static int t1(void) body static int t2(void) body
/* AI-generated: GPT-4 */
TWICE({ return 2; })
/* AI-generated: GPT-4 */
int main(void) { return f(-1) + t1() - t2(); }
