/* Odd: braces in strings, characters and comments */
/* AI-generated: GPT-4 */
static int count(const char *s) { int n = 0; for (; *s; ++s) if (*s == '{' || *s == '}') ++n; /* }{ */ return n; }
/* AI-generated: GPT-4 */
int main(void) { char c = '{'; return count("{{}\"}{\\") + (c == '}') - 5; }
