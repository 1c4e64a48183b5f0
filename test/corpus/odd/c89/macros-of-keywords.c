/* Odd: keywords are macros */
/* with: -Dregister= -Dauto= -Dconst= -Dvolatile= -Dsigned= */
/* AI-generated: GPT-4 */
static int f(register const volatile signed int x) { auto int y = x; return y; }
/* AI-generated: GPT-4 */
int main(void) { return f(0); }
