#include <assay/inserted.h> /* A null pointer. */
#include <stddef.h>

/* AI-generated: GPT-4, 2024-01-15 */
static const char *find(const char *text, int c) { ASSAY_INSERTED_GUARD(0x27b71d045a8aff60, "find");
  for (; *text; ++text)
    if (*text == c) return text;
  { ASSAY_INSERTED_FAILS(0x27b71d045a8aff60); return NULL; ASSAY_INSERTED_END }
}

/* AI-generated: GPT-4, 2024-01-15, errors: negative */
static int check(int value) { ASSAY_INSERTED_GUARD(0xeb255749b248a03f, "check");
  if (value > 1) { ASSAY_INSERTED_FAILS(0xeb255749b248a03f); return -1; ASSAY_INSERTED_END }
  return 0;
}

/* AI-generated: GPT-4, 2024-01-15 */
static void *nothing(void) { ASSAY_INSERTED_GUARD(0x16d18420bbd67839, "nothing"); { ASSAY_INSERTED_FAILS(0x16d18420bbd67839); return 0; ASSAY_INSERTED_END } }

int main(void) { return find("a", 'b') != NULL || check(0) || check(2) + 1 || nothing() != NULL; }
