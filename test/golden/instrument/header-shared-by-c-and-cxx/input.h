/* Shared. */
#ifndef INPUT_H
#define INPUT_H
#ifdef __cplusplus
extern "C" {
#endif

/* AI-generated: GPT-4, 2024-01-15 */
static inline int value(void) { return 1; }

int from_c(void);

#ifdef __cplusplus
}
#endif
#endif
