// Odd: default arguments with calls and strings full of braces
/* AI-generated: GPT-4 */
static int zero() { return 0; }
/* AI-generated: GPT-4 */
static int f(int x = zero(), const char* s = "){", char c = '{') { return x + (s[1] != c); }
/* AI-generated: GPT-4 */
int main() { return f() + f(0, "){"); }
