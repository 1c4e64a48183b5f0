/* Odd: three functions in one line */
/* AI-generated: GPT-4 */ int a(void) { return 1; } /* AI-generated: GPT-4 */ int b(void) { return 2; } /* AI-generated: GPT-4 */ int c(void) { return 3; }
/* AI-generated: GPT-4 */
int main(void) { return a() + b() + c() == 6 ? 0 : 1; }
