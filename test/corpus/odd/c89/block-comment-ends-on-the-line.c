/* Odd: the tag ends on the line where the function begins */
/* AI-generated: GPT-4
 * prompt: "one"
 */ int f(int x) { return x; }
/*
AI-generated: GPT-4 */ static int g(int x)
{ return x; }
/* AI-generated: GPT-4 */
int main(void) { return f(0) + g(0); }
