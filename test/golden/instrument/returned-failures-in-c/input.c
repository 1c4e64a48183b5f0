/* A null pointer. */
#include <stddef.h>

/* AI-generated: GPT-4, 2024-01-15 */
static const char *find(const char *text, int c) {
  for (; *text; ++text)
    if (*text == c) return text;
  return NULL;
}

/* AI-generated: GPT-4, 2024-01-15, errors: negative */
static int check(int value) {
  if (value > 1) return -1;
  return 0;
}

/* AI-generated: GPT-4, 2024-01-15 */
static void *nothing(void) { return 0; }

int main(void) { return find("a", 'b') != NULL || check(0) || check(2) + 1 || nothing() != NULL; }
