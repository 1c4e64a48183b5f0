#ifndef BOTH_H
#define BOTH_H
#ifdef __cplusplus
extern "C" {
#endif
/* AI-generated: GPT-4 */
static inline int both(int x) { return x; }
#ifdef __cplusplus
}
#endif
#endif
