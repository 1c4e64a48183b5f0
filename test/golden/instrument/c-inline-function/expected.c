#include <assay/inserted.h> /* Inline. */
/* AI-generated: GPT-4, 2024-01-15 */
static inline int value(void) { ASSAY_INSERTED_GUARD(0xf47952eb5088f5e0, "value"); return 0; }

/* AI-generated: GPT-4, 2024-01-15 */
inline int other(void) { ASSAY_INSERTED_GUARD(0x5eedf2aa77c5f13b, "other"); return 0; }
extern inline int other(void);

int main(void) { return value() + other(); }
