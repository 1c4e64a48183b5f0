/* Odd: functions that are declared in a body */
/* AI-generated: GPT-4 */
int caller(int x) { extern int callee(int); int other(int); return callee(x) + other(x); }
/* AI-generated: GPT-4 */
int callee(int x) { return x; }
/* AI-generated: GPT-4 */
int other(int x) { return -x; }
/* AI-generated: GPT-4 */
int main(void) { return caller(4); }
