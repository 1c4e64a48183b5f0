/* Odd: one function has a definition in each branch */
#if defined(FAST)
/* AI-generated: GPT-4 */
int f(void) { return 1; }
#elif defined(SMALL)
/* AI-generated: GPT-4 */
int f(void) { return 2; }
#else
/* AI-generated: GPT-4 */
int f(void) { return 3; }
#endif
/* AI-generated: GPT-4 */
int main(void) { return f() - 3; }
