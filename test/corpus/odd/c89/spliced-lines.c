/* Odd: backslashes splice lines inside of tokens */
/* AI-generated: GPT-4 */
in\
t f(int x) \
{ ret\
urn x; /* a com\
ment */ }
/* AI-generated: GPT-4 */
int main(void) \
\
{ return f(0); }
