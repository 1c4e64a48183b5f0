/* Inline. */
/* AI-generated: GPT-4, 2024-01-15 */
static inline int value(void) { return 0; }

/* AI-generated: GPT-4, 2024-01-15 */
inline int other(void) { return 0; }
extern inline int other(void);

int main(void) { return value() + other(); }
