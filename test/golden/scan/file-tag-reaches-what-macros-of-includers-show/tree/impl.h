/* AI-generated: GPT-4, 2024-01-15, scope: file */

#ifdef WITH_ONE
static inline int one(void) { return 1; }
#endif
#ifdef WITH_TWO
static inline int two(void) { return 2; }
#endif
#ifdef WITH_NONE
static inline int none(void) { return 0; }
#endif
