/* Values that are known at run time only. */
#include <stddef.h>
#include <string.h>

/* AI-generated: GPT-4, 2024-01-15, errors: negative */
static int compared(const char *a, const char *b) { return strcmp(a, b); }

/* AI-generated: GPT-4, 2024-01-15, errors: nullptr */
static const char *found(text, c)
const char *text;
int c;
{
  int i;
  for (i = 0; i < 2; ++i)
    if (text[i] == '!') return text + i; else if (text[i] == '?') return(text);
  return strchr(text, c);
}

/* AI-generated: GPT-4, 2024-01-15, errors: negative */
static long scaled(int value) { return value < 0 ? -1L : ((void)value, value * 2L); }

int main(void) { return compared("a", "a") || found("ab", 'c') != NULL || !found("b!", 'c') || scaled(-2) != -1 || scaled(2) != 4; }
