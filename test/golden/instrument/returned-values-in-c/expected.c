#include <assay/inserted.h> /* Values that are known at run time only. */
#include <stddef.h>
#include <string.h>

/* AI-generated: GPT-4, 2024-01-15, errors: negative */
static int compared(const char *a, const char *b) { ASSAY_INSERTED_GUARD(0x25c974bbaa7f9998, "compared"); return ASSAY_INSERTED_NEGATIVE(0x25c974bbaa7f9998) strcmp(a, b) ASSAY_INSERTED_NEGATIVE_END(0x25c974bbaa7f9998); }

/* AI-generated: GPT-4, 2024-01-15, errors: nullptr */
static const char *found(text, c)
const char *text;
int c;
{ ASSAY_INSERTED_GUARD(0x34fdf7642265f9fb, "found");
  int i;
  for (i = 0; i < 2; ++i)
    if (text[i] == '!') return ASSAY_INSERTED_ZERO(0x34fdf7642265f9fb) text + i ASSAY_INSERTED_ZERO_END(0x34fdf7642265f9fb); else if (text[i] == '?') return ASSAY_INSERTED_ZERO(0x34fdf7642265f9fb)(text) ASSAY_INSERTED_ZERO_END(0x34fdf7642265f9fb);
  return ASSAY_INSERTED_ZERO(0x34fdf7642265f9fb) strchr(text, c) ASSAY_INSERTED_ZERO_END(0x34fdf7642265f9fb);
}

/* AI-generated: GPT-4, 2024-01-15, errors: negative */
static long scaled(int value) { ASSAY_INSERTED_GUARD(0x754a32e4de6c96ce, "scaled"); return ASSAY_INSERTED_NEGATIVE(0x754a32e4de6c96ce) value < 0 ? -1L : ((void)value, value * 2L) ASSAY_INSERTED_NEGATIVE_END(0x754a32e4de6c96ce); }

int main(void) { return compared("a", "a") || found("ab", 'c') != NULL || !found("b!", 'c') || scaled(-2) != -1 || scaled(2) != 4; }
