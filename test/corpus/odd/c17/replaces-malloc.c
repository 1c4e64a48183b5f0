// Odd: a program with malloc, calloc, realloc and free of its own
// with: -fno-builtin
#include <stddef.h>
#include <stdint.h>
#include <string.h>
static char arena[1 << 20];
static size_t used;
// AI-generated: GPT-4
void *malloc(size_t size) { size_t at = used; used += (size + 31) & ~(size_t)15; if (used > sizeof arena) return NULL; memcpy(arena + at, &size, sizeof size); return arena + at + 16; }
// AI-generated: GPT-4
void free(void *p) { (void)p; }
// AI-generated: GPT-4
void *calloc(size_t n, size_t size) { void *p = malloc(n * size); if (p) memset(p, 0, n * size); return p; }
// AI-generated: GPT-4
void *realloc(void *p, size_t size) { void *q = malloc(size); if (p && q) { size_t old; memcpy(&old, (char *)p - 16, sizeof old); memcpy(q, p, old < size ? old : size); } return q; }
// AI-generated: GPT-4
int main(void) { char *p = malloc(3); p = realloc(p, 300); int r = p != NULL ? 0 : 1; free(p); return r; }
